import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveOutcomes, type Course, type Criterion, type Outcome } from "../../src/outcomes/index.js";
import { addCenturies, dayNumber, isFirstOfMonth, isoDate } from "../support/lives/dates.js";
import { ruleForms } from "../support/lives/criteria.js";
import { byCalendarMonths, byDates, bySpell, lives, type RandomLife } from "../support/lives/random.js";
import { entryOf, historiesOf, ledgerOf, protocolOf } from "../support/lives/world.js";
import { replicates } from "../support/simulation.js";

const RUNS = replicates(80, 3_000);
const TIMEOUT = 600_000;
const SEED = 20_040_229;

const everyForm: fc.Arbitrary<Criterion> = fc.oneof(...ruleForms.map(([, criteria]) => criteria));

/** Criteria that counting days bring nearer and others don't, but for the day before a spell. */
const criteria: fc.Arbitrary<Criterion> = fc.oneof(
  byCalendarMonths("consecutive", "any-day"),
  byCalendarMonths("consecutive", "most-days"),
  byCalendarMonths("cumulative", "any-day"),
  byDates,
  bySpell,
);

/** A few citizens under the same terms, criterion and evening. */
const crowds = fc
  .tuple(fc.array(lives, { minLength: 1, maxLength: 5 }), everyForm)
  .map(([crowd, criterion]) => ({ crowd, criterion }));

interface Rows {
  readonly entries: readonly ReturnType<typeof entryOf>[];
  readonly courses: readonly Course[];
  readonly spells: readonly {
    readonly citizen: string;
    readonly state: string;
    readonly from: string;
    readonly to: string;
  }[];
}

function rowsOf(crowd: readonly RandomLife[]): Rows {
  const people = crowd.map((life, index) => ({
    life,
    citizen: `p${index}`,
    referredOn: isoDate(life.referral),
  }));
  return {
    entries: people.map(({ life, citizen, referredOn }, index) =>
      entryOf({ citizen, referredOn, sequence: index + 1, stratum: life.stratum }),
    ),
    courses: people.flatMap(({ life, citizen, referredOn }) =>
      life.course === undefined ? [] : [{ citizen, referredOn, ...life.course }],
    ),
    spells: people.flatMap(({ life, citizen }) =>
      life.spells.map(({ state, first, last }) => ({
        citizen,
        state,
        from: isoDate(first),
        to: isoDate(last),
      })),
    ),
  };
}

/** Outcomes by citizen and anchor of rows, on an evening. */
function derive(
  { entries, courses, spells }: Rows,
  criterion: Criterion,
  life: Pick<RandomLife, "terms" | "coveredFrom">,
  asOf: string,
): readonly Outcome[] {
  const outcomes = deriveOutcomes({
    protocol: protocolOf([criterion], life.terms),
    ledger: ledgerOf(entries),
    courses,
    histories: historiesOf(spells, {
      observedUntil: "2999-12-31",
      ...(life.coveredFrom === undefined ? {} : { observedFrom: isoDate(life.coveredFrom) }),
    }),
    asOf,
  });
  return outcomes.toRows().toSorted((a, b) => (a.citizen + a.anchor < b.citizen + b.anchor ? -1 : 1));
}

const moved = <Value>(value: Value): Value => addCenturies(value, 4);

const standing = ({ citizen, anchor, status, reason, reachedOn, certainOn }: Outcome): Partial<Outcome> => ({
  citizen,
  anchor,
  status,
  reason,
  ...(reachedOn === undefined ? {} : { reachedOn }),
  ...(certainOn === undefined ? {} : { certainOn }),
});

const first = (crowd: readonly RandomLife[]): RandomLife => {
  const [life] = crowd;
  if (life === undefined) throw new Error("a crowd has at least one");
  return life;
};

describe("outcomes don't change", () => {
  it("with the order of rows", { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(crowds, fc.integer(), ({ crowd, criterion }, seed) => {
        const life = first(crowd);
        const rows = rowsOf(crowd);
        const shuffle = <Row>(given: readonly Row[]): readonly Row[] =>
          given
            .map((row, index) => ({ row, key: Math.sin(seed + index * 7919) }))
            .toSorted((a, b) => a.key - b.key)
            .map(({ row }) => row);
        const shuffled = {
          entries: shuffle(rows.entries),
          courses: shuffle(rows.courses),
          spells: shuffle(rows.spells),
        };
        const asOf = isoDate(life.asOf);
        expect(derive(shuffled, criterion, life, asOf)).toEqual(derive(rows, criterion, life, asOf));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it("when spells are split where nothing changes, or told twice", { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(crowds, fc.integer({ min: 1, max: 40 }), ({ crowd, criterion }, cut) => {
        const life = first(crowd);
        const rows = rowsOf(crowd);
        const spells = rows.spells.flatMap((spell) => {
          const middle = dayNumber(spell.from) + cut;
          return middle > dayNumber(spell.to)
            ? [spell, spell]
            : [
                { ...spell, from: isoDate(middle) },
                { ...spell, to: isoDate(middle - 1) },
              ];
        });
        const asOf = isoDate(life.asOf);
        const told = derive({ ...rows, spells }, criterion, life, asOf);
        expect(told).toEqual(derive(rows, criterion, life, asOf));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it("when all dates move by 400 years, but by 400 years", { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(crowds, ({ crowd, criterion }) => {
        const life = first(crowd);
        const rows = rowsOf(crowd);
        const asOf = isoDate(life.asOf);
        const coveredFrom =
          life.coveredFrom === undefined ? undefined : dayNumber(moved(isoDate(life.coveredFrom)));
        const later = derive(moved(rows), criterion, { ...life, coveredFrom }, moved(asOf));
        expect(later).toEqual(moved(derive(rows, criterion, life, asOf)));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it("by what was recorded after asOf", { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(crowds, ({ crowd, criterion }) => {
        const life = first(crowd);
        const rows = rowsOf(crowd);
        const asOf = isoDate(life.asOf);
        const cut = {
          entries: rows.entries.filter(({ referredOn }) => referredOn <= asOf),
          courses: rows.courses
            .filter(({ referredOn }) => referredOn <= asOf)
            .map(({ startedOn, endedOn, endReason, ...course }) => ({
              ...course,
              ...(startedOn !== undefined && startedOn <= asOf ? { startedOn } : {}),
              ...(endedOn !== undefined && endedOn <= asOf ? { endedOn } : {}),
              ...(endReason !== undefined && (endedOn === undefined || endedOn <= asOf) ? { endReason } : {}),
            })),
          spells: rows.spells
            .filter(({ from }) => from <= asOf)
            .map((spell) => ({ ...spell, to: spell.to <= asOf ? spell.to : asOf })),
        };
        expect(derive(cut, criterion, life, asOf)).toEqual(derive(rows, criterion, life, asOf));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it("with time, once they are a success or a failure", { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(crowds, fc.integer({ min: 1, max: 400 }), ({ crowd, criterion }, days) => {
        const life = first(crowd);
        const rows = rowsOf(crowd);
        const asOf = isoDate(life.asOf);
        // Who has failed by not starting is measured after all once a late report tells of a course.
        const toldLater = rows.courses
          .filter(({ startedOn, endedOn = "", endReason }) => {
            return endReason !== "never-started" && (startedOn ?? endedOn) > asOf;
          })
          .map(({ citizen }) => citizen);
        const now = derive(rows, criterion, life, asOf).filter(
          ({ citizen, reason }) => reason !== "never-started" || !toldLater.includes(citizen),
        );
        const later = derive(rows, criterion, life, isoDate(life.asOf + days));
        const decided = now.filter(({ status }) => status === "success" || status === "failure");
        const still = later.filter((row) =>
          decided.some(({ citizen, anchor }) => citizen === row.citizen && anchor === row.anchor),
        );
        expect(still.map(standing)).toEqual(decided.map(standing));
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});

/** The days to come up to a last one: the next day by itself, then month by month, in at most six pieces. */
function piecesOf(asOf: number, last: number): readonly (readonly [from: number, to: number])[] {
  const firsts = [asOf + 1];
  for (let day = asOf + 2; day <= last && firsts.length < 6; day++) {
    if (day === asOf + 2 || isFirstOfMonth(day)) firsts.push(day);
  }
  return firsts.map((from, index) => [from, (firsts[index + 1] ?? last + 1) - 1]);
}

describe("an outcome is decided exactly when every future leads to it", () => {
  // Every combination of pieces in which all days count, or none does.
  it("success if all succeed, failure if all fail, pending if they differ", { timeout: TIMEOUT }, () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(lives, criteria, ({ coveredFrom: _coveredFrom, ...life }, criterion) => {
        const given = { ...life, coveredFrom: undefined };
        const statuses = (people: readonly RandomLife[], asOf: string): Outcome[] =>
          derive(rowsOf(people), criterion, given, asOf).filter(({ anchor }) => anchor === "referral");
        const asOf = isoDate(life.asOf);
        const [now] = statuses([given], asOf);
        fc.pre(now !== undefined && now.status !== "unknown" && (now.windowTo ?? asOf) > asOf);

        const last = now?.windowTo ?? asOf;
        const known = life.spells
          .filter((spell) => spell.first <= life.asOf)
          .map((spell) => ({ ...spell, last: Math.min(spell.last, life.asOf) }));
        const pieces = piecesOf(life.asOf, dayNumber(last));
        const everyFuture = Array.from({ length: 2 ** pieces.length }, (_, pattern) => {
          const days = pieces.map(([from, to], index) => ({
            state: Math.floor(pattern / 2 ** index) % 2 === 1 ? "ordinary-work" : "cash-assistance",
            first: from,
            last: to,
          }));
          return { ...given, spells: [...known, ...days] };
        });
        const futures = new Set(statuses(everyFuture, last).map(({ status }) => status));
        const expected = futures.size > 1 ? "pending" : [...futures].join();
        expect(now?.status).toBe(expected);
        seen.set(expected, (seen.get(expected) ?? 0) + 1);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    for (const status of ["success", "failure", "pending"]) {
      expect(seen.get(status) ?? 0).toBeGreaterThan(RUNS / 10);
    }
  });
});
