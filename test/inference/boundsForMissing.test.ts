import { describe, expect, it } from "vitest";
import {
  boundsForMissing,
  compareProportions,
  numberNeededToTreat,
  type BoundsMethod,
  type PartlyKnownCount,
  type PartlyKnownPair,
} from "../../src/inference/index.js";
import { errorOf, plain } from "./support.js";

const of = (events: number, total: number, unknown: number): PartlyKnownCount => ({ events, total, unknown });
const ARMS: PartlyKnownPair = { comparator: of(40, 100, 10), reference: of(30, 100, 20) };
const METHODS: readonly BoundsMethod[] = ["worst-case", "lee", "tipping-point"];

describe("boundsForMissing by worst-case", () => {
  it("goes from all unknown against the comparator to all for it", () => {
    // 40/100 − (30 + 20)/100 to (40 + 10)/100 − 30/100.
    const bounds = boundsForMissing(ARMS);
    expect(bounds).toMatchObject({
      kind: "estimate",
      status: "estimated",
      measure: "risk-difference",
      method: "worst-case",
      estimate: null,
      counts: ARMS,
      notices: [],
    });
    expect(bounds.region.lower).toBeCloseTo(-0.1, 15);
    expect(bounds.region.upper).toBeCloseTo(0.2, 15);
    // √(0.4·0.6/100 + 0.5·0.5/100) and √(0.5·0.5/100 + 0.3·0.7/100).
    expect(bounds.standardErrors?.lower).toBeCloseTo(Math.sqrt(0.0049), 15);
    expect(bounds.standardErrors?.upper).toBeCloseTo(Math.sqrt(0.0046), 15);
    expect(bounds.interval).toMatchObject({ level: 0.95, sides: 2, method: "imbens-manski" });
    expect(bounds).not.toHaveProperty("test");
  });

  it("reaches from its ends about as far as a one-sided interval, since the truth isn't at both", () => {
    const { interval } = boundsForMissing(ARMS);
    const worst = compareProportions({ events: 40, total: 100 }, { events: 50, total: 100 }, { level: 0.9 });
    const best = compareProportions({ events: 50, total: 100 }, { events: 30, total: 100 }, { level: 0.9 });
    expect(interval.lower).toBeCloseTo(worst.interval.lower, 5);
    expect(interval.upper).toBeCloseTo(best.interval.upper, 5);
  });

  it("is the ordinary comparison where nothing is unknown", () => {
    const known = { comparator: of(207, 600, 0), reference: of(86, 299, 0) };
    const bounds = boundsForMissing(known);
    const { estimate, interval } = compareProportions(known.comparator, known.reference);
    expect(bounds.estimate).toBe(estimate);
    expect(bounds.region).toEqual({ lower: estimate, upper: estimate });
    expect(bounds.interval).toEqual({ ...interval, method: "imbens-manski" });
    expect(bounds.notices).toEqual([{ code: "no-unknown", severity: "info" }]);
    expect(plain(bounds.toText())).toContain(
      "Risk difference: 5.7 percentage points (95% confidence interval −0.8 to 11.9)",
    );
  });

  it("excludes nothing where everything is unknown", () => {
    const all = of(0, 10, 10);
    const bounds = boundsForMissing({ comparator: all, reference: all });
    expect(bounds).toMatchObject({ status: "estimated", region: { lower: -1, upper: 1 } });
    expect(bounds.interval).toMatchObject({ lower: -1, upper: 1 });
    expect(bounds.notices).toEqual([{ code: "nothing-known", severity: "caution" }]);
  });

  it("shows itself in both languages, and as a row like any estimate", () => {
    const bounds = boundsForMissing(ARMS);
    expect(plain(bounds.toText())).toBe(
      [
        "Risk difference, whatever the unknown outcomes are: −10.0 to 20.0 percentage points (95% confidence interval −21.2 to 30.7)",
        "Unknown outcomes: comparator 10, reference 20.",
        "Method: the unknown at their worst and best, interval by Imbens and Manski. Comparator: 40 of 100. Reference: 30 of 100.",
      ].join("\n\n"),
    );
    expect(plain(bounds.toText({ language: "da" }))).toContain(
      "Forskel i succesrate, uanset de ukendte udfald: −10,0 til 20,0 procentpoint (95 %-konfidensinterval −21,2 til 30,7)",
    );
    expect(bounds.toMarkdown()).toContain("**Risk difference");
    expect(bounds.toHTML()).toContain("Imbens and Manski");
    const [row] = bounds.toRows();
    const [ordinary] = compareProportions(ARMS.comparator, ARMS.reference).toRows();
    expect(Object.keys(row ?? {})).toEqual(Object.keys(ordinary ?? {}));
    expect(row).toMatchObject({ method: "worst-case", estimate: null, status: "estimated" });
    expect(JSON.parse(JSON.stringify(bounds))).toMatchObject({ region: bounds.region });
    expect(structuredClone({ ...bounds }).region).toEqual(bounds.region);
  });

  it("says where it comes from, and what was asked", () => {
    const { references, provenance } = boundsForMissing(ARMS, { level: 0.9 });
    expect(references.join("; ")).toMatch(/Horowitz & Manski \(2000\).*Imbens & Manski \(2004\).*Newcombe/);
    expect(provenance).toMatchObject({
      operation: "boundsForMissing",
      options: {
        method: { value: "worst-case", source: "default" },
        level: { value: 0.9, source: "given" },
      },
      inputs: ARMS,
    });
  });
});

describe("boundsForMissing by lee", () => {
  it("trims the comparator, of which more is known: by hand", () => {
    // Known are 0.9 and 0.8: 1/9 of the comparator's known is trimmed. Of the rest at most 0.4/0.8 and at
    // least 1 − 0.5/0.8 are successes; of the reference's known 30/80 are.
    const bounds = boundsForMissing(ARMS, { method: "lee" });
    expect(bounds.trimmed?.arm).toBe("comparator");
    expect(bounds.trimmed?.share).toBeCloseTo(1 / 9, 15);
    expect(bounds.region.lower).toBeCloseTo(0, 15);
    expect(bounds.region.upper).toBeCloseTo(0.125, 15);
    expect(bounds.notices).toEqual([{ code: "monotone-response", severity: "info", trimmed: "comparator" }]);
    expect(plain(bounds.toText())).toContain(
      "Of the known outcomes of the comparator, the group with the larger share known, 11.1% are trimmed.",
    );
    expect(plain(bounds.toText({ language: "da" }))).toContain(
      "Af de kendte udfald i den sammenlignede gruppe, hvor den største andel er kendt, er 11,1 % trimmet væk.",
    );
  });

  it("trims the reference if more of it is known", () => {
    const bounds = boundsForMissing(
      { comparator: ARMS.reference, reference: ARMS.comparator },
      { method: "lee" },
    );
    expect(bounds.trimmed?.arm).toBe("reference");
    expect(bounds.region.lower).toBeCloseTo(-0.125, 15);
  });

  it("is the difference among the known where as large a share is known of both", () => {
    const equal = { comparator: of(40, 100, 10), reference: of(30, 200, 20) };
    const bounds = boundsForMissing(equal, { method: "lee" });
    const among = compareProportions({ events: 40, total: 90 }, { events: 30, total: 180 });
    expect(bounds.estimate).toBe(among.estimate);
    expect(bounds).not.toHaveProperty("trimmed");
    expect(bounds.notices).toEqual([{ code: "monotone-response", severity: "info" }]);
  });

  it("is Wald's comparison where nothing is unknown", () => {
    const known = { comparator: of(207, 600, 0), reference: of(86, 299, 0) };
    const { interval, notices } = boundsForMissing(known, { method: "lee" });
    const wald = compareProportions(known.comparator, known.reference, { method: "wald" }).interval;
    expect(interval.lower).toBeCloseTo(wald.lower, 15);
    expect(interval.upper).toBeCloseTo(wald.upper, 15);
    expect(notices).toEqual([{ code: "no-unknown", severity: "info" }]);
  });

  it("can't be estimated where nothing is known of a group", () => {
    const bounds = boundsForMissing(
      { comparator: of(4, 10, 0), reference: of(0, 10, 10) },
      { method: "lee" },
    );
    expect(bounds).toMatchObject({
      status: "not-estimable",
      reason: "nothing-known",
      estimate: null,
      region: { lower: -1, upper: 1 },
    });
    expect(bounds.interval).toMatchObject({ lower: -1, upper: 1 });
    expect(bounds.toText()).toContain("no outcome of one of the groups is known");
  });

  it("warns of a bound without a standard error", () => {
    const none = { comparator: of(0, 20, 2), reference: of(0, 20, 4) };
    const { standardErrors, notices } = boundsForMissing(none, { method: "lee" });
    expect(standardErrors?.upper).toBe(0);
    expect(notices.map(({ code }) => code)).toEqual(["monotone-response", "bound-without-error"]);
  });
});

describe("boundsForMissing by tipping-point", () => {
  const clear = { comparator: of(60, 100, 10), reference: of(35, 100, 40) };

  it("is Newcombe's comparison with the unknown as failures", () => {
    const bounds = boundsForMissing(clear, { method: "tipping-point" });
    const ordinary = compareProportions({ events: 60, total: 100 }, { events: 35, total: 100 });
    expect(bounds.estimate).toBe(ordinary.estimate);
    expect(bounds.interval).toEqual(ordinary.interval);
    expect(bounds.test).toEqual(ordinary.test);
    expect(bounds.conclusion).toBe("better");
    expect(numberNeededToTreat(bounds).estimate).toBe(4);
  });

  it("finds the first number of successes at which the ordinary interval says something else", () => {
    const { tipping } = boundsForMissing(clear, { method: "tipping-point" });
    const lower = Array.from({ length: 41 }, (_, j) =>
      compareProportions({ events: 60, total: 100 }, { events: 35 + j, total: 100 }),
    ).map(({ interval }) => interval.lower);
    const first = lower.findIndex((limit) => limit <= 0);
    expect(tipping).toEqual({
      comparator: null,
      reference: { successes: first, share: first / 40, conclusion: "inconclusive" },
    });
    expect(first).toBe(12);
  });

  it("says so in both languages", () => {
    const bounds = boundsForMissing(clear, { method: "tipping-point" });
    expect(plain(bounds.toText())).toContain(
      "With all unknown outcomes as failures, the comparator does better. From 12 successes among the 40 unknown of the reference (30.0%; among the known 58.3%), with none among those of the comparator, the comparison is inconclusive.",
    );
    expect(plain(bounds.toText({ language: "da" }))).toContain(
      "Når alle ukendte udfald regnes som ikke succes, klarer den sammenlignede gruppe sig bedre. Fra 12 succeser blandt de 40 ukendte i referencegruppen (30,0 %; blandt de kendte 58,3 %), med ingen blandt dem i den sammenlignede gruppe, kan sammenligningen ikke afgøres.",
    );
  });

  it("tips to either side where nothing is known", () => {
    const all = of(0, 10, 10);
    const bounds = boundsForMissing({ comparator: all, reference: all }, { method: "tipping-point" });
    expect(bounds.conclusion).toBe("inconclusive");
    expect(bounds.tipping).toEqual({
      comparator: { successes: 4, share: 0.4, conclusion: "better" },
      reference: { successes: 4, share: 0.4, conclusion: "worse" },
    });
    expect(plain(bounds.toText())).toContain("(40.0%; among the known –)");
  });

  it("says if nothing tips it", () => {
    const sure = { comparator: of(80, 100, 5), reference: of(20, 100, 5) };
    const bounds = boundsForMissing(sure, { method: "tipping-point" });
    expect(bounds.tipping).toEqual({ comparator: null, reference: null });
    expect(bounds.toText()).toContain("No successes among the unknown change that.");
    const known = { comparator: of(80, 100, 0), reference: of(20, 100, 0) };
    expect(boundsForMissing(known, { method: "tipping-point" }).toText()).not.toContain("among the unknown");
  });

  it("takes a billion unknown", () => {
    const many = { comparator: of(5e8, 2e9, 1e9), reference: of(5e8, 2e9, 1e9) };
    const { tipping } = boundsForMissing(many, { method: "tipping-point" });
    // z √(2 · ¼ · ¾ · 2·10⁹) more successes: 1.96 · 27386 ≈ 53677, and a little for those they add.
    expect(tipping?.comparator?.successes).toBeGreaterThan(53_676);
    expect(tipping?.comparator?.successes).toBeLessThan(53_680);
    expect(tipping?.reference?.successes).toBe(tipping?.comparator?.successes);
  });
});

describe.each(METHODS)("boundsForMissing by %s", (method) => {
  it("can't say anything of an empty group", () => {
    const bounds = boundsForMissing({ comparator: of(0, 0, 0), reference: of(3, 10, 2) }, { method });
    expect(bounds).toMatchObject({
      status: "not-estimable",
      reason: "no-observations",
      region: { lower: -1, upper: 1 },
    });
  });

  it.each([
    [{ comparator: of(60, 100, 41), reference: of(1, 2, 0) }, "comparator.unknown", "at most the total"],
    [{ comparator: of(1, 2, 0), reference: of(3, 2, 0) }, "reference.events", "at most the total, 2"],
    [{ comparator: of(1, 2, -1), reference: of(1, 2, 0) }, "comparator.unknown", "a whole number from 0"],
    [{ comparator: of(1, 2, 0.5), reference: of(1, 2, 0) }, "comparator.unknown", "a whole number from 0"],
    [{ comparator: of(1, 2, 0), reference: { events: 1, total: 2 } }, "reference.unknown", "a whole number"],
    [{ comparator: of(1, 2, 0) }, "reference", "{ events, total }"],
    [undefined, "boundsForMissing", "{ comparator, reference }"],
  ])("refuses impossible counts: %j", (arms, path, expected) => {
    const error = errorOf(() => boundsForMissing(arms as never, { method }));
    expect(error).toMatchObject({ code: "impossible-count", path });
    expect(error.expected).toContain(expected);
  });
});

it("knows its methods", () => {
  const error = errorOf(() => boundsForMissing(ARMS, { method: "manski" as never }));
  expect(error).toMatchObject({ code: "impossible-option", path: "boundsForMissing.method" });
  expect(error.expected).toBe("one of worst-case, lee, tipping-point");
  expect(errorOf(() => boundsForMissing(ARMS, { level: 95 })).code).toBe("impossible-option");
});
