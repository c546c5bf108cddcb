import { competitionError, nearestWord } from "../core/index.js";
import type { Protocol } from "../protocol/index.js";

/**
 * Refuses an arm that an option names and the protocol doesn't have, before anything is read or written.
 *
 * @throws CompetitionError `impossible-option`.
 */
export function checkArm({ arms }: Protocol, arm: string, option: string): void {
  const ids = arms.map(({ id }) => id);
  if (ids.includes(arm)) return;
  const near = nearestWord(arm, ids);
  throw competitionError({
    code: "impossible-option",
    path: option,
    received: arm,
    expected: `an arm of the protocol: ${ids.join(" or ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}
