import type { LedgerVerification } from "../allocation/index.js";
import { competitionError } from "../core/index.js";

/** The refusal of a ledger that doesn't hold. */
export function brokenLedger(file: string, { findings }: LedgerVerification): Error {
  const [first] = findings;
  const place = first?.line === undefined ? file : `${file}, line ${first.line}`;
  return competitionError({
    code: "broken-ledger",
    path: first?.field === undefined ? place : `${place}, ${first.field}`,
    summary: `the ledger doesn't hold (${first?.code.replaceAll("-", " ") ?? "no finding"})`,
    ...(first !== undefined && "received" in first ? { received: first.received } : {}),
    ...(first === undefined ? {} : { expected: first.expected }),
    hint: first?.hint ?? "Restore the file from a copy whose head was published.",
  });
}
