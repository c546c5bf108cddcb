import {
  checkSpan,
  levelRule,
  provenanceOf,
  resolveOptions,
  type Notice,
  type OptionRules,
  type Span,
} from "../core/index.js";
import { resultMaker } from "../display/index.js";
import { adjustPValues, type Count } from "../inference/index.js";
import type { Outcomes } from "../outcomes/index.js";
import { endSigns } from "./gamingEnds.js";
import { exclusionSigns } from "./gamingExclusions.js";
import { gamingSignsFace } from "./gamingFace.js";
import { returnSigns } from "./gamingGroups.js";
import { questionOf, type Names } from "./gamingQuestions.js";
import { startSigns } from "./gamingStarts.js";
import type { CountedSign, GamingSign, GamingSigns, GamingSignsData } from "./gamingTypes.js";
import { checkGiven } from "./given.js";
import { checkPlan } from "./plan.js";
import type { PaymentPlan } from "./terms.js";

export interface GamingOptions {
  /** How long after its amount a success ends "just after" it; a month where months are asked for, else 14 days. */
  readonly within?: Span | undefined;
  /** How long after the referral a course has to start; that of the payment terms (`lateStart.within`) by default. */
  readonly deadline?: Span | undefined;
  /** How many working days before the deadline are "just before" it, from 1 to 5; 3 by default. */
  readonly workingDays?: number | undefined;
  /** Confidence level: a sign is worth a look whose adjusted p-value is below 1 − level; 0.95 by default. */
  readonly level?: number | undefined;
}

interface Resolved {
  readonly within?: Span;
  readonly deadline?: Span;
  readonly workingDays: number;
  readonly level: number;
}

const SPAN = {
  expected: "a span, such as { days: 14 }",
  accepts: (value: unknown) => typeof value === "object" && value !== null,
} as const;

const RULES: OptionRules<Resolved> = {
  within: SPAN,
  deadline: SPAN,
  workingDays: {
    default: 3,
    expected: "a whole number from 1 to 5",
    accepts: (value) => typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 5,
  },
  level: levelRule,
};

const makeSigns: (data: GamingSignsData) => GamingSigns = resultMaker<GamingSignsData>(gamingSignsFace);

/**
 * Tells which counts may be worth a look, because payment by results could bring them about: as questions, each with
 * a test and with what may explain it without anyone being to blame.
 *
 * - Successes that end just after the amount was reached: more than in as long a time after that (a binomial test by the
 *   numbers left, which is conservative; a hazard of ending that falls fast gives a sign too), and arm against arm (Fisher).
 * - Courses that start on the last working days before the deadline: more than on the same days of the week before (a
 *   binomial test of one half); a team counts once.
 * - Returns of one group of the strata, against the arm's others and arm against arm (Fisher).
 * - Citizens who never started, withdrew, were returned, whose outcome is unknown, or whom an exemption moved after the
 *   draw, arm against arm (Fisher), of those whom chance could have given to either.
 *
 * A count with fewer than 5 events is shown and not tested. The p-values are adjusted by Holm for all that are
 * tested: where nothing is going on, the probability that even one is pointed out is at most 1 − level. What is
 * pointed out is unusual, and may have a good reason; what isn't may still be going on.
 *
 * @param payment The protocol's `payment`: whose bonuses' criteria are looked at, and whose deadlines; without it all
 *   criteria of the contract, and no deadline.
 * @param options `within`, `deadline`, `workingDays` (3), `level` (0.95).
 * @returns `signs`, each with `count`, `comparedWith`, `test`, `adjustedPValue`, `isWorthALook`, and the question in words;
 *   a notice for each that couldn't be looked at.
 * @throws CompetitionError what is wrong in the payment terms; `unknown-option`, `impossible-option`, `impossible-span`.
 * @example
 * gamingSigns(outcomes, protocol.payment).signs.filter(({ isWorthALook }) => isWorthALook);
 * @example
 * gamingSigns(outcomes).notices[0]; // { code: "sign-absent", sign: "starts-before-deadline", reason: "no-deadline", … }
 * @see Holm (1979), Scandinavian Journal of Statistics 6, 65–70
 */
export function gamingSigns(outcomes: Outcomes, payment?: PaymentPlan, options?: GamingOptions): GamingSigns {
  checkGiven("gamingSigns", { outcomes });
  const terms = payment === undefined ? [] : checkPlan(outcomes, payment).terms;
  const { values, record } = resolveOptions("gamingSigns", options, RULES);
  const { within, deadline, workingDays, level } = values;
  if (within !== undefined) checkSpan(within, "gamingSigns.within");
  if (deadline !== undefined) checkSpan(deadline, "gamingSigns.deadline");
  const { protocol } = outcomes;
  const paid = new Set(terms.flatMap(({ bonuses }) => bonuses.map(({ criterion }) => criterion)));
  const contract = protocol.criteria.filter(({ basis, id }) =>
    payment === undefined ? basis === "contract" : paid.has(id),
  );
  const criteria = contract.map(({ id }) => id);
  const starts = startSigns(
    outcomes,
    (arm) => deadline ?? terms.find((term) => term.arm === arm)?.lateStart?.within,
    workingDays,
  );
  const counted = [
    ...endSigns(outcomes, criteria, within),
    ...starts.signs,
    ...returnSigns(outcomes),
    ...exclusionSigns(outcomes, criteria),
  ];
  const names: Names = {
    arms: protocol.arms.map(({ id, name }) => ({ arm: id, name })),
    criteria: contract.map(({ id, name }) => ({ criterion: id, name })),
  };
  const signs = asQuestions(counted, names, level);
  return makeSigns({
    kind: "gaming-signs",
    method: "exact-tests-holm",
    references: [
      ...new Set([
        ...signs.flatMap(({ test }) => test?.references ?? []),
        "Holm (1979), Scandinavian Journal of Statistics 6, 65–70",
      ]),
    ],
    notices: [...starts.notices, ...drawNotices(outcomes)],
    provenance: provenanceOf("gamingSigns", record, {
      participants: outcomes.participants.length,
      terms,
      outcomes: outcomes.provenance,
    }),
    asOf: outcomes.asOf,
    level,
    signs,
    tested: signs.filter(({ test }) => test !== null).length,
    ...names,
  });
}

function asQuestions(counted: readonly CountedSign[], names: Names, level: number): readonly GamingSign[] {
  const tested = counted.filter(({ test }) => test !== null);
  const adjusted = adjustPValues(tested.map(({ test }) => test?.pValue ?? 1));
  return counted.map((sign) => {
    const adjustedPValue = adjusted[tested.indexOf(sign)] ?? null;
    return {
      ...sign,
      share: shareOf(sign.count),
      comparedShare: shareOf(sign.comparedWith),
      adjustedPValue,
      isWorthALook: adjustedPValue !== null && adjustedPValue < 1 - level,
      ...questionOf(sign, names),
    };
  });
}

function shareOf({ events, total }: Count): number | null {
  return total === 0 ? null : events / total;
}

/** What the tests don't know of the draw. */
function drawNotices({ participants }: Outcomes): readonly Notice[] {
  const chances = participants.map(({ designProbabilities }) => designProbabilities);
  const first = chances[0] ?? {};
  const differ = chances.some((each) =>
    Object.keys(first).some((arm) => Math.abs((each[arm] ?? 0) - (first[arm] ?? 0)) > 1e-9),
  );
  const households = participants.some(({ household }) => household !== undefined);
  return [
    ...(households ? [{ code: "households-not-considered", severity: "caution" } as const] : []),
    ...(differ ? [{ code: "chances-differ", severity: "caution" } as const] : []),
  ];
}
