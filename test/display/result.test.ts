import { describe, expect, it } from "vitest";
import { resultMaker } from "../../src/display/index.js";

interface Data {
  readonly kind: "rate";
  readonly value: number;
  readonly parts: readonly number[];
}

const make = resultMaker<Data, { toDouble(): number }>(
  {
    blocks: ({ value }, language) => [
      { block: "paragraph", text: language === "da" ? `Værdi < ${value}` : `Value < ${value}` },
    ],
    rows: ({ value }) => [{ value }],
    media: ({ value }) => ({ "text/x-value": String(value) }),
  },
  {
    toDouble(this: Data): number {
      return 2 * this.value;
    },
  },
);

describe("resultMaker", () => {
  const result = make({ kind: "rate", value: Infinity, parts: [1, 2] });

  it("shows a result in every form and language", () => {
    expect(result.toText()).toBe("Value < Infinity");
    expect(result.toText({ language: "da" })).toBe("Værdi < Infinity");
    expect(result.toMarkdown()).toBe("Value \\< Infinity\n");
    expect(result.toHTML()).toBe("<p>Value &lt; Infinity</p>");
    expect(`${result}`).toBe("Value < Infinity");
    expect(result.toRows()).toEqual([{ value: Infinity }]);
    expect(JSON.stringify(result)).toBe('{"kind":"rate","value":"Infinity","parts":[1,2]}');
    expect(make({ kind: "rate", value: 4, parts: [] }).toDouble()).toBe(8);
  });

  it("refuses a language that it hasn't", () => {
    expect(() => result.toText({ language: "de" as "da" })).toThrow(
      expect.objectContaining({ code: "impossible-option", path: "toText.language", received: "de" }),
    );
  });

  it.each(["toText", "toMarkdown", "toHTML"] as const)("refuses options that %s doesn't know", (form) => {
    expect(() => result[form]({ lang: "da" } as object)).toThrow(
      expect.objectContaining({
        code: "unknown-option",
        path: `${form}.lang`,
        expected: "one of language",
      }),
    );
    expect(() => result[form]("da" as unknown as object)).toThrow(
      expect.objectContaining({
        code: "impossible-options",
        path: form,
        received: "a string",
        hint: `Write ${form}(…, { language }).`,
      }),
    );
  });

  it("answers Node and Jupyter", () => {
    const hooks = result as unknown as Record<symbol, () => unknown>;
    expect(hooks[Symbol.for("nodejs.util.inspect.custom")]?.()).toBe("Value < Infinity");
    expect(hooks[Symbol.for("Jupyter.display")]?.()).toEqual({
      "text/plain": "Value < Infinity",
      "text/markdown": "Value \\< Infinity\n",
      "text/html": "<p>Value &lt; Infinity</p>",
      "text/x-value": "Infinity",
    });
  });

  it("holds nothing but its data, frozen all through", () => {
    expect(Object.keys(result)).toEqual(["kind", "value", "parts"]);
    expect(structuredClone({ ...result })).toEqual({ kind: "rate", value: Infinity, parts: [1, 2] });
    expect(structuredClone(result)).toEqual({ kind: "rate", value: Infinity, parts: [1, 2] });
    expect(Object.isFrozen(result)).toBe(true);
    expect(Object.isFrozen(result.parts)).toBe(true);
    expect(Object.isFrozen(Object.getPrototypeOf(result))).toBe(true);
    const seen: string[] = [];
    for (const key in result) seen.push(key);
    expect(seen).toEqual(["kind", "value", "parts"]);
  });
});
