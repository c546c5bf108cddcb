import type { AllocationRecord } from "../allocation/index.js";
import type { HistoryColumns } from "../histories/index.js";
import { dayReader } from "./dates.js";
import { textColumn, type TextColumn } from "./text-column.js";

/** The entries of a ledger by citizen and date: names and dates are read once, and numbers and days stand for them then. */
export interface Enrollment {
  /** By the position of an entry: its citizen's number, which is the position in the histories of whoever has one. */
  readonly citizenOf: Int32Array;
  /** By the position of an entry: the day of the referral. */
  readonly referredOn: Int32Array;
  /** By the position of an entry: the arm that was drawn. */
  readonly arm: TextColumn<string>;
  /** How many numbers there are, those of citizens who have no entry too. */
  readonly numbers: number;
  /** How many citizens of the ledger have a history. */
  readonly withHistory: number;
  readonly has: (citizen: string) => boolean;
  /** The position of the entry of a citizen on a date; found at once where the entry `near` is of that citizen. */
  readonly entryOf: (citizen: string, referredOn: string, near?: number) => number | undefined;
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
  const days = new Int32Array(entries.length);
  const arms = textColumn(entries.length);
  const dayOf = dayReader((position) => `ledger.entries[${position}].referredOn`);
  const known = (citizen: string): number | undefined => numberOf(citizen) ?? others.get(citizen);
  let withHistory = 0;
  let position = -1;
  for (const { citizen, referredOn, arm } of entries) {
    position++;
    arms.write(position, arm);
    const number = known(citizen) ?? size + others.size;
    citizenOf[position] = number;
    days[position] = dayOf(referredOn, position);
    if (first[number] !== -1) {
      further.set(`${referredOn} ${citizen}`, position);
      continue;
    }
    first[number] = position;
    if (number < size) withHistory++;
    else others.set(citizen, number);
  }
  const firstOf = (citizen: string, near?: number): number => {
    const isNear = near !== undefined && entries[near]?.citizen === citizen;
    return first[(isNear ? citizenOf[near] : known(citizen)) ?? -1] ?? -1;
  };
  return {
    citizenOf,
    referredOn: days,
    arm: arms,
    numbers: size + others.size,
    withHistory,
    has: (citizen) => firstOf(citizen) >= 0,
    entryOf: (citizen, referredOn, near) => {
      const own = firstOf(citizen, near);
      if (own < 0) return undefined;
      return entries[own]?.referredOn === referredOn ? own : further.get(`${referredOn} ${citizen}`);
    },
  };
}

const NO_HISTORIES = { numberOf: () => undefined, bounds: new Int32Array(0) };
