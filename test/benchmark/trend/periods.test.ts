import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRolling, periodKey, periodsInOrder } from "../../../src/benchmark/trend/periods.js";
import { errorOf } from "../../support/errors.js";

const inOrder = (...periods: readonly string[]): readonly string[] =>
  periodsInOrder(periods, "benchmarkTrend");

describe("periods", () => {
  it.each([
    [["2023M10", "2023M01", "2022M12"], ["2022M12", "2023M01", "2023M10"], 0],
    [["2024", "2019", "2020"], ["2019", "2020", "2024"], 3],
    [["2023-02", "2023-01", "2022-12"], ["2022-12", "2023-01", "2023-02"], 0],
    [
      ["4. kvartal 2022", "1. kvartal 2023", "3. kvartal 2022"],
      ["3. kvartal 2022", "4. kvartal 2022", "1. kvartal 2023"],
      0,
    ],
    [["2. halvår 2022", "1. halvår 2022"], ["1. halvår 2022", "2. halvår 2022"], 0],
    [["2023 uge 9", "2023 uge 10", "2022 uge 52"], ["2022 uge 52", "2023 uge 9", "2023 uge 10"], 0],
  ])("are put in the order of time: %j", (given, ordered) => {
    const found = inOrder(...given);
    expect(found.filter((period) => given.includes(period))).toEqual(ordered);
  });

  it("that nobody has are gaps between the others, written like them", () => {
    // October and January lie 9 months apart, December and January one: every month between is a gap.
    expect(inOrder("2023M02", "2022M11", "2022M12")).toEqual(["2022M11", "2022M12", "2023M01", "2023M02"]);
    expect(inOrder("2019", "2020", "2023")).toEqual(["2019", "2020", "2021", "2022", "2023"]);
    expect(inOrder("2. kvartal 2022", "3. kvartal 2022", "1. kvartal 2023")[2]).toBe("4. kvartal 2022");
  });

  it("of a publication twice a year have no gaps at the quarters between", () => {
    expect(inOrder("2023QMAT04", "2023QMAT02", "2024QMAT04")).toEqual([
      "2023QMAT02",
      "2023QMAT04",
      "2024QMAT02",
      "2024QMAT04",
    ]);
  });

  it("are the same however their number is padded", () => {
    expect(inOrder("2023M1", "2023M01", "2023M2")).toHaveLength(2);
    expect(periodKey("2023M01")).toBe(periodKey("2023m1"));
  });

  it("are ordered whatever order they come in", () => {
    const months = Array.from(
      { length: 30 },
      (_, at) => `${2021 + Math.floor(at / 12)}M${String((at % 12) + 1).padStart(2, "0")}`,
    );
    fc.assert(
      fc.property(fc.shuffledSubarray(months, { minLength: 30 }), (shuffled) => {
        expect(inOrder(...shuffled)).toEqual(months);
      }),
    );
    expect(inOrder()).toEqual([]);
  });

  it("roll where their labels say so", () => {
    expect(["2023QMAT02", "rullende år 2023", "2023M02", "2023"].map(isRolling)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it.each([
    ["unknown-period-form", ["sidste år"]],
    ["unknown-period-form", ["2023-01-15 til 2023-06-30"]],
    ["several-period-forms", ["2023", "2023M01"]],
  ])("are refused: %s %j", (code, periods) => {
    expect(errorOf(() => inOrder(...periods))).toMatchObject({ code });
  });
});
