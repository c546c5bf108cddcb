import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatLedger } from "../../src/allocation/index.js";
import { canonicalCopy, lineDigest, NOTHING_BEFORE, sealed, textDigest } from "../../src/allocation/lines.js";
import { canonicalJson, digestOf } from "../../src/core/index.js";
import { completeLedger } from "./samples.js";

describe("sealed", () => {
  const place = { sequence: 0, date: "2005-01-03", mode: "test", previous: NOTHING_BEFORE } as const;
  const line = sealed({ type: "x", b: { d: 1, c: undefined }, a: [1] }, place);

  it("takes the digest over the canonical line without it", () => {
    const text = `{"a":[1],"b":{"d":1},"date":"2005-01-03","mode":"test","previous":"${"0".repeat(64)}","sequence":0,"type":"x"}`;
    expect(line.digest).toBe(digestOf(text));
  });

  it("is frozen all through, its fields in canonical order", () => {
    expect(Object.isFrozen(line) && Object.isFrozen(line.b) && Object.isFrozen(line.a)).toBe(true);
    expect(JSON.stringify(line)).toBe(canonicalJson(line));
  });
});

describe("sealed, whatever it says", () => {
  it.each([
    { stratum: { digest: "?" }, factors: { digest: '"digest":"?",' } },
    { arm: '"digest":"?",', closed: { digest: { per: "digest", most: 1 } } },
    { designProbabilities: { digest: 1 }, citizen: "digest", levels: { digest: ["?"] } },
  ])("has the digest of %j, and is written as it is", (facts) => {
    const place = { sequence: 3, date: "2005-01-03", mode: "live", previous: "?" } as const;
    const line = sealed({ type: "occupancy", participants: {}, ...facts } as const, place);
    expect(lineDigest({ ...line })).toBe(line.digest);
    expect(formatLedger([line])).toBe(`${canonicalJson({ ...line })}\n`);
  });
});

describe("lineDigest", () => {
  it("is the digest that every line of a ledger carries", () => {
    for (const record of completeLedger().records) {
      expect(lineDigest(record)).toBe(record.digest);
      expect(lineDigest({ ...record })).toBe(record.digest);
    }
  });
});

describe("textDigest", () => {
  it("is the same, from the text, also of a line that carries another", () => {
    for (const record of completeLedger().records) {
      for (const digest of [record.digest, "00".repeat(32)]) {
        const line = { ...record, digest };
        expect(textDigest(JSON.stringify(line), line)).toBe(lineDigest(line));
      }
    }
  });
});

describe("canonicalCopy", () => {
  it("leaves the original alone", () => {
    const original = { b: [1], a: 2 };
    const copy = canonicalCopy(original);
    expect(copy).toEqual(original);
    expect(Object.keys(copy)).toEqual(["a", "b"]);
    expect(Object.isFrozen(original) || Object.isFrozen(original.b)).toBe(false);
  });

  it("has its fields in the order of their code units, whatever their order was", () => {
    const word = fc
      .string({ unit: "binary", minLength: 1 })
      .filter((name) => !/^\d+$/.test(name) && name !== "__proto__");
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), (names) => {
        const copy = canonicalCopy(Object.fromEntries(names.map((name, index) => [name, index])));
        expect(Object.keys(copy)).toEqual(names.toSorted());
      }),
    );
  });

  it("copies a field of any name", () => {
    const original: unknown = JSON.parse('{"__proto__":{"b":1},"10":1,"9":2,"constructor":3}');
    expect(canonicalJson(canonicalCopy(original))).toBe(canonicalJson(original));
    expect(Object.getPrototypeOf(canonicalCopy(original))).toBe(Object.prototype);
  });
});

describe("formatLedger", () => {
  it("writes one canonical line per record, each with its line feed", () => {
    const { records } = completeLedger();
    const text = formatLedger(records);
    expect(text.split("\n")).toHaveLength(records.length + 1);
    expect(text).toBe(records.map((record) => `${JSON.stringify(record)}\n`).join(""));
    expect(formatLedger([])).toBe("");
  });
});
