import type { Option } from "commander";
import { addSpans, competitionError, parseDay, type Notice, type Source, type Span } from "../core/index.js";
import {
  deriveHistories,
  parseCodes,
  parseDream,
  parseSpells,
  type CodeMeaning,
  type Histories,
  type MonthOfWeek,
  type Spell,
  type StateVocabulary,
} from "../histories/index.js";
import { readBytes } from "../files/index.js";
import type { ParsedTable, TableOptions } from "../tables/index.js";
import { counted } from "./counted.js";
import { placeOf, readTable } from "./inputs.js";
import { tellNotices } from "./notices.js";
import * as options from "./options.js";
import { readSpellSources } from "./historySources.js";
import { present } from "./present.js";
import type { Surroundings } from "./surroundings.js";

/** The options that say where histories come from. */
export interface HistoriesFiles {
  readonly spells?: string;
  readonly dream?: string;
  readonly codes?: string;
  readonly employment?: string;
  readonly monthOfWeek?: MonthOfWeek;
  readonly unknownCodesAs?: string;
  readonly sources?: string;
  readonly asOf: string;
  readonly observedUntil?: string;
  readonly columns?: options.ColumnMaps;
}

export function historiesOptions(): readonly Option[] {
  return [
    options.spells(),
    options.dream(),
    options.codes(),
    options.employment(),
    options.monthOfWeek(),
    options.unknownCodesAs(),
    options.sources(),
    options.observedUntil(),
  ];
}

/** Histories, the files that they came from, and what was assumed on the way. */
export interface ReadHistories {
  readonly histories: Histories;
  readonly sources: readonly Source[];
  readonly notices: readonly Notice[];
}

/** Reads the histories, from spells or from weeks, and says what was read before anything is derived from it. */
export async function readHistories(
  given: HistoriesFiles,
  states: StateVocabulary | undefined,
  surroundings: Surroundings,
  tell: (what: string) => void,
): Promise<ReadHistories> {
  const { spells, dream, codes } = given;
  if (spells !== undefined) return readSpells(spells, given, states, surroundings, tell);
  if (dream !== undefined && codes !== undefined)
    return readWeeks({ dream, codes }, given, states, surroundings, tell);
  throw missingHistories(given);
}

async function readSpells(
  name: string,
  given: HistoriesFiles,
  states: StateVocabulary | undefined,
  surroundings: Surroundings,
  tell: (what: string) => void,
): Promise<ReadHistories> {
  const { asOf, observedUntil = asOf, columns } = given;
  const assumed: readonly Notice[] =
    given.observedUntil === undefined
      ? [{ code: "observed-until-assumed", severity: "caution", observedUntil }]
      : [];
  if (assumed.length > 0) {
    surroundings.err(
      `note: --observed-until is not given; histories are taken to be complete up to ${observedUntil}\n`,
    );
  }
  const parse = (bytes: Uint8Array, table: TableOptions): ParsedTable<Spell> =>
    parseSpells(bytes, { ...table, states });
  const spells = await readTable("spells", name, parse, columns, surroundings);
  const behind = given.observedUntil === undefined ? registerBehind(spells.rows, asOf) : [];
  tellNotices(surroundings, behind);
  tell(`${name}: ${counted(spells.rows.length, "spell", "spells")}`);
  const told = given.sources === undefined ? undefined : await readSpellSources(given.sources, surroundings);
  const histories = deriveHistories(spells, { observedUntil, states, ...told?.given });
  tellNotices(surroundings, histories.notices);
  const sources = [spells.source, ...(told === undefined ? [] : [told.source])];
  return { histories, sources, notices: [...assumed, ...behind] };
}

/** By how much registers are behind at most, as a rule. */
const REGISTER_LAG: Span = { months: 1 };

/** Where nothing is dated near the day of the review, the extract is likely to be older: what it calls open may be over. */
function registerBehind(spells: readonly Spell[], asOf: string): readonly Notice[] {
  const dates = spells.flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]));
  const lastEvent = dates
    .filter((date) => date <= asOf)
    .reduce((last, date) => (date > last ? date : last), "");
  if (lastEvent === "") return [];
  const reached = addSpans(parseDay(lastEvent, "spells"), [REGISTER_LAG]);
  return reached >= parseDay(asOf, "--as-of")
    ? []
    : [{ code: "register-behind", severity: "caution", lastEvent, asOf }];
}

async function readWeeks(
  files: { readonly dream: string; readonly codes: string },
  given: HistoriesFiles,
  states: StateVocabulary | undefined,
  surroundings: Surroundings,
  tell: (what: string) => void,
): Promise<ReadHistories> {
  const { employment, monthOfWeek, unknownCodesAs, observedUntil, columns } = given;
  const parse = (bytes: Uint8Array, table: TableOptions): ParsedTable<CodeMeaning> =>
    parseCodes(bytes, { ...table, states });
  const codes = await readTable("codes", files.codes, parse, columns, surroundings);
  const bytes = await readBytes(placeOf(surroundings, files.dream));
  const weeks = parseDream(bytes, { name: files.dream, columns: columns?.dream });
  const citizens = counted(weeks.rows.length, "citizen", "citizens");
  tell(`${files.dream}: ${citizens}, ${weeks.firstWeek} to ${weeks.lastWeek}`);
  const histories = deriveHistories(weeks, {
    codes,
    states,
    ...present({
      observedUntil,
      monthOfWeek,
      unknownCodesAs,
      employment: employment === undefined ? undefined : { state: employment },
    }),
  });
  tellNotices(surroundings, histories.notices);
  return { histories, sources: [weeks.source, codes.source], notices: [] };
}

function missingHistories({ dream, codes }: HistoriesFiles): Error {
  const missing =
    dream === undefined && codes !== undefined ? "--dream" : dream === undefined ? "--spells" : "--codes";
  return competitionError({
    code: "missing-input",
    path: missing,
    expected: "--spells <file>, or --dream <file> together with --codes <file>",
  });
}
