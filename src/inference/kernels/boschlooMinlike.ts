import { hypergeometricProbability } from "../../numerics/index.js";
import { exactWays, isAtMost, isShareAtMost, lazy, shareWithin, type ExactWays } from "./exactWays.js";
import type { Table } from "./table.js";
import { supportOf, unconditionalPValue, type Support, type Tails } from "./unconditional.js";

/**
 * Boschloo's exact unconditional test against any difference: the tables are ordered by Fisher's
 * two-sided p-value, the probability of all tables no more probable than one given the events.
 *
 * @see Boschloo (1970), Statistica Neerlandica 24, 1–9
 */
export function boschlooMinlike(table: Table): number {
  const { x1, n1, x2, n2 } = table;
  const ways = exactWays(n1, n2);
  const events = x1 + x2;
  const observed = gather(table, events, ways, ({ low, high }) => low < x1 && x1 < high);
  const exactlyObserved = lazy(() => shareWithin(table, ways, events, observed));
  if (isWhole(observed)) return 1;
  return unconditionalPValue(table, (others) =>
    gather(
      table,
      others,
      ways,
      (_, next) =>
        !isWhole(next) &&
        isAtMost(next.probability, observed.probability, () =>
          isShareAtMost(shareWithin(table, ways, others, next), exactlyObserved()),
        ),
    ),
  );
}

/** Both tails up to tables of some probability, with the probability of them all. */
interface Gathered extends Tails {
  readonly probability: number;
}

/** All tables together have probability 1, and no others have. */
function isWhole({ low, high }: Tails): boolean {
  return high - low <= 1;
}

/**
 * Tables of a number of events, gathered from the least probable on while there is reason to go on;
 * equally probable ones together.
 */
function gather(
  table: Table,
  events: number,
  ways: ExactWays,
  goesOn: (now: Gathered, next: Gathered) => boolean,
): Gathered {
  const support = supportOf(table, events);
  const probabilities = probabilitiesOf(table, events, support);
  const at = (x: number): number => probabilities[x - support.lowest] ?? 0;
  const isNoMore = (x: number, y: number): boolean =>
    isMirrored(table, events, x, y) || isAtMost(at(x), at(y), () => ways.of(x, events) <= ways.of(y, events));
  let now: Gathered = { low: support.lowest - 1, high: support.highest + 1, probability: 0 };
  while (!isWhole(now)) {
    const [left, right] = [now.low + 1, now.high - 1];
    const takesLeft = isNoMore(left, right);
    const takesRight = isNoMore(right, left);
    const next = {
      low: takesLeft ? left : now.low,
      high: takesRight ? right : now.high,
      probability:
        now.probability + (takesLeft ? at(left) : 0) + (takesRight && right > left ? at(right) : 0),
    };
    if (!goesOn(now, next)) break;
    now = next;
  }
  return now;
}

/** Whether two tables have the same probability by symmetry, which needs no long numbers. */
function isMirrored({ n1, n2 }: Table, events: number, x: number, y: number): boolean {
  return x === y || (n1 === n2 && x + y === events) || (2 * events === n1 + n2 && x + y === n1);
}

/** Hypergeometric probabilities of a whole support, by the ratios of neighbors from the largest outwards. */
function probabilitiesOf({ n1, n2 }: Table, events: number, { lowest, highest }: Support): Float64Array {
  const probabilities = new Float64Array(highest - lowest + 1);
  const mode = Math.floor(((events + 1) * (n1 + 1)) / (n1 + n2 + 2));
  const ratio = (x: number): number => ((n1 - x) / (x + 1)) * ((events - x) / (n2 - events + x + 1));
  const most = hypergeometricProbability(mode, n1, n2, events);
  probabilities[mode - lowest] = most;
  for (let x = mode, p = most; x < highest; x++) probabilities[x + 1 - lowest] = p *= ratio(x);
  for (let x = mode - 1, p = most; x >= lowest; x--) probabilities[x - lowest] = p /= ratio(x);
  return probabilities;
}
