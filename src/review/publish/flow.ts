import { SUPPRESSED, type Publishable } from "../../core/index.js";
import type { Effect } from "../../effects/index.js";
import type { ArmFlow, FlowFacts } from "../types.js";
import { cellId, WEIGHTS, type Cells } from "./cells.js";

export const REFERRALS = "referrals";
export const REFERRED_AGAIN = "referred-again";
const CITIZENS = "citizens";

/** Referrals, citizens, arms and courses. */
export function publishFlow(
  flow: FlowFacts,
  primary: Effect | undefined,
  cells: Cells,
): Publishable<FlowFacts> {
  const drawn = { weight: WEIGHTS.everyone, since: "drawn" } as const;
  const totals = {
    referrals: cells.count(REFERRALS, flow.referrals, { ...drawn, weight: WEIGHTS.total }),
    citizens: cells.count(CITIZENS, flow.citizens, drawn),
    referredAgain: cells.count(REFERRED_AGAIN, flow.referredAgain, { since: "drawn" }),
  };
  const arms = flow.arms.map((arm) => publishArm(arm, primary, cells));
  cells.sum(REFERRALS, [CITIZENS, REFERRED_AGAIN]);
  cells.sum(
    CITIZENS,
    flow.arms.map(({ arm }) => cellId(arm, "allocated")),
  );
  return { ...totals, arms };
}

function publishArm(
  { arm, name, allocated, participation, meanCourseDays }: ArmFlow,
  primary: Effect | undefined,
  cells: Cells,
): Publishable<ArmFlow> {
  const kinds = Object.keys(participation) as (keyof typeof participation)[];
  const shown = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      cells.count(participationId(arm, kind), participation[kind], { weight: WEIGHTS.part }),
    ]),
  ) as Publishable<typeof participation>;
  const total = cells.count(cellId(arm, "allocated"), allocated, {
    weight: WEIGHTS.total,
    since: "drawn",
  });
  cells.sum(
    cellId(arm, "allocated"),
    kinds.map((kind) => participationId(arm, kind)),
    true,
  );
  // Its courses are more than those of the citizens who completed one and whose outcome is known.
  const completed = primary?.sets
    .find(({ set }) => set === "completed")
    ?.rates.find((rate) => rate.arm === arm);
  const [success, failure] = [completed?.counts.success ?? 0, completed?.counts.failure ?? 0];
  const isShown = cells.shows([cellId(arm, "set", "completed", primary?.criterion ?? "", "known")]);
  return {
    arm,
    name,
    allocated: total,
    participation: shown,
    meanCourseDays:
      isShown && success + failure >= FEWEST_IN_A_MEAN ? roundedMean(meanCourseDays) : SUPPRESSED,
  };
}

export function participationId(arm: string, kind: string): string {
  return cellId(arm, "course", kind);
}

/**
 * From as many on, a mean with one decimal tells nothing of how many it is of: whole days divided by any number
 * from ten on come within half a tenth of every value.
 */
export const FEWEST_IN_A_MEAN = 10;

export function roundedMean(mean: number | null): number | null {
  return mean === null ? null : Math.round(mean * 10) / 10;
}
