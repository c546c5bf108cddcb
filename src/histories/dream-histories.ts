import { formatDay, parseDay, provenanceOf, type Notice } from "../core/index.js";
import { isParsed } from "../tables/index.js";
import { assembleHistories } from "./assemble.js";
import { NO_STATE, type CodeMap } from "./codes-map.js";
import { dreamPeriods } from "./dream-periods.js";
import { dreamSetting, type DreamHistoriesOptions, type DreamSetting } from "./dream-setting.js";
import type { DreamTable } from "./dream-types.js";
import { employmentCoverage } from "./employment.js";
import { mergePeriods } from "./periods.js";
import type { Coverage, Histories } from "./types.js";
import { hasProperty } from "./vocabulary.js";

/** Whether something is a weekly register, as it was parsed. */
export function isDreamTable(value: unknown): value is DreamTable {
  return typeof value === "object" && value !== null && (value as { kind?: unknown }).kind === "dream";
}

/** Histories of a weekly register; {@link deriveHistories} says how. */
export function historiesOfWeeks(table: DreamTable, options: DreamHistoriesOptions): Histories {
  const setting = dreamSetting(table, options);
  const { reading, states, observedFrom, observedUntil, record } = setting;
  const { employment, observed } = reading;
  const untold = workUntold(setting);
  const coverage = [
    ...(employment === undefined ? [] : [employmentCoverage(table, employment, observed)]),
    ...(untold.length === 0 ? [] : [neverCovered(table, untold, observedUntil)]),
  ];
  const periods = dreamPeriods(table, reading);
  const { codes } = options;
  return assembleHistories({
    states,
    observedFrom,
    observedUntil,
    coverage,
    numbers: periods.numbers,
    merged: mergePeriods(periods),
    everyoneListed: true,
    notices: [
      ...table.notices,
      ...(isParsed(codes) ? codes.notices : []),
      ...periods.notices,
      ...noticesOf(periods.cut, table, setting),
    ],
    provenance: provenanceOf("deriveHistories", structuredClone(record), {
      weeks: table.source,
      citizens: periods.numbers.size,
    }),
  });
}

function noticesOf(cut: number, { employment }: DreamTable, setting: DreamSetting): Notice[] {
  const notices: Notice[] = [{ code: "weekly-codes", severity: "info" }];
  if (cut > 0) notices.push({ code: "spells-cut", severity: "info", spells: cut });
  if (workUntold(setting).length > 0)
    notices.push({ code: "work-untold", severity: "caution", months: employment !== undefined });
  return notices;
}

/** The states of ordinary work, where no code and no month of employment tells of any. */
function workUntold({ reading, states }: DreamSetting): readonly string[] {
  const work = Object.keys(states).filter((state) => hasProperty(states, state, "ordinary-employment"));
  const meant = [...statesOf(reading.codes, reading.stateNames), reading.employment?.state ?? ""];
  return meant.some((state) => work.includes(state)) ? [] : work;
}

/** Who works can't be known: coverage of these states would begin on the day after the last that is observed. */
function neverCovered({ source }: DreamTable, states: readonly string[], observedUntil: string): Coverage {
  const observedFrom = formatDay(parseDay(observedUntil, "observedUntil") + 1);
  return { source: `${source.name}, work`, states, observedFrom, observedUntil };
}

/** Every state that some code means. */
function statesOf(codes: CodeMap, names: readonly string[]): readonly string[] {
  const numbers = new Set([...codes.values()].flat().map(({ state }) => state));
  return [...numbers].flatMap((number) => (number === NO_STATE ? [] : (names[number] ?? [])));
}
