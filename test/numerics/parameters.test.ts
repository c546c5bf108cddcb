import { describe, expect, it } from "vitest";
import {
  requireCount,
  requireDegrees,
  requireInteger,
  requireNonNegative,
  requireNumber,
  requirePositive,
  requireProbability,
  requireShape,
} from "../../src/numerics/parameters.js";
import { errorOf } from "../support/errors.js";
import { impossible } from "./support/index.js";

const rules = [
  [requireNumber, [0, -Infinity, Infinity], [Number.NaN]],
  [requirePositive, [Number.MIN_VALUE, 1e308], [0, -1, Infinity, Number.NaN]],
  [requireShape, [1e-100, 1e100], [0, 1e-101, 1e101, -1, Infinity, Number.NaN]],
  [requireDegrees, [1e-99, 1e100], [0, 1e-100, 1e101, -1, Infinity, Number.NaN]],
  [requireNonNegative, [0, -0, 1e308], [-Number.MIN_VALUE, Infinity, Number.NaN]],
  [requireProbability, [0, 1, 0.5], [-1e-300, 1 + 2 ** -52, Number.NaN]],
  [requireInteger, [0, -3, 2 ** 53 - 1], [0.5, 2 ** 53, Infinity, Number.NaN]],
  [requireCount, [0, 3, 2 ** 53 - 1], [-1, 0.5, 2 ** 53, Infinity, Number.NaN]],
] as const;

describe.each(rules)("%o", (rule, accepted, refused) => {
  it.each(accepted)("accepts %d", (value) => {
    expect(() => rule("subject", value)).not.toThrow();
  });

  it.each(refused)("refuses %d under the parameter's name", (value) => {
    expect(errorOf(() => rule("subject", value))).toMatchObject(impossible("subject"));
  });
});
