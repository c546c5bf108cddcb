import {
  citizenCell,
  dateCell,
  mayBeEmpty,
  numberCell,
  parseTable,
  required,
  textCell,
  type CellReader,
  type ParsedTable,
  type RowProblem,
  type TableOptions,
  type TableSchema,
} from "../tables/index.js";

/** An answer of how content someone is with an arm, or a complaint about it. */
export interface Rating {
  /** Pseudonym; absent where the answer is anonymous. */
  readonly citizen?: string;
  /** Id of the arm that it is about. */
  readonly arm: string;
  readonly kind: "satisfaction" | "complaint";
  /** Of satisfaction: the point on the scale that was asked with, more being better. Of complaints: how many; 1 if absent. */
  readonly value?: number;
  /** ISO date. */
  readonly date: string;
  /** Who asked, or whom the complaint went to. */
  readonly surveyedBy: string;
}

/**
 * Reads answers about satisfaction and complaints, one per row: `citizen;arm;kind;value;date;surveyedBy`, or in Danish
 * `borger;enhed;art;værdi;dato;spurgtAf`.
 *
 * `kind` is `satisfaction` (`tilfredshed`) or `complaint` (`klage`). `value` is a point on a scale that all were asked
 * with, more being better; of a complaint it may be empty. `citizen` is a pseudonym, or empty where the answer is
 * anonymous.
 *
 * @param input The file's bytes or text.
 * @param options `name` of the file for errors; `columns`, the file's own column names by ours.
 * @returns rows, notices, and the source with its digest.
 * @throws CompetitionError `rows-in-error` once with every issue: `unknown-kind`, `rating-without-value`,
 *   `impossible-complaints`, `impossible-number`, `impossible-date`, `cpr-shaped`, missing columns and cells.
 *
 * @example
 * const ratings = parseRatings(await readFile("ratings.csv"), { name: "ratings.csv" });
 * @example
 * const header = "citizen;arm;kind;value;date;surveyedBy";
 * parseRatings(`${header}\n;supplier;klage;;30-09-2005;kommunen\n`, { name: "ratings.csv" }).rows;
 * // [{ arm: "supplier", kind: "complaint", date: "2005-09-30", surveyedBy: "kommunen" }]
 */
export function parseRatings(input: Uint8Array | string, options: TableOptions): ParsedTable<Rating> {
  return parseTable(input, options, SCHEMA);
}

const KINDS: Readonly<Record<string, Rating["kind"]>> = {
  satisfaction: "satisfaction",
  tilfredshed: "satisfaction",
  complaint: "complaint",
  klage: "complaint",
};

const kindCell: CellReader<Rating["kind"]> = (text) =>
  KINDS[text.toLowerCase()] ?? {
    code: "unknown-kind",
    expected: "satisfaction (tilfredshed) or complaint (klage)",
    among: Object.keys(KINDS),
  };

const SCHEMA: TableSchema<Rating> = {
  columns: {
    citizen: mayBeEmpty(citizenCell),
    arm: required(textCell),
    kind: required(kindCell),
    value: mayBeEmpty(numberCell),
    date: required(dateCell),
    surveyedBy: required(citizenCell), // a name, in which no personal identification number belongs either
  },
  headings: {
    citizen: ["borger"],
    arm: ["enhed"],
    kind: ["art", "type"],
    value: ["værdi", "score"],
    date: ["dato"],
    surveyedBy: ["spurgtAf", "spurgt af", "indsamlet af"],
  },
  check: ({ kind, value }): RowProblem | undefined => {
    if (kind === "satisfaction" && value === undefined) {
      return { column: "value", code: "rating-without-value", expected: "a point on the scale, such as 4" };
    }
    const isCount = value === undefined || (Number.isSafeInteger(value) && value >= 1);
    return kind === "satisfaction" || isCount
      ? undefined
      : { column: "value", code: "impossible-complaints", expected: "a whole number from 1, or nothing" };
  },
};
