import { monthOf, parseDay, type Day, type Month } from "../core/index.js";
import { findCriterion, type Criterion, type Outcomes } from "../outcomes/index.js";
import { bonusClaims } from "./bonus.js";
import { alikeAfter, byTime, type Stay } from "./liabilityAhead.js";
import { highestOf, rewardOf, type Reward } from "./liabilityBonus.js";
import { standingsOf, type Pending, type Standing } from "./liabilityStanding.js";
import type { PlacedTerms } from "./settled.js";
import type { ArmTerms, BonusTerm, IndexStep, Ore } from "./terms.js";

/** Pending citizens who stand alike, and all of their arm who have stood so for longer. */
export interface Alike {
  readonly pending: readonly Pending[];
  readonly stays: readonly Stay[];
}

/** What the payments of one bonus in one arm are estimated from. */
export interface BonusGround {
  readonly arm: string;
  readonly bonus: BonusTerm;
  readonly indexation: readonly IndexStep[] | undefined;
  readonly criterion: Criterion;
  readonly asOf: Day;
  /** The month of the first day after `asOf`, from which months are counted. */
  readonly firstMonth: Month;
  readonly alike: readonly Alike[];
  /** How each success is paid, by the citizen's position. */
  readonly rewards: ReadonlyMap<number, Reward>;
  /** The most that a pending citizen can be paid. */
  readonly highest: Ore;
  /** Days from when a success is certain to when it falls due, at the least: not above 0. */
  readonly shortestDelay: number;
  /** Those whose amount stands fast. */
  readonly settled: readonly Reward[];
  /** Successes that aren't paid, since another bonus of the citizen is: by position. */
  readonly unpaid: ReadonlySet<number>;
  readonly counts: {
    readonly pending: number;
    readonly lost: number;
    readonly unknown: number;
    readonly successes: number;
    readonly failures: number;
  };
}

/**
 * Gathers what one bonus of an arm is estimated from.
 *
 * @param paidOnce Those whom the statement pays another bonus instead of this one, by position.
 */
export function bonusGround(
  outcomes: Outcomes,
  { arm, indexation }: ArmTerms,
  bonus: BonusTerm,
  paidOnce: ReadonlySet<number>,
): BonusGround {
  const criterion = findCriterion(outcomes, bonus.criterion);
  const asOf = parseDay(outcomes.asOf, "outcomes.asOf");
  const measuredAsOf = parseDay(
    outcomes.measuredAsOf[criterion.id] ?? outcomes.asOf,
    "outcomes.measuredAsOf",
  );
  const measured = outcomes.by(criterion.id, "contract");
  const unless = bonus.clawback === undefined ? [] : outcomes.by(bonus.clawback.unless, "contract");
  const members = outcomes.participants.flatMap((participant, place) => {
    const outcome = measured[place];
    return outcome === undefined || participant.arm !== arm ? [] : [{ participant, outcome, place }];
  });
  const { stays, pending: undecided } = standingsOf(criterion, members, measuredAsOf);
  const pending = undecided.filter(({ place }) => !paidOnce.has(place));
  const rewards = new Map(
    members
      .filter(({ outcome }) => outcome.status === "success")
      .map(({ outcome, place }) => [place, rewardOf(outcome, criterion, bonus, unless[place])]),
  );
  const delays = [...rewards.values()].map(({ certainOn, dueOn }) => dueOn - certainOn);
  const shortestDelay = Math.min(0, ...delays);
  const count = (status: string): number => members.filter(({ outcome }) => outcome.status === status).length;
  return {
    arm,
    bonus,
    indexation,
    criterion,
    asOf,
    firstMonth: monthOf(asOf + 1),
    alike: alikeOf(pending, stays),
    rewards,
    // A pending success is certain on a day that nobody has seen yet.
    highest: highestOf(criterion, bonus, indexation, measuredAsOf + 1 + shortestDelay),
    shortestDelay,
    settled: [...rewards.values()].filter(({ least, most }) => least === most),
    unpaid: paidOnce,
    counts: {
      pending: pending.length,
      lost: count("pending") - pending.length,
      unknown: count("unknown"),
      successes: rewards.size,
      failures: count("failure"),
    },
  };
}

/**
 * By bonus, the citizens of whom the statement says that another bonus is paid: neither is a success that is there
 * paid later, nor one that is pending expected.
 */
export function paidOnceOf(outcomes: Outcomes, placed: PlacedTerms): readonly ReadonlySet<number>[] {
  const claims = placed.terms.bonusesPaid === "once" ? [...bonusClaims(outcomes, placed)] : [];
  return placed.terms.bonuses.map(
    (_, at) =>
      new Set(
        claims.flatMap(([place, own]) => {
          const state = own[at]?.state;
          return state !== undefined && "reason" in state && state.reason === "paid-once" ? [place] : [];
        }),
      ),
  );
}

function alikeOf(
  pending: readonly Pending[],
  stays: Readonly<Record<Standing, readonly Stay[]>>,
): readonly Alike[] {
  const ordered = new Map<Standing, readonly Stay[]>();
  const groups = new Map<string, { pending: Pending[]; stays: readonly Stay[] }>();
  for (const each of pending) {
    const { standing, elapsed } = each;
    const own = ordered.get(standing) ?? byTime(stays[standing]);
    ordered.set(standing, own);
    const key = `${standing} ${elapsed}`;
    const group = groups.get(key) ?? { pending: [], stays: alikeAfter(elapsed, own) };
    group.pending.push(each);
    groups.set(key, group);
  }
  return [...groups.values()];
}
