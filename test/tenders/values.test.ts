import { describe, expect, it } from "vitest";
import * as tenders from "../../src/tenders/index.js";

/** Wording may be mended; what a text states may not. */
const WORDS = new Set(["da", "en"]);

/** Every value of a tender with the way to it, a line each: numbers, states, rules, and the section that each is from. */
function leaves(value: unknown, way: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [`${way} ${JSON.stringify(value)}`];
  return Object.entries(value).flatMap(([name, inner]) =>
    WORDS.has(name) ? [] : leaves(inner, `${way}.${name}`),
  );
}

describe("what the tenders state", () => {
  it("is what was read from the source documents, value by value", async () => {
    const { programsByName: _programs, tendersByName: _protocols, ...values } = tenders;
    const lines = Object.entries(values).flatMap(([name, value]) => leaves(value, name));
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("values.txt");
  });
});
