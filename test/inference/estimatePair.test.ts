import { describe, expect, it } from "vitest";
import { readEstimatePair } from "../../src/inference/estimatePair.js";
import { errorOf } from "./support.js";

const read = (data: unknown) => readEstimatePair("ratio", data, ["numerator", "denominator"]);
const whole = {
  numerator: 1,
  denominator: 2,
  covariance: [
    [4, -3],
    [-3, 9],
  ],
};

describe("readEstimatePair", () => {
  it("takes standard errors and correlation from the matrix", () => {
    expect(read(whole)).toEqual({
      values: [1, 2],
      errors: [2, 3],
      correlation: -0.5,
      degreesOfFreedom: Infinity,
    });
    expect(read({ ...whole, degreesOfFreedom: 12.5 }).degreesOfFreedom).toBe(12.5);
  });

  it("takes rounding for what it is", () => {
    const near = 6 * (1 + 1e-15);
    expect(
      read({
        ...whole,
        covariance: [
          [4, near],
          [6, 9],
        ],
      }).correlation,
    ).toBe(1);
    expect(
      read({
        ...whole,
        covariance: [
          [0, 0],
          [0, 9],
        ],
      }),
    ).toMatchObject({ errors: [0, 3], correlation: 0 });
  });

  it.each([
    ["impossible-data", "ratio", null],
    ["impossible-data", "ratio", [1, 2]],
    ["unknown-field", "ratio.degreesOfFreedon", { ...whole, degreesOfFreedon: 3 }],
    ["impossible-number", "ratio.numerator", { ...whole, numerator: NaN }],
    ["impossible-number", "ratio.denominator", { ...whole, denominator: undefined }],
    ["impossible-number", "ratio.denominator", { ...whole, denominator: "2" }],
    ["impossible-number", "ratio.numerator", { ...whole, numerator: 1e101 }],
    ["impossible-degrees-of-freedom", "ratio.degreesOfFreedom", { ...whole, degreesOfFreedom: 0 }],
    ["impossible-degrees-of-freedom", "ratio.degreesOfFreedom", { ...whole, degreesOfFreedom: NaN }],
  ])("refuses %s at %s", (code, path, data) => {
    expect(errorOf(() => read(data))).toMatchObject({ code, path });
  });

  it("names the field that was meant", () => {
    expect(errorOf(() => read({ ...whole, degreesOfFreedon: 3 })).hint).toBe(
      "Did you mean degreesOfFreedom?",
    );
  });

  it.each([
    ["nothing", undefined],
    ["a number", 4],
    ["a vector", [4, 9]],
    [
      "three columns",
      [
        [4, 0, 0],
        [0, 9, 0],
      ],
    ],
    ["three rows", [[4, 0], [0, 9], []]],
    [
      "NaN",
      [
        [4, NaN],
        [NaN, 9],
      ],
    ],
    [
      "an infinite variance",
      [
        [Infinity, 0],
        [0, 9],
      ],
    ],
    [
      "a negative variance",
      [
        [-4, 0],
        [0, 9],
      ],
    ],
    [
      "two covariances",
      [
        [4, 1],
        [2, 9],
      ],
    ],
    [
      "more covariance than variance",
      [
        [4, 6.01],
        [6.01, 9],
      ],
    ],
    [
      "covariance with what doesn't vary",
      [
        [0, 1],
        [1, 9],
      ],
    ],
  ])("refuses as a covariance: %s", (_, covariance) => {
    expect(errorOf(() => read({ ...whole, covariance }))).toMatchObject({
      code: "impossible-covariance",
      path: "ratio.covariance",
    });
  });
});
