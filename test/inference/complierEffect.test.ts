import { describe, expect, it } from "vitest";
import { adjustedDifference, complierEffect, type ComplianceData } from "../../src/inference/index.js";
import { errorOf, plain } from "./support.js";

const data = { assigned: [1, 1, 1, 0, 0, 0], received: [1, 1, 0, 0, 0, 0], response: [6, 5, 4, 3, 2, 4] };

/** Of 40 assigned 30 take part, of 40 others 2; outcomes of 1 and 0. */
const trial = {
  assigned: Array.from({ length: 80 }, (_, i) => Number(i < 40)),
  received: Array.from({ length: 80 }, (_, i) => Number(i < 30 || i >= 78)),
  response: Array.from({ length: 80 }, (_, i) => Number(i % 5 < (i < 30 ? 3 : 2))),
};

describe("complierEffect", () => {
  it("gives its examples", () => {
    expect(complierEffect(data).estimate).toBeCloseTo(3, 13);
    const idle = { assigned: [1, 0, 1, 0], received: [1, 1, 0, 0], response: [1, 2, 3, 5] };
    expect(complierEffect(idle).reason).toBe("no-first-stage");
  });

  it("is the difference in the response over that in receiving, by the delta method", () => {
    const { estimate, standardError, firstStage, measure } = complierEffect(trial);
    const difference = adjustedDifference({ treatment: trial.assigned, response: trial.response });
    const moved = 30 / 40 - 2 / 40;
    expect(firstStage?.difference).toBeCloseTo(moved, 14);
    expect(estimate).toBeCloseTo((difference.estimate ?? NaN) / moved, 13);
    // Its variance is that of response − effect·received, over the square of the difference in receiving.
    const rest = trial.response.map((value, i) => value - (estimate ?? NaN) * (trial.received[i] ?? NaN));
    const own = adjustedDifference({ treatment: trial.assigned, response: rest });
    expect(standardError).toBeCloseTo((own.standardError ?? NaN) / moved, 13);
    expect(measure).toBe("complier-risk-difference");
  });

  it("by Anderson and Rubin has the p-value of those assigned", () => {
    const { test, standardError, interval, segments } = complierEffect(trial, { method: "anderson-rubin" });
    const difference = adjustedDifference({ treatment: trial.assigned, response: trial.response });
    expect(test?.pValue).toBeCloseTo(difference.test?.pValue ?? NaN, 13);
    expect([standardError, segments]).toEqual([undefined, undefined]);
    expect(interval.lower).toBeLessThan(interval.upper);
  });

  it("warns of a weak instrument, and says where the set has no end", () => {
    const codes = (method: "two-stage-least-squares" | "anderson-rubin"): readonly string[] =>
      complierEffect(data, { method }).notices.map(({ code }) => code);
    expect(codes("two-stage-least-squares")).toEqual(["weak-instrument"]);
    expect(codes("anderson-rubin")).toEqual(["unbounded-interval"]);
    expect(complierEffect(data, { method: "anderson-rubin" }).segments).toEqual([[-Infinity, Infinity]]);
  });

  it("shows two rays", () => {
    // The response follows the assignment closely, receiving hardly at all.
    const rays = {
      assigned: [1, 1, 1, 1, 1, 0, 0, 0, 0, 0],
      received: [1, 0, 1, 0, 1, 0, 1, 0, 1, 0],
      response: [9, 8, 9, 8, 9, 1, 2, 1, 2, 1],
    };
    const { segments, interval, toText } = complierEffect(rays, { method: "anderson-rubin" });
    expect(interval).toMatchObject({ lower: -Infinity, upper: Infinity });
    expect(segments).toHaveLength(2);
    expect(segments?.[0]?.[0]).toBe(-Infinity);
    expect(segments?.[1]?.[1]).toBe(Infinity);
    expect(toText).toBeTypeOf("function");
    expect(plain(complierEffect(rays, { method: "anderson-rubin" }).toText())).toMatch(
      /−∞ to −?\d+\.\d\d or \d+\.\d\d to ∞/,
    );
    expect(plain(complierEffect(rays, { method: "anderson-rubin" }).toText({ language: "da" }))).toMatch(
      /−∞ til .* eller .* til ∞/,
    );
  });

  it("adjusts for covariates, names what it leaves out, and takes clusters together", () => {
    const age = trial.assigned.map((_, i) => (i * 7) % 30);
    const found = complierEffect({ ...trial, covariates: { age, twice: age.map((value) => 2 * value) } });
    expect(found.notices).toEqual([{ code: "aliased-terms", severity: "caution", terms: ["twice"] }]);
    const clusters = trial.assigned.map((_, i) => Math.floor(i / 2));
    const clustered = complierEffect({ ...trial, clusters });
    expect(clustered.test?.degreesOfFreedom ?? Infinity).toBeLessThan(39);
    expect(clustered.provenance.options["covariance"]).toEqual({ value: "cr2", source: "derived" });
  });

  it("takes hours as well as yes and no", () => {
    const hours = complierEffect({ ...trial, received: trial.received.map((value) => 10 * value) });
    expect(hours.measure).toBe("complier-effect");
    expect(hours.estimate).toBeCloseTo((complierEffect(trial).estimate ?? NaN) / 10, 14);
    expect(plain(hours.toText())).toContain("made to what was received: 7.00 (F = ");
    expect(plain(complierEffect(trial).toText({ language: "da" }))).toContain(
      "i det modtagne: 70,0 procentpoint (F = ",
    );
  });

  it.each([
    ["no-rows", { assigned: [], received: [], response: [] }],
    ["no-observations", { assigned: [1, 1], received: [1, 0], response: [1, 2] }],
    ["no-degrees-of-freedom", { assigned: [1, 0], received: [1, 0], response: [1, 2] }],
    ["lone-units", { assigned: [1, 0, 0], received: [1, 0, 0], response: [1, 2, 3] }],
    [
      "no-first-stage",
      {
        ...data,
        covariates: { assigned: [2, 2, 2, 1, 1, 1] },
        assigned: data.assigned,
        received: [0, 0, 0, 0, 0, 0],
      },
    ],
  ])("says why it can't estimate: %s", (reason, impossible) => {
    for (const method of ["two-stage-least-squares", "anderson-rubin"] as const) {
      const found = complierEffect(impossible, { method });
      expect([found.status, found.reason, found.estimate]).toEqual(["not-estimable", reason, null]);
      expect(found.interval).toMatchObject({ lower: -Infinity, upper: Infinity });
    }
  });

  it.each([
    [{ assigned: [1, 0], received: [1, 0] }, "missing-column", "complierEffect.response"],
    [{ ...data, received: [1, 1, "x", 0, 0, 0] }, "impossible-number", "complierEffect.received[2]"],
    [{ ...data, weights: [1, 1, 1, 1, 1, 1] }, "unknown-column", "complierEffect.weights"],
  ])("refuses %j", (bad, code, path) => {
    const error = errorOf(() => complierEffect(bad as ComplianceData));
    expect([error.code, error.path]).toEqual([code, path]);
  });
});
