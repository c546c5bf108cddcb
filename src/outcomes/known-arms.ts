import type { AllocationRecord } from "../allocation/index.js";
import { competitionError, nearestWord } from "../core/index.js";
import type { Enrollment } from "./enrollment.js";
import type { OutcomesProtocol } from "./types.js";

/**
 * Makes sure that every citizen was drawn to an arm of the protocol.
 *
 * @throws CompetitionError `unknown-arm`.
 */
export function checkArms(
  { arms }: OutcomesProtocol,
  entries: readonly AllocationRecord[],
  { arm: drawn }: Enrollment,
): void {
  const known = arms.map(({ id }) => id);
  const received = drawn.texts.find((arm) => !known.includes(arm));
  if (received === undefined) return;
  const near = nearestWord(received, known);
  throw competitionError({
    code: "unknown-arm",
    path: `ledger, sequence ${entries.find(({ arm }) => arm === received)?.sequence}`,
    received,
    expected: `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}
