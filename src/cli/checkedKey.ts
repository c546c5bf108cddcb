import { verifyLedger, type Key, type Ledger } from "../allocation/index.js";
import { competitionError } from "../core/index.js";
import type { Protocol } from "../protocol/index.js";

/**
 * Refuses another key than the one that a ledger commits to, before anything else is said about the draw: also
 * where nothing is left to be drawn.
 *
 * @throws CompetitionError `wrong-key`.
 */
export async function checkKey(
  protocol: Protocol,
  { opening }: Ledger,
  key: Key,
  file: string,
): Promise<void> {
  const { findings } = await verifyLedger(protocol, [opening], { key });
  const wrong = findings.find(({ code }) => code === "wrong-key");
  if (wrong === undefined) return;
  throw competitionError({
    code: "wrong-key",
    path: file,
    expected: "the key that the ledger was started with",
    ...(wrong.hint === undefined ? {} : { hint: wrong.hint }),
  });
}
