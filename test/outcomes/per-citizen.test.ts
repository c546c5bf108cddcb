import { describe, expect, it } from "vitest";
import { perCitizen } from "../../src/outcomes/per-citizen.js";

describe("perCitizen", () => {
  it("finds a value by citizen and date, the first and every further one", () => {
    const values = perCitizen<number>();
    values.add("a", "2005-01-03", 1);
    values.add("a", "2005-02-07", 2);
    values.add("a", "2005-03-07", 3);
    values.add("b", "2005-01-03", 4);
    expect(values.of("a", "2005-01-03")).toBe(1);
    expect(values.of("a", "2005-02-07")).toBe(2);
    expect(values.of("a", "2005-03-07")).toBe(3);
    expect(values.of("b", "2005-01-03")).toBe(4);
  });

  it("has nothing for another date, or another citizen", () => {
    const values = perCitizen<number>();
    values.add("a", "2005-01-03", 1);
    expect(values.of("a", "2005-01-04")).toBeUndefined();
    expect(values.of("b", "2005-01-03")).toBeUndefined();
    expect(values.has("a")).toBe(true);
    expect(values.has("b")).toBe(false);
  });

  it("keeps the first of two with the same citizen and date where it was the first of all", () => {
    const values = perCitizen<number>();
    values.add("a", "2005-01-03", 1);
    values.add("a", "2005-01-03", 2);
    expect(values.of("a", "2005-01-03")).toBe(1);
  });

  it("doesn't mix up names that hold a space or the names of an object's own", () => {
    const values = perCitizen<number>();
    values.add("b", "2005-01-03", 1);
    values.add("b", "2005-02-07", 2);
    values.add("constructor", "2005-01-03", 3);
    expect(values.of("toString", "2005-01-03")).toBeUndefined();
    expect(values.of("2005-02-07 b", "2005-02-07")).toBeUndefined();
    expect(values.of("constructor", "2005-01-03")).toBe(3);
  });
});
