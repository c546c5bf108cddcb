import type { Publishable } from "../core/index.js";
import {
  formatChance,
  ABSENT,
  formatCount,
  formatDate,
  formatKroner,
  formatLevel,
  formatPoints,
  type Block,
  type Column,
  type Face,
  type Language,
  type Row,
} from "../display/index.js";
import { intervalCell, limitColumns, withReason } from "../effects/index.js";
import type { Estimate, Quadrant } from "../inference/index.js";
import type {
  ArmCost,
  ArmPayments,
  CostComparison,
  CostDifference,
  CostEffectivenessData,
} from "./costTypes.js";
import { COST_WORDS, describeCostNotice } from "./costWords.js";
import { kronerInterval } from "./kronerInterval.js";

/** How costs show themselves: a sentence for each comparison, the arms, the differences, the net benefits, what is left out. */
export const costFace: Face<CostEffectivenessData> = { blocks: costBlocks, rows: costRows };

/** Costs as blocks, for a report that takes them in. */
export function costBlocks(data: CostEffectivenessData, language: Language): readonly Block[] {
  const words = COST_WORDS[language];
  const cohort = words.cohort(
    formatDate(data.matureThrough, { language }),
    data.criterionName[language],
    formatDate(data.asOf, { language }),
  );
  return [
    ...data.comparisons.map((comparison): Block => {
      return { block: "paragraph", style: "lead", text: costSentence(data, comparison, language) };
    }),
    ...(data.isTooEarly
      ? [{ block: "paragraph", text: words.payments.lead } as const, paymentsTable(data, language)]
      : [{ block: "paragraph", text: cohort } as const, armsTable(data, language)]),
    // Too early: nothing beside that sentence that could be read as a comparison.
    ...data.comparisons
      .filter(({ standing }) => standing !== "too-early")
      .flatMap((comparison) => [
        comparisonTable(data, comparison, language),
        ...(comparison.netBenefit.length === 0 ? [] : [netBenefitTable(data, comparison, language)]),
        ...quadrantLine(comparison, language),
      ]),
    ...data.notices.map((notice): Block => {
      const { name } = notice;
      const text = describeCostNotice(notice, {
        language,
        // An arm without costs isn't among the arms that are told of.
        nameOf: (arm) => (typeof name === "string" ? name : nameOf(data, arm)),
      });
      return { block: "note", tone: notice.severity, text };
    }),
  ];
}

type ToldEffect = Publishable<Pick<Estimate, "estimate" | "interval">>;

/** Standings told by the costs, since the successes are no different for certain. */
const BY_COST: ReadonlySet<CostComparison["standing"]> = new Set([
  "alike-for-less",
  "alike-for-more",
  "nothing-shown",
]);

/**
 * What the costs and successes of two arms come to, in one or two sentences; a difference in successes
 * that a reader was told right before isn't told again.
 */
export function costSentence(
  data: CostEffectivenessData,
  comparison: CostComparison,
  language: Language,
  told?: ToldEffect,
): string {
  const words = COST_WORDS[language];
  const { cost, difference, effect, standing, perAdditionalSuccess } = comparison;
  const level = formatLevel(cost.level, { language });
  const costClause = isFixed(cost)
    ? words.fixedCost(kroner(cost.estimate, language))
    : words.cost(kroner(cost.estimate, language), level, kronerInterval(cost, language));
  const clauses = [effectClause(effect, level, language), costClause];
  const figures = isSame(effect, told)
    ? [costClause]
    : BY_COST.has(standing)
      ? clauses.toReversed()
      : clauses;
  const sentence = words.standings[standing]({
    arm: nameOf(data, comparison.arm),
    reference: nameOf(data, comparison.reference),
    figures: figures.join("; "),
  });
  if (standing === "too-early") return sentence;
  if (perAdditionalSuccess === null) return `${sentence} ${words.noRatio}`;
  if (perAdditionalSuccess.estimate === null || !isBounded(perAdditionalSuccess)) {
    return `${sentence} ${words.ratioOpen(level)}`;
  }
  const { lower, upper } = perAdditionalSuccess.interval;
  const tell = lower < 0 && upper > 0 ? words.ratioOfEitherSign : words.ratios[quadrantOf(difference)];
  const price = kroner(perAdditionalSuccess.estimate, language);
  return `${sentence} ${tell(price, level, limits(perAdditionalSuccess, language))}`;
}

function isSame(effect: Estimate, told: ToldEffect | undefined): boolean {
  if (effect.estimate === null || effect.estimate !== told?.estimate) return false;
  const { lower, upper, level } = effect.interval;
  return lower === told.interval.lower && upper === told.interval.upper && level === told.interval.level;
}

function effectClause(effect: Estimate, level: string, language: Language): string {
  const words = COST_WORDS[language];
  const points = formatPoints(effect.estimate, { language });
  return effect.status === "estimated"
    ? words.effect(points, level, intervalCell(effect, language))
    : words.bareEffect(points);
}

/** Where the point estimates lie: more successes are east, higher costs north. */
function quadrantOf({ cost, effect }: CostComparison["difference"]): Quadrant {
  if (effect >= 0) return cost >= 0 ? "northEast" : "southEast";
  return cost >= 0 ? "northWest" : "southWest";
}

function armsTable(data: CostEffectivenessData, language: Language): Block {
  const words = COST_WORDS[language].arms;
  const level = formatLevel(data.level, { language });
  return {
    block: "table",
    caption: words.caption,
    columns: columnsOf(words.columns(level)),
    rows: data.arms.map((each) => [
      each.name,
      formatCount(each.citizens, { language }),
      formatCount(each.courses, { language }),
      formatCount(each.successes, { language }),
      formatCount(each.contractSuccesses, { language }),
      formatKroner(each.cost, { language }),
      kroner(each.perReferral, language),
      kroner(each.perCourse, language),
      kroner(each.perSuccess?.estimate ?? null, language),
      limits(each.perSuccess, language),
    ]),
  };
}

/** What was paid so far, of everyone: sums, and nothing that could be read as a comparison. */
function paymentsTable({ payments }: CostEffectivenessData, language: Language): Block {
  const words = COST_WORDS[language].payments;
  return {
    block: "table",
    caption: words.caption,
    columns: columnsOf(words.columns),
    rows: payments.map((each) => [
      each.name,
      formatCount(each.citizens, { language }),
      formatCount(each.furtherReferrals, { language }),
      formatCount(each.courses, { language }),
      formatCount(each.contractSuccesses, { language }),
      formatKroner(each.paid, { language }),
    ]),
  };
}

function comparisonTable(data: CostEffectivenessData, comparison: CostComparison, language: Language): Block {
  const words = COST_WORDS[language].comparison;
  const { cost, effect, perAdditionalSuccess, resampled } = comparison;
  const level = formatLevel(cost.level, { language });
  const ratio = (name: string, estimate: Estimate | null): readonly string[] => [
    name,
    kroner(estimate?.estimate ?? null, language),
    limits(estimate, language),
  ];
  return {
    block: "table",
    caption: words.caption(nameOf(data, comparison.arm), nameOf(data, comparison.reference)),
    columns: columnsOf(words.columns(level)),
    rows: [
      [
        isFixed(cost) ? words.rows.fixedCost : words.rows.cost,
        kroner(cost.estimate, language),
        isFixed(cost) ? ABSENT : kronerInterval(cost, language),
      ],
      [
        withReason(words.rows.effect, effect, language),
        formatPoints(effect.estimate, { language }),
        intervalCell(effect, language),
      ],
      ratio(words.rows.ratio, perAdditionalSuccess),
      ratio(words.rows.resampled, resampled),
    ],
  };
}

function netBenefitTable(data: CostEffectivenessData, comparison: CostComparison, language: Language): Block {
  const words = COST_WORDS[language].netBenefit;
  const level = formatLevel(comparison.cost.level, { language });
  return {
    block: "table",
    caption: words.caption(nameOf(data, comparison.arm), nameOf(data, comparison.reference)),
    columns: columnsOf(words.columns(level)),
    rows: comparison.netBenefit.map(({ willingnessToPay, saved, benefit }) => [
      formatKroner(willingnessToPay, { language }) + (saved ? words.saved : ""),
      kroner(benefit.estimate, language),
      limits(benefit, language),
      formatChance(benefit.probabilityCostEffective, language),
    ]),
  };
}

function quadrantLine(
  { resampled: { quadrants, times } }: CostComparison,
  language: Language,
): readonly Block[] {
  if (quadrants === undefined) return [];
  const words = COST_WORDS[language];
  const shares = (Object.keys(words.quadrants) as Quadrant[]).map(
    (quadrant) => `${words.quadrants[quadrant]} ${formatChance(quadrants[quadrant], language, times)}`,
  );
  return [{ block: "paragraph", style: "small", text: `${words.plane}: ${shares.join("; ")}.` }];
}

/** A row for each arm and each difference; amounts in øre. */
export function costRows({ arms, comparisons, payments }: CostEffectivenessData): readonly Row[] {
  return [
    ...payments.flatMap((each) =>
      paymentRows(each).map(([measure, estimate]) => row(each.arm, null, measure, { estimate })),
    ),
    ...arms.flatMap((each) => armRows(each).map(([measure, value]) => row(each.arm, null, measure, value))),
    ...comparisons.flatMap((each) =>
      (
        [
          ["cost-difference", { estimate: each.cost.estimate, interval: each.cost }],
          ["risk-difference", each.effect],
          ["cost-per-additional-success", each.perAdditionalSuccess],
          ["cost-per-additional-success-bootstrap", each.resampled],
          ...each.netBenefit.map(
            ({ willingnessToPay, benefit }) => [`net-benefit-at-${willingnessToPay}`, benefit] as const,
          ),
        ] as const
      ).map(([measure, value]) => row(each.arm, each.reference, measure, value)),
    ),
  ];
}

function row(arm: string, reference: string | null, measure: string, value: Valued | null): Row {
  const { estimate, interval, segments = [], status = "estimated", reason } = value ?? { estimate: null };
  const isAlike = interval !== undefined && isFixed(interval);
  return {
    arm,
    reference,
    measure,
    estimate,
    ...(interval === undefined
      ? { lower: null, upper: null, level: null, reason: null }
      : limitColumns({
          interval,
          status: isAlike ? "not-estimable" : status,
          ...(isAlike ? { reason: "costs-alike" } : reason === undefined ? {} : { reason }),
        })),
    segments: segments.map((piece) => piece.join(" to ")).join("; "),
    probability: value?.probabilityCostEffective ?? null,
  };
}

interface Valued {
  readonly estimate: number | null;
  readonly interval?: Pick<Estimate["interval"], "lower" | "upper" | "level">;
  readonly status?: Estimate["status"];
  readonly reason?: string;
  readonly segments?: readonly (readonly [number, number])[];
  /** Of a net benefit above 0. */
  readonly probabilityCostEffective?: number;
}

/** Of everyone, followed for long enough or not. */
function paymentRows(each: ArmPayments): readonly (readonly [string, number])[] {
  return [
    ["citizens-paid-for", each.citizens],
    ["further-referrals-paid-for", each.furtherReferrals],
    ["courses-paid-for", each.courses],
    ["contract-successes-of-everyone", each.contractSuccesses],
    ["paid-to-everyone", each.paid],
  ];
}

function armRows(each: ArmCost): readonly (readonly [string, Valued | null])[] {
  return [
    ["citizens", { estimate: each.citizens }],
    ["courses", { estimate: each.courses }],
    ["successes", { estimate: each.successes }],
    ["cost", { estimate: each.cost }],
    ["cost-per-referral", { estimate: each.perReferral }],
    ["cost-per-course", { estimate: each.perCourse }],
    ["cost-per-success", each.perSuccess],
    ["contract-successes", { estimate: each.contractSuccesses }],
  ];
}

/** øre of an estimate in whole kroner: more digits would promise what no estimate keeps. */
function kroner(amount: number | null, language: Language): string {
  if (amount === null || !Number.isFinite(amount)) return formatKroner(null, { language });
  return formatKroner(Math.round(amount / 100) * 100, { language });
}

function isFixed({ lower, upper }: Pick<CostDifference, "lower" | "upper">): boolean {
  return lower === upper;
}

function limits(estimate: Estimate | null, language: Language): string {
  if (estimate === null || isFixed(estimate.interval)) return ABSENT;
  const { interval, segments } = estimate;
  if (segments === undefined && !isBounded(estimate)) return COST_WORDS[language].any;
  const pieces = segments ?? [[interval.lower, interval.upper] as const];
  return pieces
    .map(([lower, upper]) => kronerInterval({ lower, upper }, language))
    .join(COST_WORDS[language].or);
}

/** Whether it is one interval with two ends. */
function isBounded({ interval }: Estimate): boolean {
  return Number.isFinite(interval.lower) && Number.isFinite(interval.upper);
}

function columnsOf(headings: readonly string[]): readonly Column[] {
  return headings.map((heading, index) => ({ heading, align: index === 0 ? "left" : "right" }));
}

function nameOf({ arms }: CostEffectivenessData, arm: string): string {
  return arms.find((each) => each.arm === arm)?.name ?? arm;
}
