import type { Notice } from "../core/index.js";
import type { Participant } from "../outcomes/index.js";
import { isParsed, rowsOf, type TableInput } from "../tables/index.js";
import type { BaselineRow } from "./types.js";

/** What of a column there is to look at. */
interface GivenColumn {
  readonly name: string;
  readonly values: ReadonlyMap<string, number | string>;
  readonly isNumeric: boolean;
}

/** From so many cells that are numbers on one that isn't looks like a slip: nine in ten. */
const MOSTLY = 0.9;

/** What is to be said of given columns, before they are used: slips among numbers, and columns that tell nothing. */
export function columnNotices(
  columns: readonly GivenColumn[],
  given: TableInput<BaselineRow>,
  isNumber: (text: string) => boolean,
): readonly Notice[] {
  return columns.flatMap((column): readonly Notice[] => {
    const { name, values } = column;
    if (new Set(values.values()).size === 1)
      return [{ code: "baseline-column-constant", severity: "info", column: name }];
    return column.isNumeric ? [] : slips(column, given, isNumber);
  });
}

/** A column that is of numbers but for a few cells, and is therefore taken as one of categories. */
function slips(
  { name, values }: GivenColumn,
  given: TableInput<BaselineRow>,
  isNumber: (text: string) => boolean,
): readonly Notice[] {
  const others = [...values].filter(([, text]) => !isNumber(String(text)));
  const [first] = others;
  if (first === undefined || others.length > (1 - MOSTLY) * values.size) return [];
  const [citizen, value] = first;
  const index = rowsOf(given).findIndex(
    (row) => row.citizen === citizen && String(row[name] ?? "").trim() === value,
  );
  const row = isParsed(given) ? given.rowNumber(index) : index + 1;
  return [
    { code: "baseline-not-numeric", severity: "caution", column: name, row, value, cells: others.length },
  ];
}

/** Columns that say otherwise of citizens than the ledger, whose strata were frozen before the draw. */
export function stratumNotices(
  matched: ReadonlyMap<string, BaselineRow>,
  participants: readonly Participant[],
): readonly Notice[] {
  const factors = new Set(participants.flatMap(({ stratum }) => Object.keys(stratum)));
  return [...factors].flatMap((factor): readonly Notice[] => {
    const citizens = participants.filter(({ citizen, stratum }) => {
      const text = String(matched.get(citizen)?.[factor] ?? "").trim();
      return text !== "" && text !== stratum[factor];
    }).length;
    return citizens === 0
      ? []
      : [{ code: "baseline-contradicts-stratum", severity: "caution", column: factor, citizens }];
  });
}
