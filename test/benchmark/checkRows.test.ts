import { describe, expect, it } from "vitest";
import {
  benchmarkArms,
  benchmarkTrend,
  findMunicipality,
  findPeers,
  type BenchmarkPlan,
  type MunicipalityRow,
  type PeerRow,
} from "../../src/benchmark/index.js";
import type { Outcomes } from "../../src/outcomes/index.js";
import { errorOf } from "../support/errors.js";
import { MEASURE, row } from "../support/municipalities.js";
import { madeOutcomes } from "../support/outcomes.js";

const plan: BenchmarkPlan = { municipality: "Fredericia", criterion: "job", measure: MEASURE };
const outcomes = madeOutcomes({ groups: [{ arm: "supplier", status: "success", count: 3 }] });
const others = ["Ishøj", "Aalborg", "Brøndby"].map((name) => row(name, 40, 100));

const IMPOSSIBLE: readonly (readonly [Readonly<Record<string, unknown>>, string])[] = [
  [{ events: -10, total: 50 }, "events: impossible count; received -10; expected a whole number from 0"],
  [{ events: 60, total: 50 }, "events: events above total; received 60; expected at most the total, 50"],
  [{ events: 5, total: -50 }, "total: impossible count; received -50"],
  [{ events: 1.5 }, "events: impossible count; received 1.5"],
  [{ events: "4" }, 'events: impossible count; received "4"'],
  [{ events: null }, "events: impossible count; received null"],
  [{ events: NaN }, "events: impossible count; received NaN"],
  [{ total: undefined }, "total: impossible count; received nothing"],
  [{ total: Infinity }, "total: impossible count; received Infinity"],
  [
    { expected: 101 },
    "expected: impossible number; received 101; expected a number from 0 to the total, 100",
  ],
  [{ figure: "rate", rate: 1.5, rounding: 0 }, "rate: impossible share; received 1.5"],
  [{ figure: "share" }, 'figure: unknown figure; received "share"'],
  [{ definition: undefined }, "definition: missing text; received nothing; expected a text"],
  [{ group: 7 }, "group: impossible text; received 7"],
  [{ direction: "up" }, 'direction: unknown word; received "up"'],
  [{ covariates: { a: "1" } }, 'covariates.a: impossible number; received "1"; expected a finite number'],
  [
    { figure: "expected", unit: "full-time-persons", expected: -1, actual: 2 },
    "expected: impossible number; received -1; expected a number from 0",
  ],
];

function rowsWith(wrong: Readonly<Record<string, unknown>>): readonly MunicipalityRow[] {
  return [...others, { ...row("Odense", 40, 100, { group: "a" }), ...wrong } as unknown as MunicipalityRow];
}

describe("rows made by hand", () => {
  it.each(IMPOSSIBLE)("are refused with place, received and expected: %o", (wrong, said) => {
    const error = errorOf(() => benchmarkArms(outcomes, rowsWith(wrong), plan));
    expect(error).toMatchObject({ code: "impossible-row", path: "benchmarkArms.municipalities" });
    expect(error.issues).toHaveLength(1);
    expect(error.message).toContain("benchmarkArms.municipalities[3] (Odense");
    expect(error.message).toContain(said);
    expect(error.message).toMatch(/Correct the members/);
    expect(errorOf(() => benchmarkTrend(rowsWith(wrong), { municipality: "Ishøj" })).code).toBe(
      "impossible-row",
    );
  });

  it("are told of all together, without a municipality too", () => {
    const blank = [{ municipality: " ", events: -1 }, { municipality: undefined }].flatMap((wrong) =>
      rowsWith(wrong).slice(3),
    );
    const error = errorOf(() => benchmarkArms(outcomes, [...others, ...blank], plan));
    expect(error.issues.map(({ file, path }) => [file, path])).toEqual([
      ["benchmarkArms.municipalities[3] (a)", "municipality"],
      ["benchmarkArms.municipalities[3] (a)", "events"],
      ["benchmarkArms.municipalities[4] (a)", "municipality"],
    ]);
  });

  it("may have nobody, or everybody with a success", () => {
    for (const edge of [
      { events: 0, total: 0 },
      { events: 100, total: 100, expected: 100 },
    ])
      expect(benchmarkArms(outcomes, rowsWith(edge), plan).kind).toBe("benchmark");
  });

  it("are looked at by findPeers", () => {
    const rows = [{ municipality: undefined, covariates: { a: 1 } }] as unknown as readonly PeerRow[];
    expect(errorOf(() => findPeers("Odense", { by: "covariates", rows })).message).toContain(
      "findPeers.rows[0], municipality: missing text; received nothing; expected a text",
    );
    const share = [{ municipality: "Ishøj", expectedShare: 3.5 }];
    expect(errorOf(() => findPeers("Odense", { by: "expected-share", rows: share })).message).toContain(
      "findPeers.rows[0] (Ishøj), expectedShare: impossible number; received 3.5; expected a proportion",
    );
  });

  it("are not null, nor is anything else", () => {
    const nothing = null as never;
    expect(errorOf(() => benchmarkArms(nothing as Outcomes, others, plan)).code).toBe("missing-outcomes");
    expect(errorOf(() => benchmarkArms(outcomes, nothing, plan)).code).toBe("missing-rows");
    expect(errorOf(() => benchmarkArms(outcomes, others, nothing)).code).toBe("not-planned");
    expect(errorOf(() => findMunicipality(nothing)).code).toBe("unknown-municipality");
    const rows = [nothing];
    expect(errorOf(() => findPeers("Odense", { by: "covariates", rows })).code).toBe("impossible-option");
  });
});
