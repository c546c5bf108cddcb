import { describe, expect, it } from "vitest";
import { inRandomOrder } from "../../../src/allocation/designs/complete-order.js";
import { keyedStream } from "../../../src/core/index.js";

describe("inRandomOrder", () => {
  it("gives each arm its number of units", () => {
    const drawn = inRandomOrder(["own", "a", "b"], [3, 0, 2], keyedStream("key", "order"));
    expect(drawn.toSorted()).toEqual(["b", "b", "own", "own", "own"]);
    expect(inRandomOrder(["own", "a"], [0, 0], keyedStream("key", "order"))).toEqual([]);
  });

  it("fills the places of the arms with units in the order of Fisher and Yates", () => {
    // Words 0: below(3) = 0 and below(2) = 0 turn 0 1 2 into 2 1 0, then into 1 2 0: the first place, own's,
    // is unit 1's; the others, of a, are those of units 2 and 0.
    expect(inRandomOrder(["own", "a"], [1, 2], { next: () => 0 })).toEqual(["a", "own", "a"]);
  });
});
