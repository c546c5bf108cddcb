import { SUPPRESSED } from "../core/index.js";
import {
  formatCount,
  formatInterval,
  formatNumber,
  type Block,
  type Face,
  type Language,
  type Row,
} from "../display/index.js";
import { questionName, readingName } from "../outcomes/index.js";
import { SPECIFICATION_WORDS } from "./specificationWords.js";
import type { Specification, SpecificationData, SpecifiedComparison } from "./specificationTypes.js";
import { table } from "./table.js";
import { VERDICT_NAMES } from "./words.js";

/** How the readings of a criterion show themselves: whether the conclusion hangs on them, then each by itself. */
export const specificationFace: Face<SpecificationData> = {
  blocks: specificationBlocks,
  rows: specificationRows,
};

/** One row for each pair of arms and each combination; without a comparison where the contract alone asks. */
export function specificationRows({ specifications }: SpecificationData): readonly Row[] {
  const pairs = specifications[0]?.comparisons ?? [];
  return specifications.flatMap((each, index) => rowsOf(each, index, pairs));
}

/** Whether the conclusion hangs on how the criterion is read, as a sentence; one of each comparison whose does. */
function specificationSentence(data: SpecificationData, language: Language): string {
  const words = SPECIFICATION_WORDS[language];
  const { specifications, conclusions, tried, contractOnly } = data;
  if (tried === 1) return contractOnly.length === 0 ? words.onlyOne : words.contractAlone;
  if (isTooEarly(specifications)) return words.tooEarly;
  if (hasNoDifference(specifications)) return words.nothing;
  const hanging = conclusions.filter(({ same }) => same < tried);
  return hanging.length === 0
    ? words.same(triedText(data, language))
    : hanging.map(({ arm }) => readingSentence(data, arm, language)).join(" ");
}

/** How many readings lead to another conclusion about an arm; which arm where there are several. */
export function readingSentence(data: SpecificationData, arm: string, language: Language): string {
  const words = SPECIFICATION_WORDS[language];
  const about = data.conclusions.length === 1 ? "" : words.about(...namesOf(data, arm));
  return words[restsOnReading(data, arm) ? "rests" : "differs"](
    formatCount(othersOf(data, arm), { language }),
    triedText(data, language),
    about,
    otherText(data, arm, language),
  );
}

/** To which conclusions other readings lead: the one, or each with how many do. */
function otherText(data: SpecificationData, arm: string, language: Language): string {
  const { to, namely, each } = SPECIFICATION_WORDS[language];
  const [name] = namesOf(data, arm);
  const others = ofArm(data.conclusions, arm)?.others ?? [];
  const [only, ...more] = others;
  if (only === undefined) return "";
  if (more.length === 0) return namely(to[only.verdict](name));
  const counted = others.map(({ verdict, count }) =>
    each(formatCount(count, { language }), to[verdict](name)),
  );
  return ` (${counted.join("; ")})`;
}

/** Whether most readings lead to another conclusion about an arm than the one that is drawn. */
export function restsOnReading(data: SpecificationData, arm: string): boolean {
  return 2 * othersOf(data, arm) > data.tried;
}

function othersOf({ conclusions, tried }: SpecificationData, arm: string): number {
  return tried - (ofArm(conclusions, arm)?.same ?? tried);
}

function triedText({ combinations, tried }: SpecificationData, language: Language): string {
  return SPECIFICATION_WORDS[language].tried[combinations](formatCount(tried, { language }));
}

function namesOf({ arms, conclusions }: SpecificationData, arm: string): readonly [string, string] {
  const nameOf = (of: string): string => arms.find(({ id }) => id === of)?.name ?? of;
  return [nameOf(arm), nameOf(ofArm(conclusions, arm)?.reference ?? "")];
}

/** Whether the conclusion hangs on the reading, each single change, and the combinations that reach furthest. */
export function specificationBlocks(data: SpecificationData, language: Language): readonly Block[] {
  const words = SPECIFICATION_WORDS[language];
  const { specifications, tried, contractOnly, isPartial = false } = data;
  const lead = specificationSentence(data, language);
  const comparisons = isPartial ? [] : (specifications[0]?.comparisons ?? []);
  return [
    { block: "heading", level: 3, text: words.heading, id: "readings" },
    { block: "paragraph", style: "lead", text: lead },
    ...(tried === 1 && contractOnly.length === 0
      ? []
      : [
          ...(isEmpty(data) ? [] : [{ block: "paragraph", text: textOf(data, language) } as const]),
          ...uncounted(data, language),
          ...(isEmpty(data) ? [] : comparisons.map((_, index) => comparisonTable(data, index, language))),
        ]),
  ];
}

/** Whether a table would have nothing to show: nothing is compared yet, and no reading changes an outcome. */
function isEmpty({ specifications, isPartial = false }: SpecificationData): boolean {
  const changes = specifications.flatMap(({ flips }) => flips);
  return (
    !isPartial &&
    isTooEarly(specifications) &&
    changes.every(({ referral, contract }) => referral === 0 && contract === 0)
  );
}

/** Which questions the comparison tells nothing of, and that their answers aren't among the counted. */
function uncounted({ contractOnly, tried }: SpecificationData, language: Language): readonly Block[] {
  if (contractOnly.length === 0 || tried === 1) return [];
  const names = contractOnly.map((question) => questionName(question, language));
  return [{ block: "paragraph", text: SPECIFICATION_WORDS[language].uncounted(names) }];
}

function textOf({ specifications, isPartial = false }: SpecificationData, language: Language): string {
  const { text, extremes, partial } = SPECIFICATION_WORDS[language];
  if (isPartial) return partial;
  return isTooEarly(specifications) ? text : `${text} ${extremes}`;
}

/** Nothing is concluded yet, however the criterion is read. */
function isTooEarly(specifications: readonly Specification[]): boolean {
  return specifications.every(({ comparisons }) =>
    comparisons.every(({ verdict }) => verdict === "too-early"),
  );
}

/** There is nothing to compare, however the criterion is read. */
function hasNoDifference(specifications: readonly Specification[]): boolean {
  return specifications.every(({ comparisons }) => comparisons.every(({ estimate }) => estimate === null));
}

function comparisonTable(data: SpecificationData, index: number, language: Language): Block {
  const words = SPECIFICATION_WORDS[language];
  const { specifications } = data;
  const nameOf = (arm: string | undefined): string =>
    data.arms.find(({ id }) => id === arm)?.name ?? arm ?? "";
  const comparison = specifications[0]?.comparisons[index];
  const arms = [comparison?.arm, comparison?.reference].flatMap((arm) => arm ?? []);
  const order = data.questions.map(({ question }) => question);
  const shown = specifications
    .filter(({ changed }) => changed.length <= 1)
    .toSorted((a, b) => order.indexOf(a.changed[0] ?? "") - order.indexOf(b.changed[0] ?? ""));
  const extremes = [
    [words.lowest, extreme(specifications, index, isLower)],
    [words.highest, extreme(specifications, index, isHigher)],
  ] as const;
  const headings = [
    words.reading,
    ...arms.map((arm) => words.flips(nameOf(arm))),
    words.difference,
    words.verdict,
  ];
  const rows = [
    ...shown.map((each) => [answersText(each, language), ...figureCells(each, arms, index, language)]),
    ...extremes.flatMap(([name, each]) =>
      each === undefined
        ? []
        : [[`${name}: ${answersText(each, language)}`, ...figureCells(each, arms, index, language)]],
    ),
  ];
  const versus = words.versus(nameOf(comparison?.arm), nameOf(comparison?.reference));
  const plain = table(words.caption(versus), headings, rows, 1);
  const columns = plain.columns.map((column, at) =>
    at === headings.length - 1 ? { ...column, align: "left" as const } : column,
  );
  return { ...plain, columns, id: `table-readings-${index + 1}` };
}

/**
 * The same with only what its table shows: each reading by itself, and the combinations that go furthest; of a
 * comparison that is too early no difference.
 */
export function shownSpecifications(data: SpecificationData): SpecificationData {
  const { specifications } = data;
  const furthest = (specifications[0]?.comparisons ?? []).flatMap((_, index) => [
    extreme(specifications, index, isLower),
    extreme(specifications, index, isHigher),
  ]);
  const kept = specifications.filter((each) => each.changed.length <= 1 || furthest.includes(each));
  return { ...data, specifications: kept.map(withoutEarly) };
}

function withoutEarly(specification: Specification): Specification {
  const comparisons = specification.comparisons.map((each): SpecifiedComparison =>
    each.verdict === "too-early" ? { ...each, estimate: null, lower: -1, upper: 1 } : each,
  );
  return { ...specification, comparisons };
}

const isLower = (a: number, b: number): boolean => a < b;
const isHigher = (a: number, b: number): boolean => a > b;

/** The combination whose difference goes furthest; none where there is no difference. */
function extreme(
  specifications: readonly Specification[],
  index: number,
  isFurther: (a: number, b: number) => boolean,
): Specification | undefined {
  const differenceOf = ({ comparisons }: Specification): number | null | undefined =>
    comparisons[index]?.verdict === "too-early" ? null : comparisons[index]?.estimate;
  return specifications.reduce<Specification | undefined>((furthest, each) => {
    const [here, there] = [differenceOf(each), furthest === undefined ? undefined : differenceOf(furthest)];
    if (here === null || here === undefined) return furthest;
    return there === null || there === undefined || isFurther(here, there) ? each : furthest;
  }, undefined);
}

function answersText({ answers, changed }: Specification, language: Language): string {
  const texts = changed.map(
    (question) =>
      `${questionName(question, language)}: ${readingName(question, answers[question] ?? "", language)}`,
  );
  return texts.length === 0 ? SPECIFICATION_WORDS[language].byDefault : texts.join("; ");
}

function figureCells(
  { flips, comparisons }: Specification,
  arms: readonly string[],
  index: number,
  language: Language,
): readonly string[] {
  const count = (value: number): string => formatCount(value, { language });
  const perArm = arms.map((arm) => {
    const flip = ofArm(flips, arm);
    return `${count(flip?.referral ?? 0)} (${count(flip?.contract ?? 0)})`;
  });
  const comparison = comparisons[index];
  return [...perArm, differenceText(comparison, language), verdictText(comparison, language)];
}

function differenceText(comparison: SpecifiedComparison | undefined, language: Language): string {
  if (comparison === undefined || comparison.verdict === "too-early") return "–";
  const { estimate, lower, upper } = comparison;
  const points = formatNumber(estimate === null ? null : estimate * 100, { language, decimals: 1 });
  // Limits that are the whole parameter space tell nothing of an estimate.
  if (estimate !== null && upper - lower >= 2) return points;
  return `${points} (${formatInterval({ lower, upper }, { language, unit: "points" })})`;
}

function verdictText(comparison: SpecifiedComparison | undefined, language: Language): string {
  return comparison === undefined ? "–" : VERDICT_NAMES[language][comparison.verdict];
}

function rowsOf(
  { answers, flips, rates, comparisons }: Specification,
  index: number,
  pairs: readonly SpecifiedComparison[],
): readonly Row[] {
  return pairs.map(({ arm, reference }, place) => {
    const { estimate = null, lower = null, upper = null, verdict = null } = comparisons[place] ?? {};
    const isCompared = comparisons.length > 0;
    const countOf = (of: string, fact: "events" | "total"): Row[string] =>
      isCompared ? (ofArm(rates, of)?.[fact] ?? SUPPRESSED) : null;
    return {
      specification: index,
      readings: Object.entries(answers)
        .map(([question, reading]) => `${question}=${reading}`)
        .join(" "),
      arm,
      reference,
      armFlips: ofArm(flips, arm)?.referral ?? 0,
      referenceFlips: ofArm(flips, reference)?.referral ?? 0,
      armContractFlips: ofArm(flips, arm)?.contract ?? 0,
      referenceContractFlips: ofArm(flips, reference)?.contract ?? 0,
      armEvents: countOf(arm, "events"),
      armTotal: countOf(arm, "total"),
      referenceEvents: countOf(reference, "events"),
      referenceTotal: countOf(reference, "total"),
      estimate,
      lower,
      upper,
      verdict,
    };
  });
}

function ofArm<Each extends { readonly arm: string }>(all: readonly Each[], arm: string): Each | undefined {
  return all.find((each) => each.arm === arm);
}
