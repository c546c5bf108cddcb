import { describe, expect, it } from "vitest";
import { levelRule, oneOf, resolveOptions, type OptionRules } from "../../src/core/index.js";
import { errorOf } from "../support/errors.js";

interface Options {
  readonly method: "wilson" | "wald";
  readonly level: number;
}
const rules: OptionRules<Options> = { method: oneOf(["wilson", "wald"]), level: levelRule };

describe("resolveOptions", () => {
  it("fills in defaults and tells who chose each value", () => {
    expect(resolveOptions<Options>("proportion", { level: 0.9 }, rules)).toEqual({
      values: { method: "wilson", level: 0.9 },
      record: { method: { value: "wilson", source: "default" }, level: { value: 0.9, source: "given" } },
    });
  });

  it("takes undefined as not given", () => {
    expect(resolveOptions<Options>("proportion", undefined, rules).values.level).toBe(0.95);
    expect(
      resolveOptions<Options>("proportion", { level: undefined } as unknown as Options, rules).record[
        "level"
      ],
    ).toEqual({ value: 0.95, source: "default" });
  });

  it.each(["secret", Uint8Array.of(1, 2), ["secret"], 5, true])(
    "wants options by their names, and doesn't repeat %o",
    (given) => {
      const error = errorOf(() => resolveOptions("allocate", given as unknown as Options, rules));
      expect(error).toMatchObject({ code: "impossible-options", path: "allocate" });
      expect(error.hint).toBe("Write allocate(…, { method }).");
      expect(String(error)).not.toContain("secret");
    },
  );

  it("names the nearest option for an unknown one", () => {
    const error = errorOf(() => resolveOptions("proportion", { levle: 0.9 } as unknown as Options, rules));
    expect(error.code).toBe("unknown-option");
    expect(String(error)).toContain("Did you mean level?");
  });

  it.each([95, 0, 1, "0.95", Number.NaN])("refuses %o as a level", (level) => {
    const error = errorOf(() => resolveOptions("proportion", { level } as unknown as Options, rules));
    expect(error.code).toBe("impossible-option");
  });
});
