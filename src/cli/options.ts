import { InvalidArgumentError, Option } from "commander";
import { readDay, formatDay } from "../core/index.js";
import type { OccupancyGuarantee } from "../outcomes/index.js";

// Every option has one name, one wording and one default wherever it occurs.

const TABLES = [
  "referrals",
  "courses",
  "spells",
  "dream",
  "codes",
  "municipalities",
  "clusters",
  "conditions",
  "claims",
  "ratings",
] as const;
export type TableName = (typeof TABLES)[number];

/** The files' own column names by ours, for each table. */
export type ColumnMaps = Readonly<Partial<Record<TableName, Readonly<Record<string, string>>>>>;

export const protocol = (): Option => file("--protocol", "the agreement, protocol.json");
export const ledger = (): Option => file("--ledger", "the draws, ledger.jsonl");
export const referrals = (): Option => file("--referrals", "citizens to be drawn, referrals.csv");
export const courses = (): Option => file("--courses", "courses as the units reported them, courses.csv");
export const spells = (): Option =>
  new Option("--spells <file>", "extract of benefit and work histories, spells.csv").conflicts([
    "dream",
    "codes",
    "employment",
    "monthOfWeek",
  ]);
export const dream = (): Option =>
  new Option("--dream <file>", "DREAM's weekly file, instead of --spells; with --codes");
export const codes = (): Option =>
  new Option("--codes <file>", "what the codes of --dream mean, from when to when, codes.csv");
export const employment = (): Option =>
  new Option(
    "--employment <state>",
    "state of blank weeks of --dream in months with employment, such as ordinary-work (default: none)",
  );
export const monthOfWeek = (): Option =>
  new Option(
    "--month-of-week <rule>",
    "which month a week of --dream across two belongs to: both, or its Thursday's (default: overlap)",
  ).choices(["overlap", "thursday"]);
export const sources = (): Option =>
  new Option(
    "--sources <file>",
    "what each register of --spells covers, and which state stays where some exclude each other, sources.json",
  ).conflicts(["dream"]);
export const unknownCodesAs = (): Option =>
  new Option(
    "--unknown-codes-as <state>",
    "state of weeks of --dream whose code has no meaning in --codes (default: none, and they are an error)",
  ).conflicts(["spells"]);
/** How the usage line names the histories that have to be given. */
export const HISTORIES = "(--spells <file> | --dream <file> --codes <file>)";
export const municipalities = (): Option =>
  new Option("--municipalities <file>", "figures of comparable municipalities, municipalities.csv");
export const claims = (): Option =>
  new Option(
    "--claims <file>",
    "what a supplier claims since the start, without VAT, to be held against the whole statement, claims.csv",
  );
export const ratings = (): Option =>
  new Option("--ratings <file>", "answers about satisfaction, and complaints, ratings.csv");
export const dateTolerance = (): Option =>
  new Option(
    "--date-tolerance <days>",
    "days that a claim's date may differ from the statement's and still be agreed (default: 0)",
  ).argParser((text) => {
    if (/^\d{1,5}$/.test(text)) return Number(text);
    throw new InvalidArgumentError("Expected a whole number of days from 0.");
  });
export const keyFile = (what: string = "the secret key of the draw"): Option =>
  new Option("--key-file <file>", what);
export const asOf = (): Option => day("--as-of", "last day that is taken as known").makeOptionMandatory();
export const observedUntil = (): Option =>
  day(
    "--observed-until",
    "last day that the extract of histories covers (default: --as-of; of --dream, its last week's)",
  );
export const explain = (): Option =>
  new Option("--explain <citizen>", "tell how this citizen's outcomes came about instead of counting all");
export const criterion = (): Option =>
  new Option("--criterion <id>", "a criterion of the protocol (default: its primary one)");
/** Of the commands that compare: there the citizens are drawn already. */
export const baseline = (): Option =>
  new Option(
    "--referrals <file>",
    "the referrals, whose further columns tell what was known before the draw, referrals.csv",
  );
export const subgroup = (): Option =>
  new Option(
    "--subgroup <column>",
    "a stratum, or a column of --referrals, to compare within (default: the plan's); may be repeated",
  ).argParser((column: string, before: readonly string[] = []) => [...before, column]);
export const replays = (): Option =>
  new Option(
    "--replays <number>",
    "how often to run the draw again for its test, where the design has no exact one, such as 10000",
  ).argParser((text) => {
    const times = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(times) && times > 0) return times;
    throw new InvalidArgumentError("Expected a whole number from 1.");
  });
export const seed = (what = "what the replays start from (default: replay)"): Option =>
  new Option("--seed <text>", what);
export const language = (): Option =>
  new Option("--language <language>", "language of what is shown").choices(["da", "en"]).default("da");
export const audience = (what = "who the edition is for; published is not available yet"): Option =>
  new Option("--audience <audience>", what).choices(["internal", "published"]).default("internal");
export const previous = (): Option =>
  new Option(
    "--previous <file>",
    "review.json of an edition published before this one: what changed since tells nothing either; once for each",
  ).argParser((name, before: readonly string[] | undefined) => [...(before ?? []), name]);
export const review = (): Option => file("--review", "the published edition to check, review.json");
export const minimum = (): Option =>
  new Option("--minimum <count>", "the least count that may be shown (default: the review's)").argParser(
    (text) => {
      if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
      throw new InvalidArgumentError("Expected a whole number from 1.");
    },
  );
export const entry = (): Option =>
  new Option("--entry <sequence>", "number of an entry, its `sequence` in the ledger").argParser(
    readSequence,
  );
export const citizen = (): Option => new Option("--citizen <pseudonym>", "the citizen whose entry is meant");
export const referredOn = (): Option => day("--referred-on", "date of the citizen's referral");
export const arm = (what: string = "the arm that the citizen goes to by agreement"): Option =>
  new Option("--arm <arm>", what);
export const beforeDraw = (): Option =>
  new Option("--before-draw", "the exemption was agreed before the draw: the referral won't be drawn");
export const field = (): Option =>
  new Option("--field <field>", "what was wrong, such as referredOn or stratum.ageGroup");
export const recorded = (): Option =>
  new Option("--recorded <value>", "what was recorded, where the entry has no such field");
export const correct = (): Option => new Option("--correct <value>", "what is correct");
export const reason = (): Option =>
  required(new Option("--reason <text>", "why, in words without CPR numbers"));
export const signedBy = (): Option =>
  required(
    new Option("--signed-by <name>", "who answers for it; may be repeated").argParser(
      (name: string, before: readonly string[] = []) => [...before, name],
    ),
  );
export const record = (): Option =>
  new Option(
    "--record <arm=number>",
    "participants of an arm by the municipality's count; may be repeated",
  ).argParser(readCount);
export const guarantee = (): Option =>
  new Option(
    "--guarantee <arm=least-most/weeks>",
    "what is guaranteed, such as supplier=10-60/40 (default: the protocol's); may be repeated",
  ).argParser(readGuarantee);
export const year = (): Option =>
  new Option("--year <year>", "which years the average is of").choices(["agreement-year", "calendar-year"]);
export const receipt = (): Option =>
  new Option("--receipt <file>", "a receipt to check against --head, without the ledger");
export const head = (): Option =>
  new Option("--head <head>", "a published head, as JSON or the name of a file that holds it");
export const column = (): Option =>
  required(
    new Option("--column <heading>", "column that identifies citizens; may be repeated").argParser(
      (heading: string, before: readonly string[] = []) => [...before, heading],
    ),
  );
export const freeze = (): Option =>
  new Option(
    "--freeze",
    "only fix who is drawn together: append the next week's roster, to be drawn with --draw",
  );
export const draw = (): Option => new Option("--draw", "draw the roster that was frozen");
export const beacon = (): Option =>
  new Option(
    "--beacon <text>",
    "public random value that enters the draw, which nobody could know when the roster was frozen",
  );
export const mode = (): Option =>
  new Option("--mode <mode>", "what a new ledger is for (default: live)").choices(["live", "test"]);
export const json = (): Option => new Option("--json", "print the result as JSON");
export const overwrite = (): Option => new Option("--overwrite", "replace files that are there already");
export const outFile = (what: string): Option => new Option("--out <file>", what);
export const outFolder = (what: string, usual?: string): Option => {
  const option = new Option("--out <folder>", what);
  return usual === undefined ? option : option.default(usual);
};
export const office = (): Option =>
  new Option(
    "--office",
    "also write review.docx and review.xlsx; needs docx and write-excel-file, and @resvg/resvg-js for figures outside Word",
  );
export const theme = (): Option =>
  new Option("--theme <file>", "the municipality's name, logo and colors for the page, theme.json");
export const xlsx = (what: string): Option => new Option("--xlsx <file>", what);

export const columns = (): Option =>
  new Option(
    "--columns <table.column=heading>",
    "a file's own heading, such as courses.citizen=borger; may be repeated",
  ).argParser(readColumns);

/** An option that takes an ISO date. */
export const payment = (): Option =>
  new Option("--payment <file>", "payment terms (JSON) to settle by instead of the protocol's");

export const savedPerMonth = (): Option =>
  new Option(
    "--saved-per-month <kroner>",
    "benefit saved in a month of self-support, for the net benefit of a success",
  ).argParser(kroner);

export const signs = (): Option =>
  new Option("--signs", "also point out counts that payment by results could bring about, with exact tests");

/** Whole kroner, in øre. */
function kroner(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text) * 100;
  throw new InvalidArgumentError("It must be a whole number of kroner.");
}

export function day(flag: string, what: string): Option {
  return new Option(`${flag} <date>`, what).argParser((text: string) => {
    const found = /^\d{4}-/.test(text) ? readDay(text) : undefined;
    if (found === undefined) throw new InvalidArgumentError("Expected a day of the calendar as YYYY-MM-DD.");
    return formatDay(found);
  });
}

/** An option that must be given. */
export function required(option: Option): Option {
  return option.makeOptionMandatory();
}

function file(flag: string, what: string): Option {
  return required(new Option(`${flag} <file>`, what));
}

function readSequence(text: string): number {
  const sequence = Number(text);
  if (/^\d+$/.test(text) && Number.isSafeInteger(sequence)) return sequence;
  throw new InvalidArgumentError("Expected a whole number from 1.");
}

function readCount(
  text: string,
  before: Readonly<Record<string, number>> = {},
): Readonly<Record<string, number>> {
  const [, of, count] = /^([^=]+)=(\d{1,9})$/.exec(text) ?? [];
  if (of === undefined) throw new InvalidArgumentError("Expected arm=number, such as supplier=27.");
  if (Object.hasOwn(before, of)) throw new InvalidArgumentError(`${of} was counted before.`);
  return { ...before, [of]: Number(count) };
}

function readGuarantee(
  text: string,
  before: readonly OccupancyGuarantee[] = [],
): readonly OccupancyGuarantee[] {
  const [, of, least = "", most = "", weeks] =
    /^([^=]+)=(\d{1,6}(?:\.\d+)?)?-(\d{1,6}(?:\.\d+)?)?(?:\/(\d{1,2}))?$/.exec(text) ?? [];
  if (of === undefined || `${least}${most}` === "") {
    throw new InvalidArgumentError(
      "Expected arm=least-most/weeks, such as supplier=10-60/40 or supplier=10-.",
    );
  }
  const read = {
    arm: of,
    ...(least === "" ? {} : { least: Number(least) }),
    ...(most === "" ? {} : { most: Number(most) }),
    ...(weeks === undefined ? {} : { weeksPerYear: Number(weeks) }),
  };
  return [...before, read];
}

function readColumns(text: string, before: ColumnMaps = {}): ColumnMaps {
  const [, table, name, heading] = /^(\w+)\.([^=]+)=(.+)$/.exec(text) ?? [];
  const known = TABLES.find((each) => each === table);
  if (known === undefined || name === undefined || heading === undefined) {
    throw new InvalidArgumentError(`Expected table.column=heading, the table one of ${TABLES.join(", ")}.`);
  }
  return { ...before, [known]: { ...before[known], [name]: heading } };
}
