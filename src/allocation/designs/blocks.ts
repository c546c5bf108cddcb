import { below, shuffled, type RandomStream } from "../../core/index.js";
import type { PermutedBlockDesign } from "../types.js";
import type { Drawn, Envelopes } from "./procedure.js";
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

/** The arm that lies at this citizen's place of its block. */
export function drawnFrom({ drawn, block, blockStarts }: Envelopes, blocks: Blocks): Drawn {
  const [only = 1, ...more] = blocks.sizes;
  if (more.length === 0) {
    const order = orderOf(only, block(Math.floor(drawn / only)), blocks);
    return { arm: order[drawn % only] ?? "" };
  }
  const { number, start } = blockHolding(drawn, block, blockStarts, blocks);
  const stream = block(number);
  return { arm: orderOf(sizeFrom(stream, blocks), stream, blocks)[drawn - start] ?? "" };
}

/** The block that the nth draw falls in; where blocks begin is remembered, so that it is found out once. */
function blockHolding(
  drawn: number,
  block: Envelopes["block"],
  starts: Envelopes["blockStarts"],
  blocks: Blocks,
): { readonly number: number; readonly start: number } {
  if (starts.length === 0) starts.push(0);
  let number = starts.length - 1;
  while ((starts[number] ?? 0) > drawn) number--;
  for (;;) {
    const start = starts[number] ?? 0;
    const next = starts[number + 1] ?? start + sizeFrom(block(number), blocks);
    if (drawn < next) return { number, start };
    starts[++number] = next;
  }
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
