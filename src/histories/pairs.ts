/** Two states, by number, with the citizens and days that they share. */
export interface PairCount {
  readonly one: number;
  readonly other: number;
  readonly citizens: number;
  readonly days: number;
}

/** Counts days by pairs of states, and each citizen once. */
export interface PairTally {
  /** Citizens come one after the other. */
  readonly add: (one: number, other: number, citizen: number, days: number) => void;
  /** How many citizens have days in any pair. */
  readonly citizens: () => number;
  /** The pairs, those with most citizens first, then those with most days. */
  readonly pairs: () => readonly PairCount[];
}

export function pairTally(): PairTally {
  const byPair = new Map<number, Map<number, { citizens: number; days: number; latest: number }>>();
  let [citizens, latest] = [0, -1];
  return {
    add: (one, other, citizen, days) => {
      const others = byPair.get(one) ?? new Map<number, { citizens: number; days: number; latest: number }>();
      byPair.set(one, others);
      const count = others.get(other) ?? { citizens: 0, days: 0, latest: -1 };
      others.set(other, count);
      if (count.latest !== citizen) count.citizens++;
      count.latest = citizen;
      count.days += days;
      if (latest !== citizen) citizens++;
      latest = citizen;
    },
    citizens: () => citizens,
    pairs: () =>
      [...byPair]
        .flatMap(([one, others]) =>
          [...others].map(([other, { citizens: people, days }]) => ({ one, other, citizens: people, days })),
        )
        .toSorted((a, b) => b.citizens - a.citizens || b.days - a.days || a.one - b.one || a.other - b.other),
  };
}
