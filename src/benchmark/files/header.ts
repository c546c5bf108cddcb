import { nearestWord } from "../../core/index.js";
import { issueList, splitRecords, withoutCpr } from "../../tables/index.js";

/** Danish names that a file may have for a column as they stand. */
export const HEADINGS = {
  municipality: ["kommune", "kommunenavn"],
  period: ["periode"],
  group: ["gruppe"],
  cluster: ["klynge"],
  source: ["kilde"],
  benefit: ["ydelse"],
  year: ["år"],
  direction: ["retning"],
  population: ["målgruppe"],
  anchor: ["målt fra"],
  window: ["måleperiode"],
  events: ["antal", "antal med succes"],
  total: ["i alt", "antal i alt"],
  rate: ["succesrate"],
  expected: ["forventet", "forventet antal"],
  actual: ["faktisk", "faktisk antal"],
  expectedShare: ["forventet andel"],
  actualShare: ["faktisk andel"],
  rank: ["placering"],
} as const;

/**
 * Looks for headings that are nearly a known column's, or its beginning, where that column isn't there: a framework
 * condition called `expectd` would be computed with, and what was expected would be missing; a direction called `dir`
 * would be left out. A file without any column of municipalities is another table, whose missing columns say so.
 *
 * @param map The file's own names by ours: a heading that is named there is meant as it stands.
 * @throws CompetitionError `rows-in-error` with `column-near-miss` for each; `impossible-heading` for `__proto__`, whose
 *   numbers would be lost without notice.
 */
export function checkHeadings(
  file: string,
  body: string,
  known: ReadonlySet<string>,
  map: Readonly<Record<string, string>>,
): void {
  const { cells, lines } = splitRecords(body);
  const at = cells.findIndex((record) => record.some((cell) => cell.trim() !== ""));
  const headings = (cells[at] ?? []).map((cell) => cell.trim()).filter((heading) => heading !== "");
  const there = new Set(headings.map(plain));
  const namesOf = (name: string): readonly string[] => [name, ...(FURTHER[name] ?? [])].map(plain);
  const meant = new Set([...Object.values(map).map(plain), ...[...known].flatMap(namesOf)]);
  const absent = [...known].filter(
    (name) => map[name] === undefined && !namesOf(name).some((each) => there.has(each)),
  );
  const nearOf = (heading: string): string | undefined =>
    meant.has(plain(heading)) ? undefined : nearestHeading(heading, absent);
  // Without municipalities it is another table: what its columns are nearly would lead astray.
  const isOther =
    absent.includes("municipality") && !headings.some((each) => nearOf(each) === "municipality");
  const issues = issueList(file);
  for (const heading of headings) {
    if (heading === "__proto__")
      issues.add({
        code: "impossible-heading",
        row: lines[at] ?? 1,
        column: heading,
        received: heading,
        expected: "a name that JavaScript keeps for no purpose of its own",
      });
    const near = isOther ? undefined : nearOf(heading);
    if (near === undefined) continue;
    const shown = withoutCpr(heading);
    issues.add({
      code: "column-near-miss",
      row: lines[at] ?? 1,
      column: shown,
      received: shown,
      expected: "a known column, or a name that can't be taken for one",
      hint: `Did you mean ${near}? Then call it so, or map it: ${mapped(near, shown)}. If it is a framework condition of its own, say so: ${mapped(shown, shown)}.`,
    });
  }
  issues.throwIfAny();
}

/** How a file's heading is mapped, in a program and on the command line. */
function mapped(name: string, heading: string): string {
  const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
  return `columns: { ${key}: ${JSON.stringify(heading)} }, or --columns <table>.${name}=${heading}`;
}

/** The column that a heading is nearly, or whose beginning it is: `dir`, `pop`. */
function nearestHeading(heading: string, absent: readonly string[]): string | undefined {
  const near = nearestWord(heading, absent);
  if (near !== undefined || heading.length < SHORTEST) return near;
  return absent.find((name) => plain(name).startsWith(plain(heading)));
}

/** Shorter beginnings say too little. */
const SHORTEST = 3;

const FURTHER: Readonly<Partial<Record<string, readonly string[]>>> = HEADINGS;

function plain(name: string): string {
  return name.trim().normalize("NFC").toLowerCase();
}
