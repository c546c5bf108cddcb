import type { Arm } from "../allocation/index.js";
import { proportion } from "../inference/index.js";
import { findCriterion, isOpenEnded, type Outcome, type Outcomes } from "../outcomes/index.js";
import type { ContractualRate } from "./types.js";

/**
 * Each arm's success as the contract measures it, of everyone whose contractual window is complete.
 *
 * Provisional, and never compared between arms: windows that open when a course ends are complete
 * first for those whose course ended early, and courses end early because someone found work. A
 * success seen before its window is complete is still pending here, since the failures beside it
 * can't be seen yet. Whose window will never open (dead while the course ran) is settled as it is, and
 * unknown is who will stay unknown, whatever the window.
 *
 * A criterion without an end has no complete window and no rate: whoever hasn't succeeded still may. Its successes are
 * those so far, and everyone else is pending, but who is gone or never started.
 */
export function contractualRates(
  outcomes: Outcomes,
  criterion: string,
  level: number,
): readonly ContractualRate[] {
  const measured = outcomes.by(criterion, "contract");
  const openEnded = isOpenEnded(findCriterion(outcomes, criterion));
  return outcomes.protocol.arms.map((arm) => {
    const own = measured.filter((outcome) => outcome.arm === arm.id);
    return contractualRate(own, arm, level, openEnded);
  });
}

/** The contract's own figure of some outcomes, such as an arm's. */
export function contractualRate(
  measured: readonly Outcome[],
  arm: Arm,
  level: number,
  openEnded: boolean,
): ContractualRate {
  const known = measured.filter((outcome) => outcome.windowComplete || outcome.windowTo === undefined);
  const success = known.filter((outcome) => outcome.status === "success").length;
  const failure = known.filter((outcome) => outcome.status === "failure").length;
  const unknown = measured.filter((outcome) => outcome.status === "unknown").length;
  const complete = success + failure + unknown;
  return {
    arm: arm.id,
    name: arm.name,
    complete,
    success,
    failure,
    unknown,
    pending: measured.length - complete,
    rate: proportion(openEnded ? NOBODY : { events: success, total: success + failure }, {
      method: "wilson",
      level,
    }),
  };
}

/** Of whom nothing is known that a rate could be made of. */
const NOBODY = { events: 0, total: 0 };
