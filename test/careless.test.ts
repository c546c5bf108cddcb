import { describe, expect, it } from "vitest";
import { isCompetitionError } from "../src/core/index.js";
import * as allocation from "../src/entries/allocation.js";
import * as arquero from "../src/entries/arquero.js";
import * as main from "../src/entries/index.js";
import * as inference from "../src/entries/inference.js";
import * as files from "../src/entries/node.js";
import * as office from "../src/entries/office.js";

type Careless = (...given: readonly unknown[]) => unknown;

/** Every function that a user can call, by its entry and name; the same function of two entries once. */
function publicFunctions(): ReadonlyMap<Careless, string> {
  const entries = { main, inference, allocation, arquero, files, office };
  const found = Object.entries(entries).flatMap(([entry, names]) =>
    Object.entries(names).flatMap(([name, value]): [Careless, string][] =>
      typeof value === "function" && name !== "CompetitionError"
        ? [[value as Careless, `${entry}: ${name}`]]
        : [],
    ),
  );
  return new Map(found.toReversed());
}

/** What a caller without types may give: a result that wasn't waited for, a variable that isn't set, a name alone. */
const GIVEN: Readonly<Record<string, readonly unknown[]>> = {
  "nothing": [],
  "null": [null],
  "a number": [5],
  "an empty object": [{}],
  "an empty list": [[]],
  "a list of a number": [[5]],
  "a list of null": [[null]],
  "a text": ["x"],
};

/** What it comes to: an answer, an error of ours, or one that says nothing to whoever called. */
async function cameTo(call: Careless, given: readonly unknown[]): Promise<string> {
  try {
    await call(...given);
    return "answered";
  } catch (error) {
    return isCompetitionError(error) ? "refused" : `not ours: ${String(error)}`;
  }
}

/** They say what isn't as it must be instead of refusing it, or need nothing. */
const ASKING_NOTHING = [
  "main: isCompetitionError",
  "main: planIssues",
  "main: reviewSchema",
  "main: verifyReceipt",
];

describe("every function that a user can call", () => {
  const functions = [...publicFunctions()];

  it("is looked at", () => {
    expect(functions.length).toBeGreaterThan(140);
  });

  it.each(functions.map(([call, name]) => [name, call] as const))("%s", async (_, call) => {
    const ends = await Promise.all(
      Object.entries(GIVEN).map(async ([what, given]) => [what, await cameTo(call, given)]),
    );
    expect(ends.filter(([, end]) => end?.startsWith("not ours"))).toEqual([]);
  });

  it("refuses to be called with nothing, but for those that then have an answer", async () => {
    const ends = await Promise.all(
      functions.map(async ([call, name]) => [name, await cameTo(call, [])] as const),
    );
    expect(ends.flatMap(([name, end]) => (end === "answered" ? [name] : [])).toSorted()).toEqual(
      ASKING_NOTHING,
    );
  });
});
