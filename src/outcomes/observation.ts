import type { Day } from "../core/index.js";
import {
  hasProperty,
  type StatePeriod,
  type StateProperty,
  type StateVocabulary,
} from "../histories/index.js";

/** What ends all counting, since having no benefit is no success of the dead, the emigrated and the retired. */
const GONE: readonly StateProperty[] = ["dead", "emigrated", "pension"];

/** What a register tells of one citizen from the referral on, at an evening. */
export interface Observation {
  readonly periods: readonly StatePeriod[];
  /** First observed day; `-Infinity` where nothing limits the coverage. */
  readonly from: Day;
  /** First day that isn't observed: the one after `asOf`, or the one on which the citizen moved away. */
  readonly until: Day;
  /** From this day no day counts: dead, emigrated or on pension; `Infinity` if none of it by `asOf`. */
  readonly goneFrom: Day;
  /** The day on which the citizen moved out of observation; `Infinity` if not by `asOf`. */
  readonly movedFrom: Day;
}

/** What limits everyone's observation. */
export interface Horizon {
  readonly asOf: Day;
  readonly observedFrom: Day;
  readonly vocabulary: StateVocabulary;
}

/**
 * Reads what of a history is known on the evening of `asOf`, or nothing if no record of the citizen
 * begins by then.
 *
 * Who dies, emigrates, retires or moves stays so from the first such day on: registers write such an
 * event as an open spell, or as a spell of a single day. Only days from the referral on matter:
 * someone who once lived abroad is here again.
 */
export function observe(
  periods: readonly StatePeriod[],
  referredOn: Day,
  { asOf, observedFrom, vocabulary }: Horizon,
): Observation | undefined {
  const known = periods.filter(({ start }) => start <= asOf);
  if (known.length === 0) return undefined;
  let [gone, moved] = [Infinity, Infinity];
  for (const { state, start, end } of known) {
    if (end <= referredOn) continue;
    const day = Math.max(start, referredOn);
    if (GONE.some((property) => hasProperty(vocabulary, state, property))) gone = Math.min(gone, day);
    if (hasProperty(vocabulary, state, "moved")) moved = Math.min(moved, day);
  }
  return {
    periods: known,
    from: observedFrom,
    until: Math.min(moved, asOf + 1),
    goneFrom: gone,
    movedFrom: moved,
  };
}
