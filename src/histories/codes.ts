import { competitionError, formatDay, readDay } from "../core/index.js";
import {
  issueList,
  mayBeEmpty,
  parseTable,
  required,
  textCell,
  wordCell,
  type CellReader,
  type ParsedTable,
  type RowProblem,
  type TableOptions,
} from "../tables/index.js";
import { overlappingMeanings } from "./codes-map.js";
import type { CodeMeaning } from "./codes-types.js";
import type { StateVocabulary } from "./types.js";
import { defaultStates, isVocabulary } from "./vocabulary.js";
import { daysOfWeek, readWeek } from "./weeks.js";

export interface CodeOptions extends TableOptions {
  /** The states that codes may mean; {@link defaultStates} by default. */
  readonly states?: StateVocabulary | undefined;
}

/**
 * Reads `codes.csv`: what the codes of a weekly register mean, from when to when, and who says so.
 *
 * Columns `code;state;from;to;source`. A code is text (`012` isn't `12`); its state is one of the vocabulary or
 * `none`: observed, but in no state. `from` and `to` are inclusive dates, ISO or Danish, or ISO weeks (`2008-W05`);
 * either may be empty. A code may mean one state in one period and another in the next. No list of codes comes with
 * this package: DREAM's is changed by its owner, and a wrong line in it would turn support into success.
 *
 * People who died, emigrated, moved away or retired have codes of their own in a register; map them to `dead`,
 * `emigrated`, `moved` and `state-pension`, never to `none`.
 *
 * @param options `name` of the file; `columns`, its own column names by ours; `states`.
 * @returns rows with ISO dates: weeks have become their Monday and Sunday.
 * @throws CompetitionError `rows-in-error` with all issues of the file, among them `unknown-state` (names the nearest
 * known one), `impossible-date`, `ends-before-start` and `overlapping-meanings`, which names both rows.
 * @example
 * const codes = "code;state;from;to;source\n101;cash-assistance;;2008-W05;invented\n101;revalidation;2008-W06;;invented\n";
 * parseCodes(codes, { name: "codes.csv" }).rows[0]
 * // { code: "101", state: "cash-assistance", to: "2008-02-03", source: "invented" }
 * @example
 * parseCodes("code;state;from;to;source\n007;none;;;invented\n", { name: "codes.csv" }).rows
 * // [{ code: "007", state: "none", source: "invented" }]
 */
export function parseCodes(input: Uint8Array | string, options: CodeOptions): ParsedTable<CodeMeaning> {
  const { states = defaultStates, ...file } = { ...options };
  if (!isVocabulary(states)) throw impossibleStates(states);
  const table = parseTable<CodeMeaning>(input, file, {
    columns: {
      code: required(textCell),
      state: required(wordCell([...Object.keys(states), "none"], "unknown-state")),
      from: mayBeEmpty(edgeCell("start")),
      to: mayBeEmpty(edgeCell("end")),
      source: required(textCell),
    },
    check: endsBeforeStart,
  });
  const issues = issueList(table.source.name);
  for (const { earlier, later } of overlappingMeanings(table.rows)) {
    issues.add({
      code: "overlapping-meanings",
      row: table.rowNumber(later),
      column: "from",
      received: table.rows[later]?.from ?? "",
      expected: `days on which row ${table.rowNumber(earlier)} doesn't give a meaning to code ${table.rows[later]?.code}`,
    });
  }
  issues.throwIfAny();
  return table;
}

/** A day, or the first or last one of an ISO week, as an ISO date. */
function edgeCell(edge: "start" | "end"): CellReader<string> {
  return (text) => {
    const week = readWeek(text);
    if (week !== undefined) {
      const { start, end } = daysOfWeek(week, "overlap");
      return formatDay(edge === "start" ? start : end - 1);
    }
    const day = readDay(text);
    if (day !== undefined) return formatDay(day);
    return { code: "impossible-date", expected: "a day as YYYY-MM-DD or DD-MM-YYYY, or a week as YYYY-Www" };
  };
}

function endsBeforeStart({ from, to }: CodeMeaning): RowProblem | undefined {
  if (from === undefined || to === undefined || to >= from) return undefined; // ISO dates sort as text
  return { code: "ends-before-start", column: "to", expected: `the last day, no earlier than ${from}` };
}

function impossibleStates(received: unknown): Error {
  return competitionError({
    code: "impossible-option",
    path: "parseCodes.states",
    received,
    expected: "states by name, each with a list of properties",
  });
}
