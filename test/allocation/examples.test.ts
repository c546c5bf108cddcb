import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as allocation from "../../src/allocation/index.js";
import { alternationLedger, alternation, errorOf, started } from "./samples.js";

const ledger = alternationLedger();

/** What the names in the examples of a file mean, beside those that the folder exports. */
const NAMES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "receipt.ts": { ledger, entry: ledger.entries[0], opened: started(alternation) },
  "verify-receipt.ts": { ledger, entry: ledger.entries[0] },
};

/** The examples of a file: statements, the last of which ends in what it says after the slashes. */
function examplesOf(file: string): readonly (readonly [code: string, says: string])[] {
  const text = readFileSync(new URL(`../../src/allocation/${file}`, import.meta.url), "utf8");
  return [...text.matchAll(/@example\n(?<lines>(?: \* (?!@).+\n)+)/g)].map((match) => {
    const lines = (match.groups?.["lines"] ?? "").replaceAll(/^ \* /gm, "").trimEnd().split("\n");
    const [last = "", says = ""] = (lines.pop() ?? "").split(" // ");
    return [`${lines.join("\n")}\nreturn ${last};`, says] as const;
  });
}

function run(code: string, names: Readonly<Record<string, unknown>>): unknown {
  const known = { ...allocation, ...names };
  const evaluate = new Function(...Object.keys(known), code) as (...values: unknown[]) => unknown;
  return evaluate(...Object.values(known));
}

describe.each(Object.entries(NAMES))("the examples of %s", (file, names) => {
  const examples = examplesOf(file);

  it("are an ordinary and a boundary one", () => {
    expect(examples.length).toBeGreaterThanOrEqual(2);
  });

  it.each(examples)("%s // %s", (code, says) => {
    const [, thrown] = /^throws ([\w-]+)/.exec(says) ?? [];
    const got = thrown === undefined ? run(code, names) : errorOf(() => run(code, names)).code;
    expect(got).toEqual(thrown ?? run(`return ${says};`, {}));
  });
});
