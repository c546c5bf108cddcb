import { below, shuffled, type RandomStream } from "../../core/index.js";
import type { PermutedBlockDesign } from "../types.js";
import type { Drawn, Envelopes, OpenBlock } from "./procedure.js";
import { sumOf, weightsOf } from "./weights.js";

/** The blocks that a stratum may have. */
export interface Blocks {
  readonly arms: readonly string[];
  readonly sizes: readonly number[];
  /** Places of each arm, in their order, in a block of each size. */
  readonly places: ReadonlyMap<number, readonly number[]>;
}

export function blocksOf({ weights, sizes }: PermutedBlockDesign, arms: readonly string[]): Blocks {
  const lowest = weightsOf(weights, arms);
  const total = sumOf(lowest);
  const places = sizes.map((size) => [size, lowest.map((weight) => (size / total) * weight)] as const);
  return { arms, sizes, places: new Map(places) };
}

/** The arm that lies at this citizen's place of its block, which stays opened for those who follow. */
export function drawnFrom({ drawn, block, opened }: Envelopes, blocks: Blocks): Drawn {
  let latest = opened.block;
  if (latest === undefined || drawn < latest.start || drawn >= latest.start + latest.order.length) {
    latest = blockHolding(drawn, block, latest, blocks);
    opened.block = latest;
  }
  return { arm: latest.order[drawn - latest.start] ?? "" };
}

/** The block that the nth draw falls in, found from one that was opened before it where there is one. */
function blockHolding(
  drawn: number,
  block: Envelopes["block"],
  before: OpenBlock | undefined,
  blocks: Blocks,
): OpenBlock {
  const [only = 1, ...more] = blocks.sizes;
  if (more.length === 0) {
    const number = Math.floor(drawn / only);
    return { number, start: number * only, order: orderOf(only, block(number), blocks) };
  }
  let { number, start } = before === undefined || drawn < before.start ? FIRST : following(before);
  for (;;) {
    const stream = block(number);
    const size = sizeFrom(stream, blocks);
    if (drawn < start + size) return { number, start, order: orderOf(size, stream, blocks) };
    start += size;
    number++;
  }
}

const FIRST = { number: 0, start: 0 };

function following({ number, start, order }: OpenBlock): { readonly number: number; readonly start: number } {
  return { number: number + 1, start: start + order.length };
}

function sizeFrom(stream: RandomStream, { sizes }: Blocks): number {
  return sizes[below(stream, sizes.length)] ?? 0;
}

function orderOf(size: number, stream: RandomStream, { arms, places }: Blocks): readonly string[] {
  const laidOut = (places.get(size) ?? []).flatMap((count, k) =>
    Array.from({ length: count }, () => arms[k] ?? ""),
  );
  return shuffled(stream, laidOut);
}
