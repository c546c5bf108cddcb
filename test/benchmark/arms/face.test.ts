import { describe, expect, it } from "vitest";
import {
  benchmarkArms,
  positionSentence,
  positionSentences,
  type Benchmark,
  type BenchmarkPlan,
} from "../../../src/benchmark/index.js";
import { descriptiveText } from "../../support/descriptive.js";
import { madeOutcomes, type Group } from "../../support/outcomes.js";
import { MEASURE, row } from "../../support/municipalities.js";

const plan: BenchmarkPlan = { municipality: "Fredericia", cluster: "K1", criterion: "job", measure: MEASURE };

function besideGroups(successes: number): readonly Group[] {
  return ["supplier", "municipal"].flatMap((arm): readonly Group[] => [
    { arm, status: "success", count: successes },
    { arm, count: 200 - successes },
  ]);
}

function besideCluster(successes: number, change: Partial<typeof MEASURE> = {}): Benchmark {
  const rows = [
    row("Horsens", 400, 1000),
    row("Vejle", 410, 1000),
    row("Odder", 405, 1000),
    row("Køge", 405, 1000),
  ];
  return benchmarkArms(
    madeOutcomes({ groups: besideGroups(successes) }),
    rows.map((each) => ({ ...each, ...change, source: "Jobindsats", year: "2005" })),
    plan,
  );
}

/** The same arms beside two municipalities, whose spread can't be known. */
function besideTwo(): Benchmark {
  const groups = besideGroups(120);
  return benchmarkArms(madeOutcomes({ groups }), [row("Horsens", 400, 1000), row("Vejle", 410, 1000)], plan);
}

function plain(benchmark: Benchmark): string {
  return benchmark.toText({ language: "en" }).replaceAll(/[\u00A0\u202F]/g, " ");
}

function sentence(benchmark: Benchmark, language: "da" | "en"): string {
  const arm = benchmark.arms.find((each) => each.arm === "supplier");
  if (arm === undefined) throw new Error("no such arm");
  return positionSentence(benchmark, arm, language).replaceAll(/[\u00A0\u202F]/g, " ");
}

/** The lower limit of an arm with so many successes, and its sentence. */
function limitOf(successes: number): readonly [lower: number | undefined, text: string] {
  const benchmark = besideCluster(successes);
  const arm = benchmark.arms.find((each) => each.arm === "supplier");
  return [arm?.ratio?.interval.lower, sentence(benchmark, "en")];
}

/** Whether it is told how often the prediction holds, beside so many municipalities of so many citizens. */
function isTrustTold(count: number, total: number): boolean {
  const rows = Array.from({ length: count }, (_, index) => row(`Kommune ${index + 1}`, total * 0.4, total));
  return /In simulations with 5 to 20/u.test(
    plain(benchmarkArms(madeOutcomes({ groups: besideGroups(120) }), rows, plan)),
  );
}

it("tells what kind of figures these are of the first arm alone", () => {
  const [first, second] = positionSentences(besideCluster(120), "en");
  expect(first).toContain("95% interval allowing for differences between municipalities");
  expect(second).toMatch(/ lies above the comparable municipalities: 1\.48 \(1\.29 to 1\.66\)\.$/u);
});

it("tells it of none where no ratio has such an interval", () => {
  const few = besideTwo();
  expect(positionSentences(few, "da")).toEqual(few.arms.map((arm) => positionSentence(few, arm, "da")));
});

const all: readonly (readonly [string, Benchmark])[] = [
  ["above-cluster", besideCluster(120)],
  ["below-cluster", besideCluster(40)],
  ["within-cluster", besideCluster(81)],
  ["not-comparable", besideCluster(120, { anchor: "course end" })],
  ["too-few", benchmarkArms(madeOutcomes({ groups: [] }), [row("Horsens", 400, 1000)], plan)],
  ["too-few-municipalities", besideTwo()],
];

describe("a benchmark in words", () => {
  it("makes probable, and says no more", () => {
    // 120/200 over 1620/4000: 0.6/0.405 = 1.48; the interval is checked where it is computed.
    expect(sentence(besideCluster(120), "en")).toMatch(
      /^The figures make it probable that Leverandøren lies above the comparable municipalities: the ratio of observed to expected is 1\.48 \(95% interval allowing for differences between municipalities: 1\.29 to 1\.66\)\.$/,
    );
    expect(sentence(besideCluster(120), "da")).toMatch(
      /^Tallene gør det sandsynligt, at Leverandøren ligger over sammenligningskommunerne: forholdet mellem observeret og forventet er 1,48/,
    );
  });

  it("writes limits with as many decimals as show on which side of 1 they lie", () => {
    // Among numbers of successes about the edge there is one whose lower limit is 1.00 with two decimals.
    const edge = Array.from({ length: 12 }, (_, index) => limitOf(92 + index)).filter(
      ([lower]) => lower?.toFixed(2) === "1.00",
    );
    expect(edge.length).toBeGreaterThan(0);
    for (const [lower, text] of edge) expect(text).toContain(`municipalities: ${lower?.toFixed(3)} to `);
  });

  it("tells how far the prediction can be trusted for the sizes alone that it was simulated for", () => {
    expect([isTrustTold(5, 60), isTrustTold(20, 1400)]).toEqual([true, true]);
    expect([isTrustTold(4, 60), isTrustTold(21, 60), isTrustTold(5, 50), isTrustTold(5, 1405)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it("heads the ratio's limits by what they carry, and says so in its sentence", () => {
    const among = /^Unit .*Observed over expected +95% interval incl. municipal differences/m;
    expect(plain(besideCluster(120))).toMatch(among);
    expect(plain(besideTwo())).not.toMatch(among);
    expect(sentence(besideTwo(), "en")).toMatch(/\(95% confidence interval [^)]*\), if only chance/);
  });

  it.each(all)("has a sentence for %s in both languages", (code, benchmark) => {
    expect(benchmark.positions.map((each) => each.code)).toEqual([code, code]);
    for (const language of ["da", "en"] as const)
      expect(sentence(benchmark, language)).toMatch(/Leverandøren.*\.$/);
  });

  it.each(all)(
    "has no causal word in anything it shows, and none of the other language: %s",
    (_code, benchmark) => {
      for (const language of ["da", "en"] as const)
        expect(descriptiveText(benchmark, language)).toContain("Leverandøren");
    },
  );

  it("says how many peers, from where and of which year", () => {
    expect(besideCluster(120).toText({ language: "da" })).toContain(
      "Fredericia sammenlignes med 4 andre kommuner (K1), 2005 (kilde: Jobindsats, 2005).",
    );
  });

  it("says what differs in a side panel", () => {
    const panel = besideCluster(120, { anchor: "course end" });
    expect(panel.toText({ language: "da" })).toContain(
      "målt fra: kommunerne »course end«, enhederne »referral«",
    );
    expect(panel.toText({ language: "en" })).toContain(
      'measured from: the municipalities "course end", the units "referral"',
    );
  });

  it("writes peers and cluster in one table", () => {
    const text = besideCluster(120).toText({ language: "da" });
    for (const name of ["Horsens", "Vejle", "Alle under ét", "40,5"]) expect(text).toContain(name);
    expect(besideCluster(120).toHTML({ language: "en" })).toContain("<table");
  });
});

describe("a benchmark's rows", () => {
  it("have one shape for arms, municipalities and cluster", () => {
    const rows = all.flatMap(([, benchmark]) => benchmark.toRows());
    expect(new Set(rows.map((each) => Object.keys(each).toSorted().join(" "))).size).toBe(1);
    expect(
      besideCluster(120)
        .toRows()
        .map((each) => [each["row"], each["name"], each["events"], each["position"]]),
    ).toEqual([
      ["arm", "municipal", 120, "above-cluster"],
      ["arm", "supplier", 120, "above-cluster"],
      ["municipality-as-a-whole", "Fredericia", 240, "above-cluster"],
      ["municipality", "Horsens", 400, null],
      ["municipality", "Vejle", 410, null],
      ["municipality", "Odder", 405, null],
      ["municipality", "Køge", 405, null],
      ["cluster", "K1", 1620, null],
    ]);
  });
});
