import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as numerics from "../../src/numerics/index.js";
import { EPSILON } from "./support/index.js";

const folder = new URL("../../src/numerics/", import.meta.url);
const examples = readdirSync(folder).flatMap((file) =>
  [...readFileSync(new URL(file, folder), "utf8").matchAll(/@example (?<call>.+) \/\/ (?<says>.+)/g)].map(
    (match) => [match.groups?.["call"] ?? "", match.groups?.["says"] ?? ""] as const,
  ),
);

/** What an example says comes first after the slashes: a number, a list of numbers or a word. */
function valueOf(says: string): unknown {
  const first = says.replace(/, that is .*|, as .*/, "");
  if (first.startsWith("[")) return JSON.parse(first);
  return first.startsWith('"') ? JSON.parse(first) : Number(first);
}

/** To 40 units in the last place, of the smallest ordinary doubles or of 1 where 0 is expected. */
function agrees(got: unknown, expected: unknown): boolean {
  if (typeof got !== "number" || typeof expected !== "number")
    return JSON.stringify(got) === JSON.stringify(expected);
  const scale = expected === 0 ? 1 : Math.max(Math.abs(expected), 2 ** -1022);
  return got === expected || Math.abs(got - expected) <= 40 * EPSILON * scale;
}

describe("the examples in the comments", () => {
  it("are there", () => {
    expect(examples.length).toBeGreaterThan(60);
  });

  it.each(examples)("%s is %s", (call, says) => {
    // The names of an example are the exports of the folder.
    const evaluate = new Function(...Object.keys(numerics), `return ${call};`) as (
      ...names: unknown[]
    ) => unknown;
    expect(agrees(evaluate(...Object.values(numerics)), valueOf(says))).toBe(true);
  });
});
