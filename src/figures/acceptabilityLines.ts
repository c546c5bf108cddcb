import { competitionError } from "../core/index.js";
import type { Language } from "../display/index.js";
import { COST_WORDING } from "./costWording.js";
import { isAmount } from "./plotOptions.js";

/** A point of an acceptability curve. */
export interface AcceptabilityPoint {
  /** øre per additional success. */
  readonly willingnessToPay: number;
  /** That the comparator is worth its cost then, 0 to 1. */
  readonly probability: number;
}

/** A comparison with its acceptability curve, by its structure. */
export interface AcceptabilityShape {
  readonly arm?: string;
  readonly acceptability: readonly AcceptabilityPoint[];
  /** øre per additional success. */
  readonly netBenefit?: readonly { readonly willingnessToPay: number }[];
}

/** What is drawn as one line: its points by what a success is worth. */
export interface WorthLine {
  readonly label: string;
  readonly points: readonly AcceptabilityPoint[];
}

const PATH = "acceptabilityPlot";

/**
 * The curves of a subject as lines, and the amount that its first comparison names.
 *
 * @throws CompetitionError `impossible-subject`, `impossible-row`, `nothing-to-draw` or `labels-mismatch`
 */
export function worthLines(
  subject: readonly AcceptabilityPoint[] | AcceptabilityShape | readonly AcceptabilityShape[],
  labels: readonly string[] | undefined,
  language: Language,
): { readonly lines: readonly WorthLine[]; readonly worth: number | undefined } {
  const shapes = shapesOf(subject).map(checkShape);
  if (labels !== undefined && labels.length !== shapes.length) {
    throw competitionError({
      code: "labels-mismatch",
      path: `${PATH}.labels`,
      received: labels,
      expected: `one label for each of ${shapes.length} curves`,
    });
  }
  const isAlone = shapes.length === 1;
  const lines = shapes.map(({ arm, acceptability }, index) => {
    const own = arm ?? COST_WORDING[language].comparison(String(index + 1));
    const path = `${PATH}.subject[${index}].acceptability`;
    return { label: labels?.[index] ?? (isAlone ? "" : own), points: inOrder(acceptability, path) };
  });
  if (lines.some(({ points }) => points.length > 0)) {
    return { lines: lines.filter(({ points }) => points.length > 0), worth: worthOf(shapes[0]) };
  }
  throw competitionError({
    code: "nothing-to-draw",
    path: PATH,
    received: subject,
    expected: "at least one row of an acceptability curve",
  });
}

function worthOf(shape: AcceptabilityShape | undefined): number | undefined {
  return shape?.netBenefit?.[0]?.willingnessToPay;
}

function shapesOf(
  subject: readonly AcceptabilityPoint[] | AcceptabilityShape | readonly AcceptabilityShape[],
): readonly AcceptabilityShape[] {
  if (!isList(subject)) return [subject];
  return isOfPoints(subject) ? [{ acceptability: subject }] : subject;
}

function isList(
  subject: readonly AcceptabilityPoint[] | AcceptabilityShape | readonly AcceptabilityShape[],
): subject is readonly AcceptabilityPoint[] | readonly AcceptabilityShape[] {
  return Array.isArray(subject);
}

function isOfPoints(
  list: readonly AcceptabilityPoint[] | readonly AcceptabilityShape[],
): list is readonly AcceptabilityPoint[] {
  const [first] = list;
  return typeof first === "object" && first !== null && "probability" in first;
}

function checkShape(shape: AcceptabilityShape, index: number): AcceptabilityShape {
  if (typeof shape === "object" && shape !== null && Array.isArray(shape.acceptability)) return shape;
  throw competitionError({
    code: "impossible-subject",
    path: `${PATH}.subject[${index}]`,
    received: shape,
    expected: "rows with willingnessToPay and probability, or a comparison with its acceptability",
  });
}

/** Points by what a success is worth, each amount once. */
function inOrder(points: readonly AcceptabilityPoint[], path: string): readonly AcceptabilityPoint[] {
  points.forEach((point, index) => {
    if (!isPoint(point)) throw impossible(point, `${path}[${index}]`, "øre from 0 to 10¹⁵ and a probability");
  });
  const ordered = points.toSorted((a, b) => a.willingnessToPay - b.willingnessToPay);
  const twice = ordered.find(
    (point, index) => point.willingnessToPay === ordered[index + 1]?.willingnessToPay,
  );
  if (twice !== undefined) throw impossible(twice, path, "each willingness to pay once");
  return ordered.map(({ willingnessToPay, probability }) => ({ willingnessToPay, probability }));
}

function isPoint(point: AcceptabilityPoint | null): boolean {
  const { willingnessToPay, probability } = point ?? {};
  return (
    isAmount(willingnessToPay) &&
    willingnessToPay >= 0 &&
    typeof probability === "number" &&
    probability >= 0 &&
    probability <= 1
  );
}

function impossible(received: unknown, path: string, expected: string): Error {
  return competitionError({ code: "impossible-row", path, received, expected });
}
