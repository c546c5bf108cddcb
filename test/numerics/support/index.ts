import { expect } from "vitest";

declare module "vitest" {
  interface Matchers<T> {
    /** Within a relative distance of the expected number. */
    toBeNear(expected: number, relative: number): T;
  }
}

/** Double precision's unit: relative errors are stated in multiples of it. */
export const EPSILON: number = Number.EPSILON;

/** The error of a number that isn't possible, under the name of its parameter. */
export function impossible(path: string): { readonly code: string; readonly path: string } {
  return { code: "impossible-value", path };
}

expect.extend({
  toBeNear(got: number, expected: number, relative: number) {
    const error = got === expected ? 0 : Math.abs(got - expected) / Math.abs(expected);
    return { pass: error <= relative, message: () => `${got} instead of ${expected}: off by ${error}` };
  },
});
