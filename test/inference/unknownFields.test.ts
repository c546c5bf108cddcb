import { expect, it } from "vitest";
import { betaBinomial, binomialNormal, fieller, randomEffects, shrink } from "../../src/inference/index.js";
import { errorOf } from "../support/errors.js";

const count = { events: 5, total: 10 };
const misspelt = { ...count, lable: "Odense" };

it.each([
  ["randomEffects", () => randomEffects([{ estimate: 1, variance: 1, lable: "Odense" } as never])],
  ["betaBinomial", () => betaBinomial([count, misspelt])],
  ["shrink", () => shrink([count, misspelt])],
  ["binomialNormal", () => binomialNormal([count, misspelt])],
])("%s refuses a misspelt field, whose value would be lost", (_, work) => {
  expect(errorOf(work)).toMatchObject({
    code: "unknown-field",
    path: expect.stringContaining("].lable") as string,
    hint: "Did you mean label?",
  });
});

it("names the fields that there are where none is near", () => {
  const data = {
    numerator: 1,
    denominator: 2,
    covariance: [
      [1, 0],
      [0, 1],
    ],
    name: "x",
  } as never;
  expect(errorOf(() => fieller(data))).toMatchObject({
    path: "fieller.name",
    hint: undefined,
  });
});

it("lets the other columns of a table's rows be", () => {
  const rows = [3, 5, 8].map((events) => ({
    events,
    total: 10,
    municipality: "Odense",
    year: 2018,
    truth: 0.5,
  }));
  const bare = rows.map(({ events, total }) => ({ events, total }));
  expect(betaBinomial(rows).toJSON()).toEqual(betaBinomial(bare).toJSON());
  expect(shrink(rows).toJSON()).toEqual(shrink(bare).toJSON());
});
