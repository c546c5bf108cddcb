import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { designOf } from "../../../src/inference/kernels/design.js";
import { separationOf } from "../../../src/inference/kernels/separation.js";

const separation = (columns: readonly number[][], response: readonly number[]) =>
  separationOf(designOf(columns, response.length).basis, response);

/** Of one column: complete if a cut parts 0 from 1, quasi-complete if they touch there. */
function byCuts(x: readonly number[], y: readonly number[]): string | undefined {
  const [zeros, ones] = [0, 1].map((value) => x.filter((_, i) => y[i] === value));
  if (zeros === undefined || ones === undefined || zeros.length === 0 || ones.length === 0) return "complete";
  const gaps = [Math.min(...ones) - Math.max(...zeros), Math.min(...zeros) - Math.max(...ones)];
  if (Math.max(...gaps) > 0) return "complete";
  return Math.max(...gaps) === 0 && new Set(x).size > 1 ? "quasi-complete" : undefined;
}

describe("separationOf", () => {
  it("agrees with cuts of a single column", () => {
    const row = fc.record({ x: fc.integer({ min: 0, max: 6 }), y: fc.integer({ min: 0, max: 1 }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 9 }), (rows) => {
        const [x, y] = [rows.map((each) => each.x), rows.map((each) => each.y)];
        expect(separation([x], y)?.extent).toBe(byCuts(x, y));
      }),
      { numRuns: 1000 },
    );
  });

  it("finds a plane that no single column is", () => {
    // 1 exactly where a + b > 2.
    const a = [0, 3, 1.5, 0, 1, 2, 1, 1.8];
    const b = [3, 0, 0, 1.5, 0.5, 1, 1.5, 0];
    const y = a.map((value, i) => Number(value + (b[i] ?? 0) > 2));
    expect(separation([a], y)).toBeUndefined();
    expect(separation([b], y)).toBeUndefined();
    expect(separation([a, b], y)?.extent).toBe("complete");
  });

  it("knows the category in which all have the outcome, beside a column that overlaps", () => {
    const category = [0, 0, 0, 0, 1, 1];
    const x = [1, 2, 3, 4, 1, 3];
    const found = separation([category, x], [0, 1, 0, 1, 1, 1]);
    expect(found?.extent).toBe("quasi-complete");
  });

  it("points a direction in which no row goes wrong", () => {
    const x = [1, 2, 2, 3, 5];
    const y = [0, 0, 1, 1, 1];
    const { basis } = designOf([x], 5);
    const direction = separationOf(basis, y)?.direction ?? [];
    const moved = y.map(
      (value, i) => (2 * value - 1) * basis.reduce((sum, q, k) => sum + (q[i] ?? 0) * (direction[k] ?? 0), 0),
    );
    expect(Math.min(...moved)).toBeGreaterThan(-1e-9);
    expect(Math.max(...moved)).toBeGreaterThan(0.1);
  });
});
