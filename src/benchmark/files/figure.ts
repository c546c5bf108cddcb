import type { RowProblem } from "../../tables/index.js";
import type { CountRow, ExpectedRow, RateRow } from "../types.js";
import { eventsOf } from "./reconstruct.js";
import { shareOf } from "./share.js";

type Told<Value> = Value | "missing" | undefined;

/** The cells of a row that may hold its figure, as they were read. */
export interface FigureCells {
  readonly events?: Told<number>;
  readonly total?: Told<number>;
  readonly rate?: Told<string>;
  readonly expected?: Told<number>;
  readonly actual?: Told<number>;
  readonly expectedShare?: Told<string>;
  readonly actualShare?: Told<string>;
  readonly rank?: Told<number>;
}

/** The properties that make up a row's figure. */
export type Figure =
  | Pick<CountRow, "figure" | "events" | "total" | "expected" | "reconstructed">
  | Pick<RateRow, "figure" | "rate" | "rounding" | "total" | "unit">
  | Pick<ExpectedRow, "figure" | "unit" | "expected" | "actual" | "expectedShare" | "actualShare" | "rank">;

/** A row's figure; `not-told` where marks say that it is missing; else what is wrong. */
export type ReadFigure =
  | { readonly figure: Figure; readonly ofNoCount?: true }
  | { readonly figure: "not-told" }
  | { readonly problem: RowProblem };

/**
 * Which figure a row's cells make up: expected and actual; else events and total; else a rate with its total, as events
 * where only one whole number gives it.
 */
export function figureOf(cells: FigureCells): ReadFigure {
  const { events, total, rate } = told(cells);
  if ("actual" in told(cells) || "actualShare" in told(cells)) return expectedOf(cells);
  if (events !== undefined && total !== undefined) return countsOf(events, total, told(cells).expected);
  if (rate !== undefined && events === undefined) return rateOf(rate, total);
  if (Object.values(cells).includes("missing")) return { figure: "not-told" };
  return problem(events === undefined ? "events" : "total", "missing-figure", WANTED);
}

const WANTED =
  "events and total, a rate with its total, or expected and actual; a mark such as .. where it isn't told";

function expectedOf(cells: FigureCells): ReadFigure {
  const { events, rate, rank } = told(cells);
  if (events !== undefined || rate !== undefined)
    return problem("actual", "two-figures", "either events or a rate, or expected and actual");
  for (const [one, other] of [
    ["expected", "actual"],
    ["expectedShare", "actualShare"],
  ] as const) {
    const alone = cells[one] === undefined ? one : other;
    if ((cells[one] === undefined) !== (cells[other] === undefined))
      return problem(alone, "missing-figure", `both ${one} and ${other}`);
  }
  const { expected, actual, expectedShare, actualShare } = told(cells);
  const figure: Figure = {
    figure: "expected",
    unit: "full-time-persons",
    ...(expected === undefined || actual === undefined ? {} : { expected, actual }),
    ...(expectedShare === undefined || actualShare === undefined
      ? {}
      : { expectedShare: shareOf(expectedShare).value, actualShare: shareOf(actualShare).value }),
    ...(rank === undefined ? {} : { rank }),
  };
  return "actual" in figure || "actualShare" in figure ? { figure } : { figure: "not-told" };
}

function countsOf(events: number, total: number, expected: number | undefined): ReadFigure {
  if (events > total) return problem("events", "events-above-total", `at most the total, ${total}`);
  return { figure: { figure: "counts", events, total, ...(expected === undefined ? {} : { expected }) } };
}

function rateOf(printed: string, total: number | undefined): ReadFigure {
  const share = shareOf(printed);
  const events = total === undefined ? "several" : eventsOf(share, total);
  if (total !== undefined && typeof events === "number")
    return { figure: { figure: "counts", events, total, reconstructed: true } };
  const figure: Figure = {
    figure: "rate",
    rate: share.value,
    rounding: share.rounding,
    ...(total === undefined ? {} : { total }),
  };
  return events === "none" ? { figure, ofNoCount: true } : { figure };
}

/** The cells that tell something. */
function told(cells: FigureCells): {
  readonly [Name in keyof FigureCells]?: Exclude<FigureCells[Name], "missing" | undefined>;
} {
  return Object.fromEntries(
    Object.entries(cells).filter(([, value]) => value !== undefined && value !== "missing"),
  );
}

function problem(column: string, code: string, expected: string): { readonly problem: RowProblem } {
  return { problem: { code, column, expected } };
}
