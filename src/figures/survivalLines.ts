import { competitionError } from "../core/index.js";
import type { Language } from "../display/index.js";
import { WORDING } from "./wording.js";

/** The curves of `inference`, by their structure. */
export interface CurveShape {
  readonly kind: "curve";
  readonly measure: "survival" | "cumulative-incidence";
  readonly interval: { readonly level: number };
  readonly rows: readonly CurveStep[];
}

/** A curve at one of its times; it keeps its value from there to the next. */
export interface CurveStep {
  readonly group?: string;
  readonly cause?: string | number;
  readonly time: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
}

/** What is drawn as one line. */
export interface CurveLine {
  readonly label: string;
  readonly steps: readonly [CurveStep, ...CurveStep[]];
  /** What numbers at risk are counted by: lines of the same group share them. */
  readonly group: string;
  /** Value before the first step. */
  readonly start: 0 | 1;
}

/**
 * Curves as lines: one for each group, and cause, of each curve.
 *
 * @param labels of the curves; by default they have none, so that the groups' own names are left, or their number where
 *   several have no groups
 * @throws CompetitionError `impossible-subject`, `nothing-to-draw` or `labels-mismatch`
 */
export function linesOf(
  curves: readonly CurveShape[],
  labels: readonly string[] | undefined,
  language: Language,
): readonly CurveLine[] {
  curves.forEach((curve, index) => checkCurve(curve, curves[0], `survivalPlot.curves[${index}]`));
  if (labels !== undefined && labels.length !== curves.length) {
    throw competitionError({
      code: "labels-mismatch",
      path: "survivalPlot.labels",
      received: labels,
      expected: `one label for each of ${curves.length} curves`,
    });
  }
  const lines = curves.flatMap((curve, index) =>
    linesOfCurve(curve, labels?.[index] ?? numberOf(curves, index, language), language),
  );
  if (lines.length > 0) return lines;
  throw competitionError({
    code: "nothing-to-draw",
    path: "survivalPlot",
    received: curves,
    expected: "at least one curve with rows",
  });
}

/** What tells a curve without groups from the others. */
function numberOf(curves: readonly CurveShape[], index: number, language: Language): string | undefined {
  const isAlone =
    curves.length === 1 || curves[index]?.rows.some(({ group }) => group !== undefined) === true;
  return isAlone ? undefined : WORDING[language].curve(String(index + 1));
}

function linesOfCurve(
  { measure, rows }: CurveShape,
  label: string | undefined,
  language: Language,
): readonly CurveLine[] {
  const words = WORDING[language];
  const lines: { steps: [CurveStep, ...CurveStep[]] }[] = [];
  for (const row of rows) {
    const [first] = lines.at(-1)?.steps ?? [];
    if (first !== undefined && first.group === row.group && first.cause === row.cause)
      lines.at(-1)?.steps.push(row);
    else lines.push({ steps: [row] });
  }
  return lines.map(({ steps }) => {
    const [{ group: name, cause }] = steps;
    const group = [label, name].filter((part) => part !== undefined).join(", ");
    const parts = [
      ...(group === "" ? [] : [group]),
      ...(cause === undefined ? [] : [words.cause(String(cause))]),
    ];
    return {
      label: parts.length === 0 ? words.everyone : parts.join(", "),
      steps,
      group: group === "" ? words.everyone : group,
      start: measure === "survival" ? 1 : 0,
    };
  });
}

function checkCurve(curve: CurveShape, first: CurveShape | undefined, path: string): void {
  const isCurve = typeof curve === "object" && curve !== null && curve.kind === "curve";
  if (isCurve && Array.isArray(curve.rows) && curve.measure === first?.measure) return;
  throw competitionError({
    code: "impossible-subject",
    path,
    received: isCurve ? curve.measure : curve,
    expected: `a curve${isCurve ? ` of ${first?.measure ?? ""}, as the first one is` : " of this package"}`,
  });
}

/**
 * The last step at or before a time; none before the first, nor after the last follow-up, unless all
 * have had an event by then.
 */
export function stepAt({ steps }: CurveLine, time: number): CurveStep | undefined {
  const step = steps.findLast((each) => each.time <= time);
  const isSeen = step !== steps.at(-1) || step?.time === time || step?.censored === 0;
  return isSeen ? step : undefined;
}

/** The first line of each group. */
export function groupsOf(lines: readonly CurveLine[]): readonly CurveLine[] {
  return lines.filter(({ group }, index) => lines.findIndex((line) => line.group === group) === index);
}

/** How many of a line's group are at risk at a time. */
export function atRiskAt({ steps }: CurveLine, time: number): number {
  return steps.find((step) => step.time >= time)?.atRisk ?? 0;
}

/** More bands would cover each other. */
export const MOST_BANDS = 3;

/** Whether the limits of lines are drawn: those of many can't be told apart. */
export function hasBands(lines: readonly CurveLine[]): boolean {
  return lines.length <= MOST_BANDS;
}

/** Whether limits exclude anything: where they don't, no band is drawn. */
export function isInformative({ lower, upper }: CurveStep): boolean {
  return lower > 0 || upper < 1;
}
