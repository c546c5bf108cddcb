import type { Day } from "../core/index.js";
import { hasProperty, type HistoryColumns, type StateVocabulary } from "../histories/index.js";
import type { Leaving } from "./criterion.js";
import { EVER, NEVER } from "./days.js";

/** Ways of leaving, by the properties of states that tell of them. */
export const leavings: readonly Leaving[] = ["dead", "emigrated", "pension", "moved"];

/** What a register tells of one citizen from the referral on, at an evening. */
export interface Observation {
  readonly columns: HistoryColumns;
  /** The periods that begin by that evening: from this place of the columns up to `last`. */
  readonly first: number;
  readonly last: number;
  /** The first evening on which anything was known of the citizen: before it there was no history. */
  readonly knownOn: Day;
  /** The first day, from the referral on, of being dead, emigrated, on pension or away; `NEVER` if none by then. */
  readonly left: Readonly<Record<Leaving, Day>>;
}

/** What those have in common who didn't leave: one value, so that it is quick to tell. */
export const STAYED: Observation["left"] = Object.freeze({
  dead: NEVER,
  emigrated: NEVER,
  pension: NEVER,
  moved: NEVER,
});

/** Looks up what is known of a citizen, by the number in the histories; nothing for a number that they don't have. */
export type Observer = (number: number, referredOn: Day) => Observation | undefined;

/**
 * Reads what of a history is known on the evening of `asOf`, or nothing if no record of the citizen
 * begins by then, unless the histories list everyone who was observed.
 *
 * Who dies, emigrates, retires or moves stays so from the first such day on: registers write such an
 * event as an open spell, or as a spell of a single day. Only days from the referral on matter:
 * someone who once lived abroad is here again.
 */
export function observer(columns: HistoryColumns, vocabulary: StateVocabulary, asOf: Day): Observer {
  const { bounds, state, start, end, stateNames, everyoneListed } = columns;
  const leads = leavings.map((way) => ({
    way,
    states: Uint8Array.from(stateNames, (name) => (hasProperty(vocabulary, name, way) ? 1 : 0)),
  }));
  const everLeads = Uint8Array.from(stateNames, (_, number) =>
    leads.some(({ states }) => states[number] === 1) ? 1 : 0,
  );
  return (number, referredOn) => {
    const first = bounds[number];
    let last = bounds[number + 1];
    if (first === undefined || last === undefined) return undefined;
    while (last > first && (start[last - 1] ?? 0) > asOf) last--;
    if (last === first && !everyoneListed) return undefined;
    let left: Record<Leaving, Day> = STAYED;
    for (let place = first; place < last; place++) {
      const itsState = state[place] ?? 0;
      if (everLeads[itsState] === 0 || (end[place] ?? 0) <= referredOn) continue;
      const day = Math.max(start[place] ?? 0, referredOn);
      if (left === STAYED) left = { dead: NEVER, emigrated: NEVER, pension: NEVER, moved: NEVER };
      for (const { way, states } of leads) if (states[itsState] === 1) left[way] = Math.min(left[way], day);
    }
    const knownOn = everyoneListed ? EVER : (start[first] ?? EVER);
    return { columns, first, last, knownOn, left };
  };
}

/** From this day on someone is dead, emigrated or on pension; `NEVER` if not. */
export function goneFrom({ dead, emigrated, pension }: Observation["left"]): Day {
  return Math.min(dead, emigrated, pension);
}

/** The names of the states that someone is in on a day. */
export function statesOn(day: Day, { columns, first, last }: Observation): readonly string[] {
  const names: string[] = [];
  for (let place = first; place < last; place++) {
    if ((columns.start[place] ?? 0) > day || (columns.end[place] ?? 0) <= day) continue;
    const name = columns.stateNames[columns.state[place] ?? 0] ?? "";
    if (!names.includes(name)) names.push(name);
  }
  return names;
}
