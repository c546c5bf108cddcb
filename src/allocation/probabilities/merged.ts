import { canonicalJson, parseDay } from "../../core/index.js";
import { drawsBatches, prepareBatch } from "../batch-draw.js";
import { everyPossibility, type Possibility } from "../chance.js";
import type { Choose } from "../designs/procedure.js";
import { emptyMemory, type Rules, type View } from "../memory.js";
import { quotaDay, startCounters, withAllocation, type QuotaCounters } from "../quotas/index.js";
import { hasRoom } from "../replay/procedure.js";
import type { RosterStep, SingleStep, Step } from "../replay/steps.js";
import { drawsSingly, singleFacts } from "../single-draw.js";
import type { Probabilities, Quota } from "../types.js";
import type { PlannedSteps } from "./planned.js";
import type { Found } from "./sampled.js";

const MOST_STANDS = 5000; // at one step
const MOST_WAYS = 20_000; // of one draw

/**
 * Exact probabilities within quotas where draws depend on earlier ones only by what the quotas count: `simple`
 * and `complete` designs, each citizen referred once and drawn alone. All courses that leave the quotas
 * standing alike go on as one.
 *
 * @returns undefined for other plans, and where quotas can stand in too many ways.
 */
export function byMerging(planned: PlannedSteps): Found | undefined {
  const { opening, procedure, steps, width } = planned;
  const { quotas = [] } = opening.allocation;
  if (!goesByQuotasOnly(planned)) return undefined;
  const means = new Float64Array(width * opening.arms.length);
  let stands: readonly Possibility<QuotaCounters>[] = [
    { value: forgetful(startCounters(quotas, opening.date), quotas), probability: 1 },
  ];
  for (const step of steps) {
    const after: Possibility<QuotaCounters>[] = [];
    for (const stand of stands) {
      const drawn = drawAt(planned, stand.value, step);
      if (drawn === undefined) return undefined;
      for (const column of columnsOf(step)) {
        for (const [k, arm] of opening.arms.entries()) {
          const cell = column * opening.arms.length + k;
          means[cell] = (means[cell] ?? 0) + stand.probability * (drawn.probabilities[arm] ?? 0);
        }
      }
      const day = quotaDay(procedure.draws, dayOf(step));
      for (const { value: arms, probability } of drawn.ways) {
        const counted = arms.reduce((counters, arm) => withAllocation(counters, arm, day), stand.value);
        after.push({ value: forgetful(counted, quotas), probability: stand.probability * probability });
      }
    }
    stands = alike(after, canonicalJson);
    if (stands.length > MOST_STANDS) return undefined;
  }
  return { means };
}

/** One draw: everyone's probabilities, and the arms that it can give, in any order; none where there is no room. */
interface DrawnAt {
  readonly probabilities: Probabilities;
  readonly ways: readonly Possibility<readonly string[]>[];
}

function drawAt(rules: Rules, counters: QuotaCounters, step: Step): DrawnAt | undefined {
  const { opening, procedure } = rules;
  const view: View = { opening, procedure, memory: { ...emptyMemory(), counters }, size: 1 };
  let probabilities: Probabilities = {};
  const once = (choose: Choose): readonly string[] => {
    let arms: readonly string[] = [];
    hasRoom(() => {
      if (step.kind === "single" && drawsSingly(view)) {
        const facts = singleFacts(view, step.referral, { choose });
        [probabilities, arms] = [facts.designProbabilities, [facts.arm]];
      } else if (step.kind === "roster" && drawsBatches(view)) {
        const { share } = prepareBatch(view, step.roster.referrals);
        probabilities = share.odds.designProbabilities;
        const totals = share.counts(choose).flatMap((counts) => [...counts.entries()]);
        arms = opening.arms.flatMap((arm, k) => {
          const own = totals.filter(([place]) => place === k).reduce((sum, [, count]) => sum + count, 0);
          return Array.from({ length: own }, () => arm);
        });
      }
    });
    return arms;
  };
  const ways = everyPossibility(once, MOST_WAYS);
  return ways === undefined ? undefined : { probabilities, ways: alike(ways, (arms) => arms.join("/")) };
}

/** Possibilities of the same name taken together. */
function alike<Value>(
  possibilities: readonly Possibility<Value>[],
  nameOf: (value: Value) => string,
): readonly Possibility<Value>[] {
  const found = new Map<string, Possibility<Value>>();
  for (const { value, probability } of possibilities) {
    const name = nameOf(value);
    found.set(name, { value, probability: probability + (found.get(name)?.probability ?? 0) });
  }
  return [...found.values()];
}

function goesByQuotasOnly({ opening, steps }: PlannedSteps): boolean {
  const { design, unit } = opening.allocation;
  const citizens = steps.flatMap(citizensOf);
  const days = steps.map(dayOf);
  return (
    (design.kind === "simple" || design.kind === "complete") &&
    unit !== "household" &&
    new Set(citizens).size === citizens.length &&
    days.every((day, index) => day >= (days[index - 1] ?? day)) // an earlier period, once over, is forgotten
  );
}

/** What of the counters can still matter: the period that was counted last, and of earlier weeks that they were. */
function forgetful(counters: QuotaCounters, quotas: readonly Quota[]): QuotaCounters {
  const byWeeks = quotas.some((quota) => "weeksPerYear" in quota);
  const periods = Object.entries(counters.periods).map(([kind, counts = {}]) => {
    const last = Object.keys(counts).at(-1);
    const kept = Object.entries(counts).flatMap(([name, numbers]) => {
      if (name === last) return [[name, numbers] as const];
      if (kind !== "iso-week" || !byWeeks) return [];
      return [[name, Object.fromEntries(Object.keys(numbers).map((arm) => [arm, 1]))] as const];
    });
    return [kind, Object.fromEntries(kept)] as const;
  });
  return {
    ...counters,
    periods: Object.fromEntries(periods),
    allocations: quotas.some((quota) => "per" in quota && quota.least !== undefined)
      ? counters.allocations
      : {},
    since: quotas.some((quota) => "participants" in quota) ? counters.since : {},
  };
}

function columnsOf(step: Step): readonly number[] {
  if (step.kind === "single") return [step.column];
  return step.kind === "roster" ? step.roster.referrals.map((_, position) => step.column + position) : [];
}

function citizensOf(step: Step): readonly string[] {
  return referralsOf(step).map(({ citizen }) => citizen);
}

function dayOf(step: Step): number {
  return parseDay(referralsOf(step)[0]?.referredOn ?? "", "referral.referredOn");
}

function referralsOf(step: Step): readonly { readonly citizen: string; readonly referredOn: string }[] {
  if (step.kind === "single") return [(step satisfies SingleStep).referral];
  return step.kind === "roster" ? (step satisfies RosterStep).roster.referrals : [];
}
