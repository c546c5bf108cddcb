import { requireReview } from "./given.js";
import { oneOf, resolveOptions, SUPPRESSED, type OptionRules } from "../core/index.js";
import { formatDate, METHOD_NAMES, nameOf, type Language, type Row } from "../display/index.js";
import { DANISH_CODES } from "./codes.js";
import { DANISH_COLUMNS, SHEETS } from "./columns.js";
import type { ReviewToWrite } from "./document.js";
import { OFFICE_WORDS } from "./words.js";
import { writeWorkbook, type CellFormat } from "./workbook.js";
import { ofOneDay } from "./zip.js";

/** What is needed of a review to write its tables. */
export type TablesToWrite = ReviewToWrite & {
  readonly tables: Readonly<Record<string, readonly Row[]>>;
  readonly arms: readonly { readonly id: string; readonly name: string }[];
  readonly labels: Readonly<Record<string, Label>>;
  readonly effects: readonly { readonly criterion: string }[];
  readonly criteria: readonly { readonly id: string; readonly name: Readonly<Record<Language, string>> }[];
};

/** What a column that citizens are grouped by, and its groups, are called. */
interface Label {
  readonly name: Readonly<Record<Language, string>>;
  readonly levels?: Readonly<Record<string, Readonly<Record<Language, string>>>>;
}

const DATES = ["date", "referredOn", "matureThrough", "claimedOn", "dueOn"];

/**
 * Every table of a review as a workbook (XLSX): a sheet for each, numbers as numbers, and before them one
 * that tells what is where. Danish sheets are for people: Danish headings, and words and names in place of codes and
 * ids. English ones have the names and codes that JSON and CSV have. Amounts are whole øre.
 *
 * Needs the optional package `write-excel-file`.
 *
 * @param review A review, or its published edition: its tables are written as they are.
 * @param options `language`: `en` by default.
 * @returns The bytes of the file: the same review gives the same bytes.
 * @throws CompetitionError `package-missing`, `unknown-option`, `impossible-option`.
 *
 * @example
 * await writeFile("review.xlsx", await writeReviewWorkbook(review, { language: "da" }))
 * @example
 * await writeReviewWorkbook(review.publish()) // small counts are hidden: "suppressed"
 */
export async function writeReviewWorkbook(
  review: TablesToWrite,
  options: { readonly language?: Language } = {},
): Promise<Uint8Array> {
  const { language = "en" } = resolveOptions("writeReviewWorkbook", options, RULES).values;
  requireReview("writeReviewWorkbook", review);
  const heading = (column: string): string =>
    language === "da" ? (DANISH_COLUMNS[column] ?? column) : column;
  const sheets = Object.entries(review.tables).map(([id, rows]) => ({
    ...sheetOf(id, review, language),
    rows: inLanguage(rows, language).map((row) => named(inWords(row, review, language), heading)),
  }));
  const contents = contentsOf(review, sheets, language);
  const tables = Object.fromEntries(sheets.map(({ name, rows }) => [name, rows]));
  const formats = Object.fromEntries(DATES.map((column): [string, CellFormat] => [heading(column), "date"]));
  const workbook = await writeWorkbook(
    { [OFFICE_WORDS[language].contents]: contents, ...tables },
    { formats },
  );
  return ofOneDay(workbook, review.asOf);
}

const RULES: OptionRules<{ readonly language?: Language }> = { language: oneOf(["en", "da"]) };

/** Of a table that is made of words in both languages only those of one. */
function inLanguage(rows: readonly Row[], wanted: Language): readonly Row[] {
  return rows.flatMap(({ language, ...row }) => {
    if (language === undefined) return [row];
    return language === wanted ? [row] : [];
  });
}

const ARM_COLUMNS = new Set(["arm", "reference", "otherArm", "name", "group"]);
const CRITERION_COLUMNS = new Set(["criterion", "among", "item"]);

/** The row with words for its codes, and names for the ids of units, criteria and groups, where people read it. */
function inWords(row: Row, review: TablesToWrite, language: Language): Row {
  if (language === "en") return row;
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === "string" ? (nameFor(column, value, review) ?? wordFor(column, value)) : value,
    ]),
  );
}

function nameFor(column: string, id: string, { arms, criteria, labels }: TablesToWrite): string | undefined {
  const arm = ARM_COLUMNS.has(column) ? arms.find((each) => each.id === id) : undefined;
  if (arm !== undefined) return arm.name;
  if (CRITERION_COLUMNS.has(column)) return criteria.find((criterion) => criterion.id === id)?.name.da;
  if (column === "criterionName") return criteria.find(({ name }) => name.en === id)?.name.da;
  if (column === "factor") return labels[id]?.name.da;
  if (column !== "group") return undefined;
  return Object.values(labels).find(({ levels = {} }) => Object.hasOwn(levels, id))?.levels?.[id]?.da;
}

function wordFor(column: string, code: string): string {
  const words = DANISH_CODES[column];
  if (words !== undefined && Object.hasOwn(words, code)) return words[code] ?? code;
  const [, worth] = /^net-benefit-at-(\d+)$/.exec(code) ?? [];
  if (worth !== undefined) return `nettogevinst ved ${Number(worth) / 100} kr. pr. succes (øre)`;
  if (column === "method") return nameOf(METHOD_NAMES, code, "da");
  return code === SUPPRESSED ? "skjult" : code;
}

/** The row under other names; two of them may have the same word, and then keep their own. */
function named(row: Row, heading: (column: string) => string): Row {
  const columns = Object.keys(row);
  const words = columns.map(heading);
  return Object.fromEntries(
    columns.map((column, at) => {
      const word = words[at] ?? column;
      return [words.indexOf(word) === at ? word : column, row[column] ?? null];
    }),
  );
}

interface Sheet {
  readonly name: string;
  readonly about: string;
}

function sheetOf(id: string, review: TablesToWrite, language: Language): Sheet {
  const position = review.effects.findIndex(({ criterion }) => id === `effect-${criterion}`);
  const effect = review.effects[position];
  if (effect !== undefined) {
    const about = review.criteria.find((each) => each.id === effect.criterion)?.name[language];
    return { name: `${OFFICE_WORDS[language].result} ${position + 1}`, about: about ?? effect.criterion };
  }
  const [name, about] = SHEETS[id]?.[language] ?? [id, id];
  return { name, about };
}

function contentsOf(
  { title, asOf, simulated }: ReviewToWrite,
  sheets: readonly (Sheet & { readonly rows: readonly Row[] })[],
  language: Language,
): readonly Row[] {
  const words = OFFICE_WORDS[language];
  const line = (sheet: string | null, about: string, rows: number | null): Row => ({
    [words.sheet]: sheet,
    [words.about]: about,
    [words.rows]: rows,
  });
  return [
    line(null, `${title[language]}, ${formatDate(asOf, { language })}`, null),
    ...(simulated ? [line(null, words.simulated, null)] : []),
    ...sheets.map(({ name, about, rows }) => line(name, about, rows.length)),
  ];
}
