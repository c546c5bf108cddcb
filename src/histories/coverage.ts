import {
  addSpan,
  checkSpan,
  competitionError,
  formatDay,
  parseDay,
  resolveOptions,
  type OptionRules,
  type Span,
} from "../core/index.js";
import type { Coverage, StateProperty, StateVocabulary } from "./types.js";
import { hasProperty, stateProperties, unknownState } from "./vocabulary.js";

/** One register among several: which states it tells of, and between which days. */
export interface HistorySource {
  /** The register, as notices and reports shall name it. */
  readonly name: string;
  /** States by name. */
  readonly states?: readonly string[] | undefined;
  /** States by what they are: all that have any of these properties, beside those by name. */
  readonly having?: readonly StateProperty[] | undefined;
  /** ISO date: the first day that it covers; that of the whole by default. */
  readonly observedFrom?: string | undefined;
  /** ISO date: the last day that it covers; that of the whole by default. */
  readonly observedUntil?: string | undefined;
  /** ISO date on which the extract was delivered, with `lag` instead of `observedUntil`. */
  readonly deliveredOn?: string | undefined;
  /**
   * How long it takes until a day stands in the register completely: delivered on 2026-07-10 with a lag of
   * `{ months: 2 }`, it covers days up to 2026-05-10.
   */
  readonly lag?: Span | undefined;
}

/** Between which days everything is observed that no source limits further. */
interface Whole {
  readonly observedFrom: string | undefined;
  readonly observedUntil: string;
}

const PATH = "deriveHistories.sources";

/**
 * Says of each source which states it covers, and until when.
 *
 * @throws CompetitionError `impossible-source`, `unknown-state`, `state-of-two-sources`, `source-after-observed`,
 * `observation-ends-before-start`, `impossible-date`, `impossible-span`, `unknown-option`, `impossible-option`.
 */
export function coverageOf(
  sources: readonly HistorySource[],
  vocabulary: StateVocabulary,
  whole: Whole,
): readonly Coverage[] {
  const sourceOf = new Map<string, string>();
  return sources.map((given, index) => {
    const path = `${PATH}[${index}]`;
    const source = resolveOptions<HistorySource>(path, given, RULES).values;
    if (source.name === undefined) throw impossible(`${path}.name`, source.name, "the source's name");
    const states = statesOf(source, vocabulary, path);
    for (const state of states) {
      const other = sourceOf.get(state);
      if (other !== undefined) throw inTwoSources(state, [other, source.name], path);
      sourceOf.set(state, source.name);
    }
    return { source: source.name, states, ...observationOf(source, whole, path) };
  });
}

const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
const day = { expected: "a day of the calendar as YYYY-MM-DD", accepts: isText };

const RULES: OptionRules<HistorySource> = {
  name: { expected: "the source's name", accepts: isText },
  states: { expected: "a list of states", accepts: (value) => Array.isArray(value) && value.every(isText) },
  having: {
    expected: `a list of ${stateProperties.join(", ")}`,
    accepts: (value) =>
      Array.isArray(value) && value.every((each) => (stateProperties as readonly unknown[]).includes(each)),
  },
  observedFrom: day,
  observedUntil: day,
  deliveredOn: day,
  lag: { expected: "a length of time such as { months: 2 }", accepts: (value) => typeof value === "object" },
};

function statesOf(
  { states = [], having = [] }: HistorySource,
  vocabulary: StateVocabulary,
  path: string,
): readonly string[] {
  const known = Object.keys(vocabulary);
  for (const state of states) if (!known.includes(state)) throw unknownState(state, known, `${path}.states`);
  const told = known.filter(
    (state) => states.includes(state) || having.some((property) => hasProperty(vocabulary, state, property)),
  );
  if (told.length > 0) return told;
  throw impossible(path, { states, having }, "a source of at least one state, by `states` or `having`");
}

function observationOf(
  source: HistorySource,
  whole: Whole,
  path: string,
): { readonly observedFrom?: string; readonly observedUntil: string } {
  const observedFrom = source.observedFrom ?? whole.observedFrom;
  const observedUntil = lastDayOf(source, path) ?? whole.observedUntil;
  const last = parseDay(observedUntil, `${path}.observedUntil`);
  if (last > parseDay(whole.observedUntil, "deriveHistories.observedUntil")) {
    throw competitionError({
      code: "source-after-observed",
      path,
      received: observedUntil,
      expected: `no day after ${whole.observedUntil}, the last that is covered at all`,
      hint: "deriveHistories takes as observedUntil the last day that any source covers.",
    });
  }
  if (observedFrom === undefined) return { observedUntil };
  if (parseDay(observedFrom, `${path}.observedFrom`) <= last) return { observedFrom, observedUntil };
  throw competitionError({
    code: "observation-ends-before-start",
    path,
    received: observedUntil,
    expected: `the last day that is covered, no earlier than ${observedFrom}`,
  });
}

/** The last day that a source covers, if it says so itself. */
function lastDayOf(source: HistorySource, path: string): string | undefined {
  const { observedUntil, deliveredOn, lag } = source;
  if (deliveredOn === undefined && lag === undefined) return observedUntil;
  if (observedUntil !== undefined || deliveredOn === undefined || lag === undefined) {
    throw impossible(
      path,
      { observedUntil, deliveredOn, lag },
      "either observedUntil, or deliveredOn together with lag",
    );
  }
  return formatDay(addSpan(parseDay(deliveredOn, `${path}.deliveredOn`), checkSpan(lag, `${path}.lag`), -1));
}

function impossible(path: string, received: unknown, expected: string): Error {
  return competitionError({ code: "impossible-source", path, received, expected });
}

function inTwoSources(state: string, sources: readonly [string, string], path: string): Error {
  return competitionError({
    code: "state-of-two-sources",
    path,
    received: state,
    expected: `a state of one source only; it is one of ${sources.join(" and of ")}`,
  });
}
