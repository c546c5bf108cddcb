import type { AllocationRecord } from "../allocation/index.js";

/** The entries of a ledger by citizen and date: each name is looked up once, and numbers stand for it then. */
export interface Enrollment {
  /** How many citizens there are. */
  readonly citizens: number;
  /** By the position of the entry: the number of its citizen, in order of first entries. */
  readonly citizenOf: Int32Array;
  readonly has: (citizen: string) => boolean;
  /** The position of the entry of a citizen on a date. */
  readonly entryOf: (citizen: string, referredOn: string) => number | undefined;
}

export function enrollmentOf(entries: readonly AllocationRecord[]): Enrollment {
  const first = new Map<string, number>(); // position of each citizen's first entry
  const further = new Map<string, number>(); // nearly nobody has any
  const citizenOf = new Int32Array(entries.length);
  for (const [position, { citizen, referredOn }] of entries.entries()) {
    const known = first.get(citizen);
    if (known === undefined) {
      citizenOf[position] = first.size;
      first.set(citizen, position);
    } else {
      citizenOf[position] = citizenOf[known] ?? 0;
      further.set(`${referredOn} ${citizen}`, position);
    }
  }
  return {
    citizens: first.size,
    citizenOf,
    has: (citizen) => first.has(citizen),
    entryOf: (citizen, referredOn) => {
      const known = first.get(citizen);
      return known === undefined || entries[known]?.referredOn === referredOn
        ? known
        : further.get(`${referredOn} ${citizen}`);
    },
  };
}
