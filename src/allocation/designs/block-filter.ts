import { fieldOf } from "../shape.js";
import type { Probabilities } from "../types.js";
import type { Blocks } from "./blocks.js";
import { areCounts, oneMoreAt } from "./slots.js";
import { sumOf } from "./weights.js";

/** A block that the next citizen may be in: its size, how many of each arm it gave, and how likely that is. */
interface Candidate {
  readonly size: number;
  readonly used: readonly number[];
  readonly probability: number;
}

/**
 * What can be known of the present block from the earlier entries and the sizes declared. Each pair of
 * size and place in the block stands in it at most once: where the block began settles what it gave.
 */
export type Belief = readonly Candidate[];

/** At the beginning of a block. */
export function freshBelief({ arms, sizes }: Blocks): Belief {
  return sizes.map((size) => ({ size, used: arms.map(() => 0), probability: 1 / sizes.length }));
}

/** Each arm's probability at the next place. */
export function believedOdds(belief: Belief, blocks: Blocks): Probabilities {
  const chances = blocks.arms.map((_, k) => sumOf(jointly(belief, k, blocks)));
  const total = sumOf(chances); // 1 up to rounding, so that no probability comes out above 1
  return Object.fromEntries(blocks.arms.map((arm, k) => [arm, (chances[k] ?? 0) / total]));
}

/** Bayes' rule when arm k was drawn; a block that is full makes room for a new one. */
export function beliefAfter(belief: Belief, k: number, blocks: Blocks): Belief {
  const joint = jointly(belief, k, blocks);
  const evidence = sumOf(joint);
  if (evidence === 0) return freshBelief(blocks); // no block gives this arm here: not a draw of this design
  const after = belief.flatMap(({ size, used }, index) => {
    const probability = (joint[index] ?? 0) / evidence;
    return probability === 0 ? [] : [{ size, used: oneMoreAt(used, k), probability }];
  });
  const going = after.filter((each) => !isFull(each));
  const ended = sumOf(after.filter(isFull).map((each) => each.probability));
  if (ended === 0) return going;
  return [
    ...going,
    ...freshBelief(blocks).map((each) => ({ ...each, probability: ended * each.probability })),
  ];
}

/** Whether a value could be a belief about these blocks. */
export function isBelief(value: unknown, { arms, places }: Blocks): value is Belief {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((each: unknown) => {
      const used = fieldOf(each, "used");
      const probability = fieldOf(each, "probability");
      const size = Number(fieldOf(each, "size"));
      const all = places.get(size);
      return (
        all !== undefined &&
        areCounts(used, arms.length) &&
        used.every((count, k) => count <= (all[k] ?? 0)) &&
        sumOf(used) < size &&
        typeof probability === "number" &&
        probability > 0 &&
        probability <= 1
      );
    })
  );
}

function isFull({ size, used }: Candidate): boolean {
  return sumOf(used) === size;
}

/** Probability of each candidate together with arm k: its places left of all that are left. */
function jointly(belief: Belief, k: number, { places }: Blocks): readonly number[] {
  return belief.map(({ size, used, probability }) => {
    const left = (places.get(size)?.[k] ?? 0) - (used[k] ?? 0);
    return probability * (left / (size - sumOf(used)));
  });
}
