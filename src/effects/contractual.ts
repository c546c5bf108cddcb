import type { Arm } from "../allocation/index.js";
import { proportion } from "../inference/index.js";
import type { Outcome, Outcomes } from "../outcomes/index.js";
import type { ContractualRate } from "./types.js";

/**
 * Each arm's success as the contract measures it, of everyone whose contractual window is complete.
 *
 * Provisional, and never compared between arms: windows that open when a course ends are complete
 * first for those whose course ended early, and courses end early because someone found work. A
 * success seen before its window is complete is still pending here, since the failures beside it
 * can't be seen yet.
 */
export function contractualRates(
  outcomes: Outcomes,
  criterion: string,
  level: number,
): readonly ContractualRate[] {
  const measured = outcomes.by(criterion, "contract");
  return outcomes.protocol.arms.map((arm) =>
    contractualRate(
      measured.filter((outcome) => outcome.arm === arm.id),
      arm,
      level,
    ),
  );
}

function contractualRate(measured: readonly Outcome[], arm: Arm, level: number): ContractualRate {
  const complete = measured.filter((outcome) => outcome.windowComplete && outcome.status !== "pending");
  const count = (status: Outcome["status"]): number =>
    complete.filter((outcome) => outcome.status === status).length;
  const [success, failure] = [count("success"), count("failure")];
  return {
    arm: arm.id,
    name: arm.name,
    complete: complete.length,
    success,
    failure,
    unknown: count("unknown"),
    pending: measured.length - complete.length,
    rate: proportion({ events: success, total: success + failure }, { method: "wilson", level }),
  };
}
