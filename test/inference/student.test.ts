import { expect, it } from "vitest";
import { studentInterval, studentTest } from "../../src/inference/student.js";

it("an estimate with ten degrees of freedom excludes 0 exactly when its p-value is below 1 − level", () => {
  // t with 10 degrees of freedom exceeds 2.228138851986275 with probability 0.025.
  const found = { estimate: 2.228138851986275, standardError: 1, degreesOfFreedom: 10 };
  expect(studentInterval(found, 0.95, "hc2").lower).toBeCloseTo(0, 14);
  expect(studentTest(found)).toMatchObject({ statistic: 2.228138851986275, degreesOfFreedom: 10 });
  expect(studentTest(found).pValue).toBeCloseTo(0.05, 14);
});

it("without end to its standard error says nothing, with none of it everything", () => {
  const unknown = { estimate: 2, standardError: Infinity, degreesOfFreedom: Infinity };
  expect(studentInterval(unknown, 0.95, "hc2")).toMatchObject({ lower: -Infinity, upper: Infinity });
  expect(studentTest(unknown).pValue).toBe(1);
  const exact = { estimate: 2, standardError: 0, degreesOfFreedom: 3 };
  expect(studentInterval(exact, 0.95, "hc2")).toMatchObject({ lower: 2, upper: 2 });
  expect(studentTest(exact).pValue).toBe(0);
  expect(studentTest({ ...exact, estimate: 0 }).pValue).toBe(1);
});
