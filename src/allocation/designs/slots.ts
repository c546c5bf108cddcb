import { below, uniform, type RandomStream } from "../../core/index.js";
import type { Levels, Probabilities, Weights } from "../types.js";
import type { Drawn, SingleProcedure, Turn } from "./procedure.js";
import { sharesOf, weightsOf } from "./weights.js";

/** The most slots that a design may have: enough for whole percentages. */
export const MOST_SLOTS = 100;

/**
 * Arms of any ratio as W equal slots, of which arm k with weight wₖ (in lowest terms) owns wₖ.
 *
 * A design that balances slots and treats them alike gives each the probability 1/W at every draw, by
 * symmetry, so that arm k's design probability is exactly wₖ/W; one that balances arms of unequal
 * weights directly doesn't. Kuznetsova and Tymofyeyev (2012), Statistics in Medicine 31:701,
 * doi:10.1002/sim.4447, who call slots fake arms.
 */
export interface Slots {
  readonly arms: readonly string[];
  /** Each slot as a draw names it: within its arm only where that has several. */
  readonly names: readonly Drawn[];
  /** Each arm's share of the slots. */
  readonly shares: Probabilities;
}

export function slotsOf(weights: Weights, arms: readonly string[]): Slots {
  const lowest = weightsOf(weights, arms);
  const names = arms.flatMap((arm, k) => {
    const owned = Array.from({ length: lowest[k] ?? 0 }, (_, slot) => slot);
    return owned.map((slot) => (owned.length === 1 ? { arm } : { arm, slot }));
  });
  return { arms, names, shares: sharesOf(weights, arms) };
}

/** How a draw goes: each arm's probability, each slot's, and the place of a slot by chance. */
export interface Chance {
  readonly probabilities: () => Probabilities;
  readonly chances: () => readonly number[];
  readonly draw: (stream: RandomStream) => number;
}

/**
 * Some slots get probability `share` together, the others the rest, both shared evenly. The stream is
 * asked for a number uniform on [0, 1) first, favoring below `share` (not where nothing depends on
 * it), then for one of the slots.
 */
export function favoring(slots: Slots, favored: readonly number[], share: number): Chance {
  const others = Array.from(slots.names.keys()).filter((place) => !favored.includes(place));
  const settled = others.length === 0 || share === 1;
  const partOf = (arm: string, places: readonly number[]): number =>
    places.filter((place) => slots.names[place]?.arm === arm).length / places.length;
  return {
    probabilities: () =>
      Object.fromEntries(
        slots.arms.map((arm) => [
          arm,
          settled ? partOf(arm, favored) : share * partOf(arm, favored) + (1 - share) * partOf(arm, others),
        ]),
      ),
    chances: () => {
      const each = (settled ? 1 : share) / favored.length;
      const other = settled ? 0 : (1 - share) / others.length;
      return slots.names.map((_, place) => (favored.includes(place) ? each : other));
    },
    draw: (stream) => {
      const places = settled || uniform(stream) < share ? favored : others;
      return places[below(stream, places.length)] ?? 0;
    },
  };
}

/** What makes a design of slots: what it remembers of the draws so far, and how the next one goes. */
export interface SlotRule<Stand> {
  readonly algorithm: string;
  readonly predictable: boolean;
  readonly first: Stand;
  readonly isStand: (value: unknown) => value is Stand;
  readonly chance: (stand: Stand, levels: Levels) => Chance;
  readonly after: (stand: Stand, place: number, levels: Levels) => Stand;
}

/** How a design of slots draws. */
export function slotProcedure<Stand>(slots: Slots, rule: SlotRule<Stand>): SingleProcedure {
  const { names, shares } = slots;
  const turn = (stand: Stand): Turn => {
    let latest: { readonly levels: Levels; readonly chance: Chance } | undefined; // asked twice of each citizen
    const chanceOf = (levels: Levels): Chance => {
      if (latest?.levels !== levels) latest = { levels, chance: rule.chance(stand, levels) };
      return latest.chance;
    };
    return {
      stand,
      drawProbabilities: (levels) => chanceOf(levels).probabilities(),
      outcomes: (levels) => {
        const chances = chanceOf(levels).chances();
        return names.map((drawn, place) => ({ drawn, probability: chances[place] ?? 0 }));
      },
      draw: (envelopes, levels) => names[chanceOf(levels).draw(envelopes.stream())] ?? { arm: "" },
      after: ({ arm, slot }, levels) => {
        const place = names.findIndex((name) => name.arm === arm && name.slot === slot);
        return turn(place === -1 ? stand : rule.after(stand, place, levels)); // no such slot: not a draw of this design
      },
    };
  };
  return {
    draws: "single",
    algorithm: rule.algorithm,
    predictable: rule.predictable,
    designProbabilities: shares,
    first: turn(rule.first),
    turnAt: (stand) => (rule.isStand(stand) ? turn(stand) : undefined),
  };
}

/** A design whose next draw depends on how many each slot got, and on nothing else. */
export function countingProcedure(
  slots: Slots,
  rule: Pick<SlotRule<readonly number[]>, "algorithm" | "predictable"> & {
    readonly chance: (counts: readonly number[]) => Chance;
  },
): SingleProcedure {
  return slotProcedure<readonly number[]>(slots, {
    ...rule,
    first: slots.names.map(() => 0),
    isStand: (value) => areCounts(value, slots.names.length),
    after: oneMoreAt,
  });
}

export function oneMoreAt(counts: readonly number[], place: number): readonly number[] {
  return counts.map((count, each) => (each === place ? count + 1 : count));
}

/** Whether a value is a list of that many whole numbers from 0. */
export function areCounts(value: unknown, length: number): value is readonly number[] {
  return (
    Array.isArray(value) &&
    value.length === length &&
    value.every((count: unknown) => Number.isSafeInteger(count) && Number(count) >= 0)
  );
}

/** The places that hold the smallest value; those within `tolerance` of it count as holding it. */
export function placesOfLeast(values: readonly number[], tolerance: number = 0): readonly number[] {
  const least = Math.min(...values);
  return Array.from(values.keys()).filter((place) => (values[place] ?? 0) - least <= tolerance);
}
