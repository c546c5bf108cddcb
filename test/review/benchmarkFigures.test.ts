import { ACCENTS } from "../../src/display/index.js";
import { describe, expect, it } from "vitest";
import { benchmarkArms, type Benchmark } from "../../src/benchmark/index.js";
import { benchmarkFigures } from "../../src/review/benchmarkFigures.js";
import { clusterPictures } from "../../src/review/pictures.js";
import { clusterSection } from "../../src/review/sections/cluster.js";
import type { EditionData } from "../../src/review/types.js";
import { FOREIGN } from "../support/descriptive.js";
import { layoutFaults, textBoxes } from "../support/layout.js";
import { MEASURE, row } from "../support/municipalities.js";
import { madeOutcomes, type Group } from "../support/outcomes.js";

const AGES = [
  { name: "18-29", group: { ageGroup: "young" } },
  { name: "30-64", group: { ageGroup: "old" } },
] as const;

const groups: readonly Group[] = (["supplier", "municipal"] as const).flatMap((arm) => [
  { arm, status: "success", count: 60, stratum: { ageGroup: "young" } },
  { arm, count: 40, stratum: { ageGroup: "young" } },
  { arm, status: "success", count: 30, stratum: { ageGroup: "old" } },
  { arm, count: 70, stratum: { ageGroup: "old" } },
]);

const rows = ["Horsens", "Vejle", "Odder", "Køge", "Ikast-Brande"].flatMap((name, index) => [
  row(name, 50 + 5 * index, 100, { group: "18-29" }),
  row(name, 60 + 8 * index, 300, { group: "30-64" }),
]);

/** The same citizens beside the same municipalities, with or without the same case mix, or measured otherwise. */
function beside({ isGrouped = false, anchor = "referral" }): Benchmark {
  const plan = { municipality: "Fredericia", cluster: "K1", criterion: "job", measure: MEASURE };
  return benchmarkArms(
    madeOutcomes({ groups }),
    rows.map((each) => ({ ...each, anchor })),
    isGrouped ? { ...plan, groups: AGES } : plan,
  );
}

const CASES = [
  ["as counted", beside({})],
  ["adjusted", beside({ isGrouped: true })],
  ["beside figures of another measure", beside({ anchor: "course end" })],
] as const;

describe.each(CASES)("the figures of a benchmark %s", (_name, benchmark) => {
  it("speak one language, in the picture and in its tables, and lie within their frames", () => {
    for (const language of ["da", "en"] as const) {
      for (const figure of Object.values(benchmarkFigures(benchmark, language))) {
        expect(layoutFaults(figure.svg)).toEqual([]);
        const texts = textBoxes(figure.svg).map(({ text }) => text);
        expect([figure.toText({ language }), ...texts].join(" ")).not.toMatch(FOREIGN[language]);
      }
    }
  });
});

describe("the figures of a benchmark", () => {
  it("show the rates that the text is about, and both say in figure and caption whether these are adjusted", () => {
    for (const [isAdjusted, benchmark] of [
      [false, CASES[0][1]],
      [true, CASES[1][1]],
    ] as const) {
      const { cluster, funnel } = benchmarkFigures(benchmark);
      const shown = benchmark.arms.map(({ name, rate, adjusted }) => [
        name,
        (isAdjusted ? adjusted : rate)?.estimate,
      ]);
      for (const [name, estimate] of shown) {
        const found = (values: readonly Readonly<Record<string, unknown>>[], key: string): unknown =>
          values.find(({ label }) => label === name)?.[key];
        expect(found(cluster.rows, "estimate")).toBeCloseTo(Number(estimate), 12);
        expect(found(funnel?.rows ?? [], "value")).toBeCloseTo(Number(estimate), 12);
      }
      const said = isAdjusted
        ? /adjusted to the comparable municipalities' case mix/
        : /[Uu]nadjusted.*case mix/;
      for (const figure of [cluster, funnel]) expect(figure?.svg.replaceAll("&#39;", "'")).toMatch(said);
      const captions = clusterPictures(benchmark, "en").map(({ caption }) => caption);
      expect(captions).toHaveLength(3);
      for (const caption of captions) expect(caption).toMatch(said);
    }
  });

  it("give the municipality as a whole the same mark in all of them", () => {
    const { cluster, funnel, ranks } = benchmarkFigures(CASES[0][1]);
    const [, , third] = ACCENTS;
    for (const figure of [cluster, funnel, ranks]) expect(figure?.toSVG()).toContain(`fill="${third}"`);
    expect(ranks?.toSVG()).not.toContain(ACCENTS[0]);
  });

  it("have no ranks of a municipality of which there are too few", () => {
    expect(Object.keys(benchmarkFigures(CASES[0][1]))).toEqual(["cluster", "funnel", "ranks"]);
    const few: Benchmark = { ...CASES[0][1], wholePosition: "too-few" };
    expect(Object.keys(benchmarkFigures(few))).toEqual(["cluster", "funnel"]);
  });

  it("stand between what is concluded and the tables", () => {
    const data = { benchmark: CASES[0][1], withheld: [] } as unknown as EditionData;
    const kinds = clusterSection(data, "da").map(({ block }) => block);
    expect(kinds.indexOf("picture")).toBeGreaterThan(kinds.indexOf("paragraph"));
    expect(kinds.lastIndexOf("picture")).toBeLessThan(kinds.indexOf("table"));
  });
});
