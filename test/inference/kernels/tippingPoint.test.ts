import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newcombe } from "../../../src/inference/kernels/newcombe.js";
import { tippingPoints } from "../../../src/inference/kernels/tippingPoint.js";

const Z = 1.959963984540054;

function concluded(x1: number, n1: number, x2: number, n2: number): string {
  const { limit } = newcombe({ x1, n1, x2, n2 });
  return limit(Z) > 0 ? "better" : limit(-Z) < 0 ? "worse" : "inconclusive";
}

const arm = fc
  .tuple(fc.nat({ max: 20 }), fc.nat({ max: 12 }), fc.nat({ max: 20 }))
  .filter(([x, u, rest]) => x + u + rest > 0);

describe("tippingPoints", () => {
  it("finds the nearest change on the whole grid of successes among the unknown", () => {
    fc.assert(
      fc.property(arm, arm, ([x1, u1, rest1], [x2, u2, rest2]) => {
        const [n1, n2] = [x1 + u1 + rest1, x2 + u2 + rest2];
        const { conclusion, first, second } = tippingPoints({ x1, u1, n1, x2, u2, n2 }, Z);
        const changed: number[] = [];
        for (let i = 0; i <= u1; i++) {
          for (let j = 0; j <= u2; j++) {
            if (concluded(x1 + i, n1, x2 + j, n2) !== conclusion) changed.push(i + j);
          }
        }
        const nearest = Math.min(first?.successes ?? Infinity, second?.successes ?? Infinity);
        expect(nearest).toBe(Math.min(Infinity, ...changed));
      }),
    );
  });

  it("rests on Newcombe's limits, which follow each count", () => {
    const sizes = [1, 2, 3, 5, 8, 13, 40];
    const steps = sizes.flatMap((n1) =>
      sizes.flatMap((n2) =>
        Array.from({ length: n1 }, (_, x1) =>
          Array.from({ length: n2 + 1 }, (__, x2) => {
            const [here, there] = [newcombe({ x1, n1, x2, n2 }), newcombe({ x1: x1 + 1, n1, x2, n2 })];
            return [there.limit(Z) - here.limit(Z), there.limit(-Z) - here.limit(-Z)];
          }),
        ).flat(2),
      ),
    );
    expect(Math.min(...steps)).toBeGreaterThan(-1e-15);
  });
});
