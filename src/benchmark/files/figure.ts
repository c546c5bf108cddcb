import type { RowProblem } from "../../tables/index.js";
import type { CountRow, ExpectedRow, RateRow } from "../types.js";
import { eventsOf, isRateOf } from "./reconstruct.js";
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
  | Pick<CountRow, "figure" | "events" | "total" | "expected" | "reconstructed" | "eventsWithin">
  | Pick<RateRow, "figure" | "rate" | "rounding" | "total" | "unit">
  | Pick<ExpectedRow, "figure" | "unit" | "expected" | "actual" | "expectedShare" | "actualShare" | "rank">;

/** A row's figure; `not-told` where marks say that it is missing; else what is wrong. */
export type ReadFigure =
  | { readonly figure: Figure; readonly ofNoCount?: true; readonly isPartial?: true }
  | { readonly figure: "not-told" }
  | { readonly problem: RowProblem };

/**
 * Which figure a row's cells make up: expected and actual; else events and total; else a rate with its total, as events
 * where one whole number gives it, or several whose differences are little beside chance.
 */
export function figureOf(cells: FigureCells): ReadFigure {
  const { events, total, rate } = told(cells);
  const impossible = impossibleIn(cells);
  if (impossible !== undefined) return impossible;
  if ("actual" in told(cells) || "actualShare" in told(cells)) return expectedOf(cells);
  if (events !== undefined && total !== undefined) return countsOf(told(cells), events, total);
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
  if (!("actual" in figure) && !("actualShare" in figure)) return { figure: "not-told" };
  const pairs = [cells.expected, cells.actual, cells.expectedShare, cells.actualShare];
  return pairs.includes("missing") ? { figure, isPartial: true } : { figure };
}

/** More than live in Denmark: marks of thousands or columns were taken for something else. */
const MOST = 10_000_000;
const TOO_MANY = "at most 10,000,000, which is more than live in Denmark";

/** A number that nothing of its kind can be. */
function impossibleIn(cells: FigureCells): ReturnType<typeof problem> | undefined {
  const { events = 0, total = 0, expected = 0, actual = 0, rank = 1 } = told(cells);
  for (const [column, number] of Object.entries({ events, total, expected, actual }))
    if (number > MOST) return problem(column, "impossible-number", TOO_MANY);
  if (expected < 0) return problem("expected", "impossible-number", "a number from 0");
  if (actual < 0) return problem("actual", "impossible-number", "a number from 0");
  return rank < 1 ? problem("rank", "impossible-number", "a place on the list, from 1") : undefined;
}

function countsOf({ expected, rate }: ToldCells, events: number, total: number): ReadFigure {
  if (events > total) return problem("events", "events-above-total", `at most the total, ${total}`);
  if (expected !== undefined && expected > total)
    return problem("expected", "expected-above-total", `at most the total, ${total}`);
  if (rate !== undefined && !isRateOf(shareOf(rate), events, total)) {
    const share = total === 0 ? "nothing" : `${Number(((100 * events) / total).toFixed(2))} %`;
    return problem(
      "rate",
      "rate-contradicts-events",
      `the rate of ${events} of ${total}, ${share}`,
      "Correct either, or leave the column out: where events are there, the rate isn't used.",
    );
  }
  return { figure: { figure: "counts", events, total, ...(expected === undefined ? {} : { expected }) } };
}

function rateOf(printed: string, total: number | undefined): ReadFigure {
  const share = shareOf(printed);
  if (total === 0 && share.value > share.rounding)
    return problem("total", "rate-of-nobody", "a total above 0, beside a rate that isn't 0");
  const found = total === undefined ? "several" : eventsOf(share, total);
  if (total !== undefined && typeof found === "object") {
    const { events, within } = found;
    const figure: Figure = { figure: "counts", events, total, reconstructed: true };
    return { figure: within === 0 ? figure : { ...figure, eventsWithin: within } };
  }
  const figure: Figure = {
    figure: "rate",
    rate: share.value,
    rounding: share.rounding,
    ...(total === undefined ? {} : { total }),
  };
  return found === "none" ? { figure, ofNoCount: true } : { figure };
}

type ToldCells = { readonly [Name in keyof FigureCells]?: Exclude<FigureCells[Name], "missing" | undefined> };

/** The cells that tell something. */
function told(cells: FigureCells): ToldCells {
  return Object.fromEntries(
    Object.entries(cells).filter(([, value]) => value !== undefined && value !== "missing"),
  );
}

function problem(
  column: string,
  code: string,
  expected: string,
  hint?: string,
): { readonly problem: RowProblem } {
  return { problem: { code, column, expected, ...(hint === undefined ? {} : { hint }) } };
}
