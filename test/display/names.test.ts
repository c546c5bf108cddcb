import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MEASURE_NAMES, METHOD_NAMES, nameOf } from "../../src/display/index.js";

const folder = new URL("../../src/inference/", import.meta.url);
const source = readdirSync(folder)
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(new URL(name, folder), "utf8"))
  .join("\n");

/** Values of the property as they stand in the source of `inference`. */
const valuesOf = (property: string): readonly string[] => [
  ...new Set(
    [...source.matchAll(new RegExp(`\\b${property}: "([a-z-]+)"`, "gu"))].flatMap(([, value]) => value ?? []),
  ),
];

describe("names", () => {
  it("are there for every measure that an estimate can have", () => {
    const measures = valuesOf("measure");
    expect(measures.length).toBeGreaterThan(8);
    expect(measures.filter((measure) => !(measure in MEASURE_NAMES))).toEqual([]);
  });

  it("are there for every method that a result can have", () => {
    const methods = valuesOf("method");
    expect(methods.length).toBeGreaterThan(15);
    // A scale of curves' limits and a test inside a fit, which are named where they stand.
    const named = new Set([...Object.keys(METHOD_NAMES), "log-log", "likelihood-ratio"]);
    expect(methods.filter((method) => !named.has(method))).toEqual([]);
  });

  it("are words in both languages, and an unknown code stands for itself", () => {
    for (const wording of Object.values({ ...MEASURE_NAMES, ...METHOD_NAMES })) {
      expect(wording.da).not.toBe("");
      expect(wording.en).not.toBe("");
    }
    expect(nameOf(MEASURE_NAMES, "risk-ratio", "da")).toBe("Forhold mellem succesrater");
    expect(nameOf(MEASURE_NAMES, "win-odds", "da")).toBe("win-odds");
  });
});
