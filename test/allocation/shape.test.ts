import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  digest,
  distinctTexts,
  fieldOf,
  isoDate,
  listOf,
  literal,
  object,
  probability,
  pseudonym,
  recordOf,
  text,
  wholeNumber,
  type Shape,
} from "../../src/allocation/shape.js";

const fits = (shape: Shape, value: unknown): boolean => shape(value, "").length === 0;

describe("leaves", () => {
  it.each([
    [text, ["a", "Sønder Bjert"], ["", " a", "a\n", 1, null, undefined, ["a"]]],
    [isoDate, ["2004-02-29"], ["2005-02-29", "31-01-2005", "2005-1-1", "2005-01-01T00:00", 20050101, null]],
    [digest, ["0a".repeat(32)], ["0A".repeat(32), "0a".repeat(31), "", 0]],
    [probability, [0, 1, 1e-7], [-0.1, 1.1, Number.NaN, "0.5", null]],
    [wholeNumber(1), [1, 2 ** 53 - 1], [0, 1.5, 2 ** 53, "1", Number.NaN, Infinity]],
    [wholeNumber(1, 3), [1, 3], [0, 4]],
    [literal("live", "test"), ["live", "test"], ["Live", "", undefined]],
  ] as const)("%#: take what they are for and nothing else", (shape, good, bad) => {
    for (const value of good) expect(fits(shape, value)).toBe(true);
    for (const value of bad) expect(fits(shape, value)).toBe(false);
  });

  it("say what was wanted", () => {
    expect(wholeNumber(1, 3)(9, "weights.own")).toEqual([
      { code: "malformed", field: "weights.own", received: 9, expected: "a whole number from 1 to 3" },
    ]);
  });
});

describe("pseudonym", () => {
  it.each(["010203-1234", "0102031234", " 010203-1234"])("refuses %j without repeating it", (value) => {
    const [problem] = pseudonym(value, "citizen");
    expect(problem).toMatchObject({ code: "cpr-shaped", field: "citizen" });
    expect(JSON.stringify(problem)).not.toContain("010203");
  });

  it("is a text", () => {
    expect(fits(pseudonym, "c-017")).toBe(true);
    expect(fits(pseudonym, "")).toBe(false);
    expect(fits(pseudonym, 17)).toBe(false);
  });
});

describe("object", () => {
  const shape = object({ own: text }, { first: wholeNumber(0) });

  it("names each missing, strange and wrong-typed field", () => {
    expect(shape({ frist: 1, first: "1" }, "line").map(({ code, field }) => [code, field])).toEqual([
      ["unknown-field", "line.frist"],
      ["malformed", "line.own"],
      ["malformed", "line.first"],
    ]);
    expect(shape({ own: "a", frist: 1 }, "")[0]?.hint).toBe("Did you mean first?");
  });

  it("takes optional fields or leaves them, undefined being absent", () => {
    expect(fits(shape, { own: "a" })).toBe(true);
    expect(fits(shape, { own: "a", first: 0 })).toBe(true);
    expect(fits(shape, { own: "a", first: undefined })).toBe(true);
  });

  it("doesn't take inherited fields for its own", () => {
    expect(fits(object({ toString: () => [] }), {})).toBe(true);
    expect(fits(object({ constructor: text }), {})).toBe(false);
    expect(fits(object({ own: text }), Object.create({ own: "a" }))).toBe(false);
  });
});

describe("lists and records", () => {
  it("name the part", () => {
    expect(listOf(text)(["a", 1], "arms")[0]?.field).toBe("arms[1]");
    expect(recordOf(text)({ age: 1 }, "stratum")[0]?.field).toBe("stratum.age");
  });

  it("know how many are wanted, and that they differ", () => {
    expect(fits(listOf(text, 2), ["a"])).toBe(false);
    expect(fits(distinctTexts(2), ["a", "b"])).toBe(true);
    expect(fits(distinctTexts(2), ["a", "a"])).toBe(false);
    expect(fits(distinctTexts(), "ab")).toBe(false);
    expect(fits(recordOf(text), ["a"])).toBe(false);
  });
});

it("never throws, whatever is looked at", () => {
  const shape = object({ a: listOf(object({ b: recordOf(text) })), c: isoDate }, { d: pseudonym });
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(Array.isArray(shape(value, ""))).toBe(true);
      expect(() => fieldOf(value, "a")).not.toThrow();
    }),
  );
});
