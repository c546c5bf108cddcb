import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OutcomeReason } from "../../src/outcomes/index.js";
import { certaintyOf, derivedOf, expectedOf } from "../support/lives/compare.js";
import { ruleForms } from "../support/lives/criteria.js";
import { crowds, lives } from "../support/lives/random.js";
import { replicates } from "../support/simulation.js";

/** Citizens of one ledger, so that src/outcomes reads all of them at once. */
const CROWD = replicates(2, 10);
const LIVES = replicates(60, 10_000);
/** Lives of which every evening is looked at. */
const ONE_BY_ONE = replicates(12, 600);
const TIMEOUT = replicates(60_000, 1_800_000);

const REASONS: readonly OutcomeReason[] = [
  "amount-out-of-reach",
  "amount-reached",
  "before-coverage",
  "competing-event",
  "course-end-missing",
  "course-running",
  "gone",
  "left-observation",
  "never-started",
  "no-history",
  "not-assessable",
  "window-open",
];

/** Every form meets lives of its own. */
const seedOf = (form: string): number => 20_040_229 + ruleForms.findIndex(([name]) => name === form);

// Each life is judged twice: by src/outcomes, and by the slow reference that was written from the rules alone.
describe("outcomes of random citizens are those of the day-by-day reference", () => {
  const reasons = new Set<string>();

  it.each(ruleForms)("%s", { timeout: TIMEOUT }, (form, criteria) => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(crowds(CROWD), criteria, (crowd, criterion) => {
        const expected = expectedOf(crowd, criterion);
        expect(derivedOf(crowd, criterion)).toEqual(expected);
        for (const { status = "", reason = "" } of expected) {
          seen.set(status, (seen.get(status) ?? 0) + 1);
          reasons.add(reason);
        }
      }),
      { numRuns: LIVES / CROWD, seed: seedOf(form) },
    );
    // The comparison is worth something only where every status occurs.
    for (const status of ["success", "failure", "pending", "unknown"]) {
      expect(seen.get(status) ?? 0).toBeGreaterThan(LIVES / 50);
    }
  });

  it("for every reason that there is", () => {
    expect([...reasons].toSorted()).toEqual(REASONS);
  });
});

// The reference looks for the first certain evening by halves, which is right only where this holds.
it("what is certain on one evening stays so on all that follow", { timeout: TIMEOUT }, () => {
  const everyForm = fc.oneof(...ruleForms.map(([, criteria]) => criteria));
  fc.assert(
    fc.property(lives, everyForm, (life, criterion) => {
      for (const { certainOn, evenings } of certaintyOf(life, criterion)) {
        if (evenings.length === 0) continue;
        const all = Array.from({ length: life.asOf - certainOn + 1 }, (_, day) => certainOn + day);
        expect(evenings).toEqual(all);
      }
    }),
    { numRuns: ONE_BY_ONE, seed: 20_040_229 },
  );
});
