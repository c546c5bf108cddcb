import { expect, it } from "vitest";
import { boundsForMissing, type BoundsEstimate, type BoundsMethod } from "../../src/inference/index.js";
import { isNear, numberOf, referenceCases, type ReferenceCase } from "../support/fixtures.js";

const TIGHT = { abs: 1e-15, rel: 1e-11 };
const cases = referenceCases("bounds");

function boundsOf({ input }: ReferenceCase, method: BoundsMethod): BoundsEstimate {
  const read = (name: string): number => numberOf(input, name);
  return boundsForMissing(
    {
      comparator: { events: read("x1"), total: read("n1"), unknown: read("u1") },
      reference: { events: read("x2"), total: read("n2"), unknown: read("u2") },
    },
    { method, level: read("level") },
  );
}

function found({ region, standardErrors, interval, trimmed, conclusion, tipping }: BoundsEstimate): Found {
  const fewest = [tipping?.comparator?.successes ?? Infinity, tipping?.reference?.successes ?? Infinity];
  return {
    region_lower: region.lower,
    region_upper: region.upper,
    se_lower: standardErrors?.lower,
    se_upper: standardErrors?.upper,
    share: trimmed?.share ?? 0,
    lower: interval.lower,
    upper: interval.upper,
    conclusion,
    smallest: Math.min(...fewest) === Infinity ? null : Math.min(...fewest),
    comparator: tipping?.comparator?.successes ?? null,
    reference: tipping?.reference?.successes ?? null,
    comparator_conclusion: tipping?.comparator?.conclusion ?? null,
    reference_conclusion: tipping?.reference?.conclusion ?? null,
  };
}

type Found = Readonly<Record<string, unknown>>;

function misses(given: ReferenceCase, method: BoundsMethod): readonly string[] {
  const values = found(boundsOf(given, method));
  return Object.entries(given.expected)
    .filter(([name, expected]) =>
      typeof expected === "number"
        ? !isNear(Number(values[name] ?? NaN), expected, given.tol ?? TIGHT)
        : values[name] !== expected,
    )
    .map(([name, expected]) => `${JSON.stringify(given.input)} ${name}: ${values[name]}, not ${expected}`);
}

it.each([
  ["worst-case", "worst-case", 36],
  ["lee", "lee", 36],
  ["tipping-point", "tipping-point", 30],
  ["worst-case-attrition", "worst-case", 3],
  ["lee-attrition", "lee", 3],
] as const)("gives the values of %s", (name, method, count) => {
  const ofMethod = cases.filter((each) => each.method === name);
  expect(ofMethod).toHaveLength(count);
  expect(ofMethod.flatMap((given) => misses(given, method))).toEqual([]);
});

it("has no other case", () => {
  expect(cases).toHaveLength(108);
});
