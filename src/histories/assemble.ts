import { deepFreeze, type Notice, type Provenance } from "../core/index.js";
import type { Timeline } from "./periods.js";
import type { Coverage, Histories, StatePeriod, StateVocabulary, StatusHistory } from "./types.js";

/** What histories are made of, wherever their periods came from. */
export interface HistoryParts {
  readonly states: StateVocabulary;
  readonly observedFrom: string | undefined;
  readonly observedUntil: string;
  readonly coverage: readonly Coverage[];
  /** The number of each citizen, in order. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly merged: Timeline;
  readonly everyoneListed: boolean;
  readonly notices: readonly Notice[];
  readonly provenance: Provenance;
}

/** Puts histories together: columns inside, one citizen's periods as objects when asked for. */
export function assembleHistories(parts: HistoryParts): Histories {
  const { observedFrom, observedUntil, numbers, merged } = parts;
  const states = deepFreeze(structuredClone(parts.states)); // a copy: the caller's own stays as it is
  const stateNames = Object.freeze(Object.keys(states));
  return Object.freeze({
    kind: "histories",
    states,
    ...(observedFrom === undefined ? {} : { observedFrom }),
    observedUntil,
    coverage: deepFreeze(structuredClone(parts.coverage)),
    size: numbers.size,
    columns: () => ({
      citizens: () => numbers.keys(),
      numberOf: (citizen: string) => numbers.get(citizen),
      everyoneListed: parts.everyoneListed,
      stateNames,
      bounds: merged.bounds,
      state: merged.state,
      start: merged.start,
      end: merged.end,
    }),
    of: (citizen: string) => {
      const number = numbers.get(citizen);
      return number === undefined ? undefined : historyOf(citizen, number, merged, stateNames);
    },
    notices: deepFreeze([...parts.notices]),
    provenance: deepFreeze(parts.provenance),
  });
}

function historyOf(
  citizen: string,
  number: number,
  { bounds, state, start, end }: Timeline,
  names: readonly string[],
): StatusHistory {
  const periods: StatePeriod[] = [];
  for (let place = bounds[number] ?? 0; place < (bounds[number + 1] ?? 0); place++) {
    const name = names[state[place] ?? 0] ?? "";
    periods.push(Object.freeze({ state: name, start: start[place] ?? 0, end: end[place] ?? 0 }));
  }
  return Object.freeze({ citizen, periods: Object.freeze(periods) });
}
