import { uniform, type RandomStream } from "../../core/index.js";
import { everyPossibility, inAnyOrder, type Possibility } from "../chance.js";

/** Citizens whose arms are drawn together, independently of all others. */
export interface DrawnTogether {
  /** Their columns. */
  readonly columns: readonly number[];
  /** The numbers of citizens that each arm can get, with their probabilities; all orders are equally likely. */
  readonly counts: readonly Possibility<readonly number[]>[];
}

/** A column that has the arm of an earlier one: someone referred again who keeps it. */
export interface Follower {
  readonly column: number;
  readonly follows: number;
}

/**
 * Draws of complete randomization, one row for each of `times`, one column for each of `width` entries: the
 * position of the arm. The arm with most citizens fills a block and the others take their places by partial
 * shuffles (Fisher–Yates), which asks the stream for no more than it must.
 */
export function replayedComplete(
  blocks: readonly DrawnTogether[],
  followers: readonly Follower[],
  shape: { readonly times: number; readonly width: number },
  stream: RandomStream,
): Uint8Array {
  const { times, width } = shape;
  const draws = new Uint8Array(times * width);
  const orders = blocks.map(({ columns }) => Int32Array.from(columns));
  for (let row = 0; row < draws.length; row += width) {
    for (const [index, { counts }] of blocks.entries()) {
      const order = orders[index];
      if (order !== undefined) shareOut(order, oneOf(counts, stream), draws, row, stream);
    }
    for (const { column, follows } of followers) draws[row + column] = draws[row + follows] ?? 0;
  }
  return draws;
}

/** Every possible draw with its probability; undefined where there are more than `most`. */
export function everyComplete(
  blocks: readonly DrawnTogether[],
  followers: readonly Follower[],
  width: number,
  most: number,
): readonly Possibility<Uint8Array>[] | undefined {
  const number = blocks.reduce((product, { counts }) => {
    return product * counts.reduce((sum, { value }) => sum + ordersOf(value), 0);
  }, 1);
  if (number > most) return undefined;
  return everyPossibility((choose) => {
    const row = new Uint8Array(width);
    for (const { columns, counts } of blocks) {
      const { value } = counts[choose(counts.map(({ probability }) => probability))] ?? { value: [] };
      for (const [place, arm] of inAnyOrder(value, choose).entries()) row[columns[place] ?? 0] = arm;
    }
    for (const { column, follows } of followers) row[column] = row[follows] ?? 0;
    return row;
  }, most);
}

/** In how many orders things of several kinds can stand, so many of each. */
function ordersOf(counts: readonly number[]): number {
  let orders = 1;
  let placed = 0;
  for (const count of counts) {
    for (let each = 1; each <= count; each++) orders = (orders * ++placed) / each; // whole at every step
  }
  return orders;
}

/** `order` may be in any order: it is left in another one. */
function shareOut(
  order: Int32Array,
  counts: readonly number[],
  draws: Uint8Array,
  row: number,
  stream: RandomStream,
): void {
  const most = counts.indexOf(Math.max(...counts));
  const { length } = order;
  let place = 0;
  for (let arm = 0; arm < counts.length; arm++) {
    if (arm === most) continue;
    for (const end = place + (counts[arm] ?? 0); place < end; place++) {
      const other = place + fastBelow(stream, length - place);
      const column = order[other] ?? 0;
      order[other] = order[place] ?? 0;
      order[place] = column;
      draws[row + column] = arm;
    }
  }
  for (; place < length; place++) draws[row + (order[place] ?? 0)] = most;
}

function oneOf(counts: readonly Possibility<readonly number[]>[], stream: RandomStream): readonly number[] {
  let point = counts.length > 1 ? uniform(stream) : 0;
  const found = counts.find(({ probability }) => (point -= probability) < 0);
  return (found ?? counts.at(-1))?.value ?? [];
}

const WORDS = 2 ** 32;

/**
 * A whole number uniform on 0 … n − 1, exactly so, for n to 2²¹: the whole part of word·n/2³², a word being
 * refused where its fraction is among the 2³² mod n that would be too many. Lemire (2019), ACM Transactions
 * on Modeling and Computer Simulation 29:3, doi:10.1145/3230636.
 */
export function fastBelow(stream: RandomStream, n: number): number {
  for (;;) {
    const product = stream.next() * n;
    const whole = Math.floor(product / WORDS);
    const fraction = product - whole * WORDS;
    if (fraction >= n || fraction >= WORDS % n) return whole;
  }
}
