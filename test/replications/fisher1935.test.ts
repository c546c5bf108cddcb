// Fisher (1935), The Design of Experiments, section 17: Darwin's (1876) maize, 15 pairs of a crossed and a self-fertilized
// plant grown together; heights in eighths of an inch. Fisher: sum of the differences 314, t = 2.148 on 14 degrees of freedom.
import { expect, it } from "vitest";
import { adjustedDifference } from "../../src/inference/index.js";

const CROSSED = [188, 96, 168, 176, 153, 172, 177, 163, 146, 173, 186, 168, 177, 184, 96];
const SELFED = [139, 163, 160, 160, 147, 149, 149, 122, 132, 144, 130, 144, 102, 124, 144];

const pairs = CROSSED.map((_, i) => i);

it("Fisher (1935): Darwin's pairs of plants", () => {
  const { estimate, test, notices } = adjustedDifference(
    {
      treatment: [...CROSSED.map(() => 1), ...SELFED.map(() => 0)],
      response: [...CROSSED, ...SELFED],
      blocks: [...pairs, ...pairs],
    },
    { method: "difference-in-means" },
  );
  expect(15 * (estimate ?? NaN)).toBeCloseTo(314, 10);
  expect(test?.statistic).toBeCloseTo(2.148, 3);
  expect(test?.degreesOfFreedom).toBe(14);
  expect(test?.pValue).toBeCloseTo(0.0497, 4);
  expect(notices).toEqual([{ code: "small-blocks", severity: "info", blocks: 15, joined: 0 }]);
});
