import {
  fastStream,
  levelRule,
  monthOf,
  parseDay,
  provenanceOf,
  resolveOptions,
  uniform,
  type OptionRules,
} from "../core/index.js";
import { resultMaker } from "../display/index.js";
import type { Outcomes } from "../outcomes/index.js";
import { checkGiven } from "./given.js";
import { drawBonus, estimateBonus, totalOf, type BonusEstimate, type Drawn } from "./liabilityEstimate.js";
import { expectedPaymentsFace } from "./liabilityFace.js";
import { bonusGround, paidOnceOf, type BonusGround } from "./liabilityGround.js";
import { liabilityNotices } from "./liabilityNotices.js";
import { mostByArm, overlap, withinRoom } from "./liabilityRoom.js";
import { sumOfBonuses, sumOfMonths, tellMonths, type Monthly, type Telling } from "./liabilitySums.js";
import type { ExpectedPayments, ExpectedPaymentsData, OpenBonus } from "./liabilityTypes.js";
import { checkPlan } from "./plan.js";
import type { PaymentPlan } from "./terms.js";

/** What payments are expected from. */
export interface ExpectedPaymentsInput {
  readonly outcomes: Outcomes;
  /** The protocol's `payment`. */
  readonly payment: PaymentPlan | undefined;
}

export interface ExpectedPaymentsOptions {
  /** From which the interval is drawn; without it there is none, which a notice says. */
  readonly seed?: string | number | undefined;
  /** How many ways it may go are drawn for the interval; 1,000 by default. */
  readonly times?: number | undefined;
  /** How probably the interval is to hold what will be paid, as a proportion; 0.95 by default. */
  readonly level?: number | undefined;
  /** How many months after `asOf` are told one by one; all in which something is expected by default. */
  readonly months?: number | undefined;
}

interface Resolved {
  readonly seed?: string | number;
  readonly times: number;
  readonly level: number;
  readonly months?: number;
}

const RULES: OptionRules<Resolved> = {
  seed: {
    expected: "a text or a number that can be written down",
    accepts: (value) =>
      (typeof value === "string" && value !== "") || (typeof value === "number" && !Number.isNaN(value)),
  },
  times: {
    default: 1000,
    expected: "a whole number from 100 to 1,000,000",
    accepts: (value) => isWhole(value, 100, 1_000_000),
  },
  level: levelRule,
  months: { expected: "a whole number from 1 to 1,200", accepts: (value) => isWhole(value, 1, 1200) },
};

const makeExpectedPayments: (data: ExpectedPaymentsData) => ExpectedPayments =
  resultMaker<ExpectedPaymentsData>(expectedPaymentsFace);

/**
 * Tells what the bonuses of outcomes that are still pending can cost: at least, at most, and what is expected in
 * each calendar month to come.
 *
 * Each pending citizen is judged by what became of those in the same arm who had stood in the same way for as long:
 * referred for so many days where the criterion's window hangs on the referral; otherwise waiting for the course to
 * start, in a course that runs, or after its end. From there on the Aalen-Johansen estimate gives the probability of
 * success after t days, F(t) − F(u) over 1 − F(u) − G(u) with u the days so far, F the curve of successes and G that of
 * failures; the pending are censored in it, unknown outcomes are not in it. Successes pay what those that are
 * there paid: their delay, their amount by degree, their instalments (a criterion of calendar months is reached at the
 * end of one, so that its payments may be told a month too early or too late). Where nobody was followed for longer nothing can
 * be said: what is at stake there is told as `notEstimable`, and is neither 0 nor extrapolated.
 *
 * The interval is for what will be paid, not for its mean. The citizens of each arm are drawn anew with replacement
 * (not within the blocks of a weekly draw, which hold too few to vary), the curves estimated from them, and each pending
 * citizen's course of things drawn from the curves, with the same chance for all bonuses of a citizen; its limits
 * are percentiles of the sums over `times` such ways. What takes longer than anyone has been followed fails in each of
 * them for the lower limit, and succeeds at the highest amount for the upper, in every month in which it may be paid: the
 * interval then covers both, and is wide early in a competition. It holds as long as those referred later fare like
 * those referred before.
 *
 * Payments are bonuses alone, without VAT: no base payments and no deductions. What the statement calls lost isn't
 * expected: where only one of several bonuses is paid, none of those whom another is paid already. Caps of the whole
 * contract bound everything by what they leave, nothing where they are used up: earlier months first, so that the
 * expectation is the expected sum or what is left, whichever is less (the mean of what is paid under a cap is at
 * most that). Caps of months and years, minimums and money paid back are not in it, nor, beyond the highest amount,
 * that one of several bonuses still open for a citizen excludes the others: a notice says so where the terms have them.
 *
 * @param input `outcomes`, and `payment`: the protocol's.
 * @param options `seed` (none: no interval), `times` (1,000), `level` (0.95), `months` (all).
 * @returns `bonuses` by arm and term with `pending`, `best`, `worst`, `certain` (øre that successes will still be
 *   paid), `expected` with its interval, in all and by month; and the `total` of all.
 * @throws CompetitionError `not-planned` if the protocol has no payment, what else is wrong in its terms;
 *   `outcome-undated`, `unknown-option`, `impossible-option`.
 * @example
 * const payments = expectedPayments({ outcomes, payment: protocol.payment }, { seed: "2006" });
 * payments.total.expected; // 1_480_000.5, in øre
 * @example
 * // Everything is decided and paid.
 * expectedPayments({ outcomes, payment: protocol.payment }).total.worst; // 0
 * @see Aalen & Johansen (1978), Scandinavian Journal of Statistics 5, 141–150; van Houwelingen (2007), ibid. 34, 70–85,
 *   doi:10.1111/j.1467-9469.2006.00529.x, for those who stand alike at a time
 */
export function expectedPayments(
  input: ExpectedPaymentsInput,
  options?: ExpectedPaymentsOptions,
): ExpectedPayments {
  checkGiven("expectedPayments", { input });
  const { outcomes, payment } = input;
  checkGiven("expectedPayments", { outcomes });
  const plan = checkPlan(outcomes, payment);
  const { terms } = plan;
  const { values, record } = resolveOptions("expectedPayments", options, RULES);
  const open = terms.flatMap((ofArm, index) => {
    const paidOnce = paidOnceOf(outcomes, { terms: ofArm, place: `terms[${index}]` });
    return ofArm.bonuses.map((bonus, at) => {
      const ground = bonusGround(outcomes, ofArm, bonus, paidOnce[at] ?? new Set());
      return { term: `terms[${index}].bonuses[${at}]`, ground, estimate: estimateBonus(ground) };
    });
  });
  const mostOf = mostByArm(outcomes, plan, open);
  const draws = drawsOf(
    open.map(({ ground }) => ground),
    outcomes,
    values,
  );
  const monthly = terms.flatMap(({ arm }) =>
    withinRoom(
      open
        .filter(({ ground }) => ground.arm === arm)
        .map(({ ground, estimate }) => monthlyOf(estimate, draws?.get(ground))),
      mostOf.get(arm) ?? 0,
    ),
  );
  const all = sumOfBonuses(monthly);
  const most = [...mostOf.values()].reduce((sum, amount) => sum + amount, 0);
  const telling: Omit<Telling, "most"> = {
    firstMonth: monthOf(parseDay(outcomes.asOf, "outcomes.asOf") + 1),
    months: values.months ?? all.expected.length,
    level: values.level,
  };
  const bonuses = open.map(({ term, ground, estimate }, index): OpenBonus => {
    const room = mostOf.get(ground.arm) ?? 0;
    const worst = Math.min(estimate.worst, room);
    return {
      arm: ground.arm,
      name: outcomes.protocol.arms.find(({ id }) => id === ground.arm)?.name ?? ground.arm,
      term,
      criterion: ground.criterion.id,
      criterionName: ground.criterion.name,
      ...ground.counts,
      best: totalOf((monthly[index] ?? all).certain),
      worst,
      notEstimable: within(estimate.notEstimable, worst),
      ...tellMonths(monthly[index] ?? all, { ...telling, most: worst }),
    };
  });
  return makeExpectedPayments({
    kind: "expected-payments",
    method: "landmark-aalen-johansen",
    references: [
      "Aalen & Johansen (1978), Scandinavian Journal of Statistics 5, 141–150",
      "van Houwelingen (2007), Scandinavian Journal of Statistics 34, 70–85, doi:10.1111/j.1467-9469.2006.00529.x",
    ],
    notices: liabilityNotices(
      bonuses,
      terms.map((ofArm) => ({
        terms: ofArm,
        overlap: overlap(open.filter(({ ground }) => ground.arm === ofArm.arm)),
      })),
      values.seed !== undefined,
    ),
    provenance: provenanceOf("expectedPayments", record, {
      participants: outcomes.participants.length,
      terms,
      outcomes: outcomes.provenance,
    }),
    asOf: outcomes.asOf,
    level: values.level,
    bonuses,
    total: {
      best: bonuses.reduce((sum, { best }) => sum + best, 0),
      worst: most,
      notEstimable: within(
        {
          citizens: bonuses.reduce((sum, { notEstimable }) => sum + notEstimable.citizens, 0),
          amount: bonuses.reduce((sum, { notEstimable }) => sum + notEstimable.amount, 0),
        },
        most,
      ),
      ...tellMonths(all, { ...telling, most }),
    },
  });
}

/** What can't be estimated is no more than what can be paid at all; where that is nothing, nobody is waited for. */
function within({ citizens, amount }: OpenBonus["notEstimable"], most: number): OpenBonus["notEstimable"] {
  return most === 0 ? { citizens: 0, amount: 0 } : { citizens, amount: Math.min(amount, most) };
}

function monthlyOf(
  { certain, standing, pending }: BonusEstimate,
  draws: readonly Drawn[] | undefined,
): Monthly {
  return {
    certain,
    expected: sumOfMonths([standing, pending]),
    draws: draws?.map(({ paid, beyond }) => ({ paid: sumOfMonths([standing, paid]), beyond })),
  };
}

/**
 * The ways that each bonus may go. The arms have streams of their own, and a citizen the same weight and chance in
 * all bonuses, so that neither the order of terms nor another arm's changes what is drawn.
 */
function drawsOf(
  grounds: readonly BonusGround[],
  { participants }: Outcomes,
  { seed, times }: Resolved,
): ReadonlyMap<BonusGround, readonly Drawn[]> | undefined {
  if (seed === undefined) return undefined;
  const draws = new Map<BonusGround, Drawn[]>(grounds.map((ground) => [ground, []]));
  for (const arm of new Set(grounds.map((ground) => ground.arm))) {
    const own = grounds.filter((ground) => ground.arm === arm);
    const places = participants.flatMap((participant, place) => (participant.arm === arm ? [place] : []));
    const stream = fastStream(seed, `expected-payments/1 ${arm}`);
    const [chances, choices] = [new Float64Array(participants.length), new Float64Array(participants.length)];
    for (let way = 0; way < times; way++) {
      const weights = new Uint32Array(participants.length);
      for (const place of places) {
        const drawn = places[Math.floor(uniform(stream) * places.length)] ?? place;
        weights[drawn] = (weights[drawn] ?? 0) + 1;
        chances[place] = uniform(stream);
        choices[place] = uniform(stream);
      }
      for (const ground of own) draws.get(ground)?.push(drawBonus(ground, weights, chances, choices));
    }
  }
  return draws;
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}
