import type { AllocationRecord } from "../allocation/index.js";
import type { HistoryColumns } from "../histories/index.js";

/** The entries of a ledger by citizen and date: each name is looked up once, and numbers stand for it then. */
export interface Enrollment {
  /** By the position of an entry: its citizen's number, which is the position in the histories of whoever has one. */
  readonly citizenOf: Int32Array;
  /** How many numbers there are, those of citizens who have no entry too. */
  readonly numbers: number;
  /** How many citizens of the ledger have a history. */
  readonly withHistory: number;
  readonly has: (citizen: string) => boolean;
  /** The position of the entry of a citizen on a date. */
  readonly entryOf: (citizen: string, referredOn: string) => number | undefined;
}

/** @param histories Whose numbers citizens have there; all others get numbers behind them. */
export function enrollmentOf(
  entries: readonly AllocationRecord[],
  { numberOf, bounds }: Pick<HistoryColumns, "numberOf" | "bounds"> = NO_HISTORIES,
): Enrollment {
  const size = Math.max(0, bounds.length - 1);
  const others = new Map<string, number>();
  const first = new Int32Array(size + entries.length).fill(-1); // by number: the position of the first entry
  const further = new Map<string, number>(); // nearly nobody has any
  const citizenOf = new Int32Array(entries.length);
  const known = (citizen: string): number | undefined => numberOf(citizen) ?? others.get(citizen);
  let withHistory = 0;
  for (const [position, { citizen, referredOn }] of entries.entries()) {
    const number = known(citizen) ?? size + others.size;
    citizenOf[position] = number;
    if (first[number] !== -1) {
      further.set(`${referredOn} ${citizen}`, position);
      continue;
    }
    first[number] = position;
    if (number < size) withHistory++;
    else others.set(citizen, number);
  }
  const firstOf = (citizen: string): number => first[known(citizen) ?? -1] ?? -1;
  return {
    citizenOf,
    numbers: size + others.size,
    withHistory,
    has: (citizen) => firstOf(citizen) >= 0,
    entryOf: (citizen, referredOn) => {
      const position = firstOf(citizen);
      if (position < 0) return undefined;
      return entries[position]?.referredOn === referredOn
        ? position
        : further.get(`${referredOn} ${citizen}`);
    },
  };
}

const NO_HISTORIES = { numberOf: () => undefined, bounds: new Int32Array(0) };
