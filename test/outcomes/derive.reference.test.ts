import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultStates } from "../../src/histories/index.js";
import { deriveOutcomes, type Anchor, type Criterion, type Outcome } from "../../src/outcomes/index.js";
import { dayNumber, isoDate } from "../support/lives/dates.js";
import { byCalendarMonths, byDates, bySpell, lives, type RandomLife } from "../support/lives/random.js";
import type { Life, Status, Terms } from "../support/lives/life.js";
import { statusOn, whereabouts } from "../support/lives/reference.js";
import { entryOf, historiesOf, ledgerOf, protocolOf } from "../support/lives/world.js";
import { replicates } from "../support/simulation.js";

const RUNS = replicates(2_000, 10_000);
const TIMEOUT = replicates(300_000, 1_800_000);
const ANCHORS: readonly Anchor[] = ["contract", "referral"];

/** What src/outcomes says on the evening of `asOf`. */
function derived(life: RandomLife, criterion: Criterion): (anchor: Anchor) => Outcome | undefined {
  const [citizen, referredOn] = ["p1", isoDate(life.referral)];
  const outcomes = deriveOutcomes({
    protocol: protocolOf([criterion], life.terms),
    ledger: ledgerOf([entryOf({ citizen, referredOn, stratum: life.stratum })]),
    courses: life.course === undefined ? [] : [{ citizen, referredOn, ...life.course }],
    histories: historiesOf(
      life.spells.map(({ state, first, last }) => ({
        citizen,
        state,
        from: isoDate(first),
        to: isoDate(last),
      })),
      life.coveredFrom === undefined ? {} : { observedFrom: isoDate(life.coveredFrom) },
    ),
    asOf: isoDate(life.asOf),
  });
  return (anchor) => outcomes.by(criterion.id, anchor)[0];
}

function plain(life: RandomLife): Life {
  return {
    referral: life.referral,
    stratum: life.stratum,
    course: life.course && { citizen: "p1", referredOn: isoDate(life.referral), ...life.course },
    spells: life.spells,
    coveredFrom: life.coveredFrom ?? -Infinity,
    recorded: life.spells.some(({ first }) => first <= life.asOf),
  };
}

const isDecided = ({ status }: Pick<Status, "status">): boolean =>
  status === "success" || status === "failure";

/** Everything about an outcome that the reference has an opinion on. */
interface Account {
  readonly status: string | undefined;
  readonly reason: string | undefined;
  readonly window: string | undefined;
  readonly complete: boolean | undefined;
  readonly destination: string | undefined;
  readonly reachedOn: string | undefined;
  readonly isCertain: boolean;
  /** What the reference says on the first evening of certainty, and whether it was certain the evening before. */
  readonly firstEvening: string | undefined;
  readonly eveningBefore: boolean;
}

function accountOf(outcome: Outcome | undefined, firstEvening: string | undefined): Account {
  return {
    status: outcome?.status,
    reason: outcome?.reason,
    window: outcome?.windowFrom && `${outcome.windowFrom} ${outcome.windowTo}`,
    complete: outcome?.windowComplete,
    destination: outcome?.destination,
    reachedOn: outcome?.reachedOn,
    isCertain: outcome?.certainOn !== undefined,
    firstEvening,
    eveningBefore: false,
  };
}

function expectedAccount(life: RandomLife, terms: Terms, certainOn: string | undefined): Account {
  const citizen = plain(life);
  const { status, reason, window } = statusOn(citizen, terms, life.asOf);
  const complete = window !== undefined && window.last <= life.asOf;
  const certain = certainOn === undefined ? undefined : dayNumber(certainOn);
  const decisive = status === "success" ? certain : complete ? window.last : undefined;
  return {
    status,
    reason,
    window: window && `${isoDate(window.first)} ${isoDate(window.last)}`,
    complete,
    destination: decisive === undefined ? undefined : whereabouts(citizen, terms, decisive, life.asOf),
    reachedOn: status === "success" ? certainOn : undefined,
    isCertain: isDecided({ status }),
    firstEvening: certain === undefined ? undefined : statusOn(citizen, terms, certain).status,
    eveningBefore:
      certain !== undefined && certain > life.referral && isDecided(statusOn(citizen, terms, certain - 1)),
  };
}

function compare(life: RandomLife, criterion: Criterion, tally: Map<string, number>): void {
  const outcomeBy = derived(life, criterion);
  for (const anchor of ANCHORS) {
    const outcome = outcomeBy(anchor);
    const terms: Terms = { criterion, anchor, course: life.terms, vocabulary: defaultStates };
    const expected = expectedAccount(life, terms, outcome?.certainOn);
    const decided = outcome?.certainOn === undefined ? undefined : outcome.status;
    expect(accountOf(outcome, decided)).toEqual(expected);
    for (const key of [expected.status, expected.reason])
      tally.set(String(key), (tally.get(String(key)) ?? 0) + 1);
  }
}

const forms: readonly (readonly [string, fc.Arbitrary<Criterion>])[] = [
  ["consecutive calendar months, one day breaks a month", byCalendarMonths("consecutive", "any-day")],
  ["consecutive calendar months, most days count", byCalendarMonths("consecutive", "most-days")],
  ["calendar months in all, one day breaks a month", byCalendarMonths("cumulative", "any-day")],
  ["calendar months in all, most days count", byCalendarMonths("cumulative", "most-days")],
  ["months from date to date in a window", byDates],
  ["a spell that begins within the longest course", bySpell],
];

describe("outcomes of random citizens are those of the day-by-day reference", () => {
  it.each(forms)("%s", { timeout: TIMEOUT }, (_name, criteria) => {
    const tally = new Map<string, number>();
    fc.assert(
      fc.property(lives, criteria, (life, criterion) => compare(life, criterion, tally)),
      { numRuns: RUNS, seed: 20_040_229 },
    );
    // The comparison is worth something only where every status and every reason occurs.
    for (const status of ["success", "failure", "pending", "unknown"]) {
      expect(tally.get(status) ?? 0).toBeGreaterThan(RUNS / 20);
    }
    for (const reason of [
      "amount-out-of-reach",
      "gone",
      "window-open",
      "left-observation",
      "before-coverage",
      "no-history",
    ]) {
      expect(tally.get(reason) ?? 0).toBeGreaterThan(RUNS / 500);
    }
  });
});
