import { describe, expect, it } from "vitest";
import { levelRule, oneOf, prepareOptions, resolveOptions, type OptionRules } from "../../src/core/index.js";

interface Options {
  readonly method: "a" | "b";
  readonly level: number;
}
const rules: OptionRules<Options> = { method: oneOf(["a", "b"]), level: levelRule };

function counted(): { readonly prepared: (given: unknown) => Options; readonly times: () => number } {
  let times = 0;
  const prepared = prepareOptions(rules, (given) => {
    times++;
    return Object.freeze(resolveOptions("operation", given, rules).values);
  });
  return { prepared: prepared as (given: unknown) => Options, times: () => times };
}

describe("prepareOptions", () => {
  it("prepares once what is asked again", () => {
    const { prepared, times } = counted();
    const first = prepared({ method: "b" });
    expect(prepared({ method: "b" })).toBe(first);
    expect(prepared({ level: undefined, method: "b" })).toBe(first);
    expect(times()).toBe(1);
    expect(prepared({ method: "b", level: 0.9 })).toEqual({ method: "b", level: 0.9 });
    expect(prepared({})).toEqual({ method: "a", level: 0.95 });
    expect(prepared(undefined)).toEqual({ method: "a", level: 0.95 });
    expect(times()).toBe(3);
  });

  it("refuses each time what can't be, also next to what can", () => {
    const { prepared } = counted();
    prepared({});
    for (const wrong of [{ levle: 0.9 }, { level: 95 }, [], 0.9, "b", new Uint8Array(2)]) {
      for (let twice = 0; twice < 2; twice++) expect(() => prepared(wrong)).toThrow(/operation/);
    }
  });

  it("looks at options from a class or without a prototype as at others", () => {
    class Settings {
      get level(): number {
        return 0.8;
      }
    }
    const { prepared } = counted();
    prepared({});
    expect(prepared(new Settings()).level).toBe(0.8);
    expect(prepared(Object.assign(Object.create(null), { level: 0.7 })).level).toBe(0.7);
    expect(prepared({}).level).toBe(0.95);
  });

  it("takes a changed object anew", () => {
    const { prepared } = counted();
    const options = { level: 0.9 };
    expect(prepared(options).level).toBe(0.9);
    options.level = 0.99;
    expect(prepared(options).level).toBe(0.99);
  });
});
