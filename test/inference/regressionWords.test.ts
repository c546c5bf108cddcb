import { describe, expect, it } from "vitest";
import type { Notice } from "../../src/core/index.js";
import {
  aliasedTerms,
  BLOCKS_UNUSED,
  blocksWithoutWeight,
  covariatesUnused,
  fewClusters,
  fittedExactly,
  separated,
  smallBlocks,
  unestimable,
  UNBOUNDED_INTERVAL,
  weakInstrument,
} from "../../src/inference/regressionNotices.js";
import { METHOD_NAMES } from "../../src/display/index.js";
import { COVARIANCE_SOURCES, REGRESSION_SOURCES } from "../../src/inference/regressionSources.js";
import { COVARIANCE_NAMES, REGRESSION_REASONS } from "../../src/inference/regressionWords.js";
import { noticeText } from "../../src/inference/words.js";

const REASONS = [
  "no-rows",
  "no-observations",
  "no-degrees-of-freedom",
  "separation",
  "not-converged",
  "lone-units",
  "too-few-clusters",
  "no-weight",
  "no-first-stage",
] as const;

const NOTICES: readonly Notice[] = [
  ...REASONS.map(unestimable),
  ...aliasedTerms(["age", "income"]),
  separated("complete", ["age"]),
  separated("quasi-complete", ["block: 3"]),
  ...fittedExactly(2, "rows"),
  ...fittedExactly(1, "clusters"),
  fewClusters(2.4),
  ...smallBlocks(3, 0),
  ...smallBlocks(1, 2),
  ...blocksWithoutWeight(1, 4),
  ...covariatesUnused(["age"]),
  BLOCKS_UNUSED,
  weakInstrument(3.14),
  UNBOUNDED_INTERVAL,
];

describe("the words of regressions", () => {
  it.each(NOTICES)("say the notice $code in both languages, without its codes", (notice) => {
    const [english, danish] = [noticeText(notice, "en"), noticeText(notice, "da")];
    expect(english).toMatch(/^[A-Z].*\.$/);
    expect(danish).toMatch(/^[A-Z].*\.$/);
    expect(danish).not.toBe(english);
    for (const code of [notice.code, ...REASONS].filter((each) => each.includes("-"))) {
      expect(english.replace(/[Qq]uasi-complete/, "")).not.toContain(code);
    }
  });

  it("say nothing where there is nothing to say", () => {
    expect([
      ...aliasedTerms([]),
      ...fittedExactly(0, "rows"),
      ...smallBlocks(0, 0),
      ...covariatesUnused([]),
    ]).toEqual([]);
  });

  it("name every method and covariance that has a source", () => {
    const methods = Object.keys(REGRESSION_SOURCES).filter((name) => name !== "small-blocks");
    expect(methods.filter((name) => !(name in METHOD_NAMES))).toEqual([]);
    const covariances = Object.keys(COVARIANCE_SOURCES).filter((name) => name !== "unconditional");
    expect(covariances.filter((name) => !(name in COVARIANCE_NAMES))).toEqual([]);
  });

  it("leave the name of g-computation as it is in Danish", () => {
    expect(METHOD_NAMES["g-computation"]?.da).toBe("g-computation (logistisk)");
  });

  it("have each reason of their own", () => {
    for (const wording of Object.values(REGRESSION_REASONS)) expect(wording.da).not.toBe(wording.en);
  });
});

describe("the sources of regressions", () => {
  it("name author, year, journal and pages each", () => {
    const sources = [...Object.values(REGRESSION_SOURCES), ...Object.values(COVARIANCE_SOURCES)].flat();
    expect(sources.length).toBeGreaterThan(10);
    for (const source of sources) expect(source).toMatch(/\(\d{4}\), .* \d+/);
  });
});
