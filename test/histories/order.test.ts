import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOrderOf } from "../../src/histories/order.js";

describe("inOrderOf", () => {
  it("sorts places by their key and leaves equal ones as they are", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4000, max: 4000 })), fc.nat(), (keys, times) => {
        const key = Int32Array.from(keys, (each) => (each % ((times % 9) + 1)) * 7 - 3); // many alike
        const places = Int32Array.from(keys.keys()).toReversed();
        const expected = [...places].toSorted((a, b) => (key[a] ?? 0) - (key[b] ?? 0));
        expect([...inOrderOf(key, places)]).toEqual(expected);
      }),
    );
  });

  it("takes nothing, and places of some keys only", () => {
    expect([...inOrderOf(new Int32Array(0), new Int32Array(0))]).toEqual([]);
    expect([...inOrderOf(Int32Array.of(5, 4, 3), Int32Array.of(0, 2))]).toEqual([2, 0]);
  });
});
