import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Anchor } from "../../src/outcomes/index.js";
import { aspectsOf, derivedOf, expectedOf } from "../support/lives/compare.js";
import { ruleForms } from "../support/lives/criteria.js";
import { lives } from "../support/lives/random.js";
import { replicates } from "../support/simulation.js";

const RUNS = replicates(80, 10_000);
const TIMEOUT = replicates(60_000, 1_800_000);
const ANCHORS: readonly Anchor[] = ["contract", "referral"];

// Each life is judged twice: by src/outcomes, and by the slow reference that was written from the rules alone.
describe("outcomes of random citizens are those of the day-by-day reference", () => {
  it.each(ruleForms)("%s", { timeout: TIMEOUT }, (_form, criteria) => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(lives, criteria, (life, criterion) => {
        const derived = derivedOf(life, criterion);
        for (const anchor of ANCHORS) {
          const expected = expectedOf(life, criterion, anchor);
          expect({ anchor, ...aspectsOf(derived(anchor), criterion) }).toEqual({
            anchor,
            ...aspectsOf(expected, criterion),
          });
          for (const key of [expected.status, expected.reason]) seen.set(key, (seen.get(key) ?? 0) + 1);
        }
      }),
      { numRuns: RUNS, seed: 20_040_229 },
    );
    // The comparison is worth something only where every status and the commonest reasons occur.
    for (const status of ["success", "failure", "pending", "unknown"]) {
      expect(seen.get(status) ?? 0).toBeGreaterThan(RUNS / 50);
    }
    for (const reason of ["amount-out-of-reach", "window-open", "left-observation", "no-history"]) {
      expect(seen.get(reason) ?? 0).toBeGreaterThan(RUNS / 500);
    }
  });
});
