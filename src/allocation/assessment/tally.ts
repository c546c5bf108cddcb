/** One way that an intake can go. */
export interface Course {
  /** Position of each citizen's arm. */
  readonly arms: readonly number[];
  /** Which arms someone guesses who sees the draws before: those furthest behind their share in the citizen's stratum. */
  readonly guesses: readonly (readonly number[])[];
  /** Expected right guesses among all: by these, and by whoever guesses as well as anyone can. */
  readonly convergence: number;
  readonly optimal: number;
  /** Largest difference between two arms, after the last citizen and on the way, in Wths. */
  readonly final: number;
  readonly largest: number;
}

/** Keeps count while an intake goes its way. */
export interface Tally {
  /** Someone guesses the next citizen of a stratum, whose arms have these probabilities. */
  readonly guess: (stratum: number, odds: readonly number[]) => void;
  /** A citizen of a stratum gets an arm. */
  readonly take: (stratum: number, arm: number) => void;
  readonly course: () => Course;
}

/** Counts for arms with these weights, in lowest terms, and so many strata. */
export function tally(weights: readonly number[], strata: number): Tally {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const arms: number[] = [];
  const guesses: (readonly number[])[] = [];
  let [convergence, optimal, largest] = [0, 0, 0];
  const all = weights.map(() => 0);
  const within = Array.from({ length: strata }, () => weights.map(() => 0));

  return {
    guess: (stratum, odds) => {
      const ahead = within[stratum] ?? all;
      const least = Math.min(...ahead);
      const guessed = Array.from(ahead.keys()).filter((arm) => ahead[arm] === least);
      guesses.push(guessed);
      convergence += guessed.reduce((sum, arm) => sum + (odds[arm] ?? 0), 0) / guessed.length;
      optimal += Math.max(...odds);
    },
    take: (stratum, arm) => {
      arms.push(arm);
      for (const counts of [all, within[stratum] ?? []]) {
        // Wths ahead of the share of those drawn so far: W·n_k − w_k·n
        for (const k of counts.keys()) {
          counts[k] = (counts[k] ?? 0) - (weights[k] ?? 0) + (k === arm ? total : 0);
        }
      }
      largest = Math.max(largest, rangeOf(all));
    },
    course: () => ({ arms, guesses, convergence, optimal, final: rangeOf(all), largest }),
  };
}

function rangeOf(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
