import type { Day } from "../core/index.js";
import { REACHED } from "./findings.js";
import type { Verdict } from "./judge.js";
import type { Observation } from "./observation.js";
import type { Referred } from "./referred.js";
import type { Rule } from "./rule.js";
import type { Anchor } from "./types.js";
import { verdictOf } from "./verdict.js";
import { EVER, NEVER } from "./days.js";

/** To which degree someone succeeded. */
export interface Succeeded {
  /** Its position among the criterion's degrees. */
  readonly degree: number | undefined;
  readonly degreeCertainOn: Day | undefined;
}

const NONE: Succeeded = { degree: undefined, degreeCertainOn: undefined };

/**
 * The highest degree whose own days reach the amount too. It is certain on the evening on which it is
 * reached and every higher one is lost; that there is none, when all are.
 */
export function succeededBy(
  { degrees }: Rule,
  { finding }: Verdict,
  anchor: Anchor,
  referred: Referred,
  observation: Observation | undefined,
): Succeeded {
  if (finding !== REACHED || degrees.length === 0) return NONE;
  let certainOn: Day = EVER;
  for (const [degree, rule] of degrees.entries()) {
    const verdict = verdictOf(rule, anchor, referred, observation);
    certainOn = Math.max(certainOn, verdict.certainOn ?? NEVER);
    if (verdict.finding === REACHED) return { degree, degreeCertainOn: dayOrNone(certainOn) };
  }
  return { degree: undefined, degreeCertainOn: dayOrNone(certainOn) };
}

function dayOrNone(day: Day): Day | undefined {
  return day === NEVER ? undefined : day;
}
