import { describe, expect, it } from "vitest";
import { deepFreeze } from "../../src/core/index.js";

describe("deepFreeze", () => {
  it("freezes all that is inside and leaves typed arrays alone", () => {
    const value = deepFreeze({ a: [{ b: 1 }], c: new Float64Array(1) });
    expect(Object.isFrozen(value.a[0])).toBe(true);
    expect(() => {
      value.c[0] = 1;
    }).not.toThrow();
  });

  it("gives plain values back", () => {
    expect(deepFreeze(1)).toBe(1);
    expect(deepFreeze(null)).toBeNull();
  });
});
