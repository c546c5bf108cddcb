import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson, isCanonicalJson, jsonCopy } from "../../src/core/index.js";
import { errorOf } from "../support/errors.js";

describe("canonicalJson", () => {
  it("writes the example of RFC 8785, section 3.2.2, as section 3.2.3 prints it", () => {
    const value = {
      numbers: [Number("333333333.33333329"), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '€$\u000f\nA\'B"\\\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it("sorts keys by UTF-16 code units (RFC 8785, section 3.2.3)", () => {
    const value = { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 };
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toEqual([4, 2, 6, 7, 1, 5, 3]);
  });

  it("does not depend on the order in which keys were set, and reads back the same", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it("leaves undefined out and refuses what JSON can't carry, naming the place", () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
    const error = errorOf(() => canonicalJson({ a: [0, Number.NaN] }));
    expect(error.code).toBe("not-json");
    expect(String(error)).toContain("a[1]");
    const gap = Array.from({ length: 2 });
    delete gap[0];
    for (const value of [
      undefined,
      Symbol.iterator,
      () => 1,
      1n,
      [undefined],
      gap,
      { a: { toJSON: () => 1 } },
    ]) {
      expect(errorOf(() => canonicalJson(value)).code).toBe("not-json");
    }
  });

  it("writes what a value holds, not what its toJSON says", () => {
    expect(canonicalJson({ a: new Date(0) })).toBe('{"a":{}}');
    expect(canonicalJson(Object.assign(Object.create({ toJSON: () => 1 }), { b: 1 }))).toBe('{"b":1}');
  });
});

describe("jsonCopy", () => {
  it("writes infinities as words and leaves functions and undefined out", () => {
    expect(
      jsonCopy({ a: [Infinity, -Infinity], b: undefined, c: () => 1, d: new Float64Array([1, 2]) }),
    ).toEqual({
      a: ["Infinity", "-Infinity"],
      d: [1, 2],
    });
  });
});

describe("isCanonicalJson", () => {
  it("agrees with canonicalJson, whatever the order of keys, also of keys that are whole numbers", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.boolean(), (value, canonical) => {
        const text = canonical ? canonicalJson(value) : JSON.stringify(value);
        const read: unknown = JSON.parse(text);
        expect(isCanonicalJson(text, read)).toBe(canonicalJson(read) === text);
      }),
    );
    expect(isCanonicalJson('{"10":1,"9":2}', JSON.parse('{"10":1,"9":2}'))).toBe(true);
    expect(isCanonicalJson('{"9":2,"10":1}', JSON.parse('{"9":2,"10":1}'))).toBe(false);
    expect(isCanonicalJson('{"a": 1}', { a: 1 })).toBe(false);
  });
});
