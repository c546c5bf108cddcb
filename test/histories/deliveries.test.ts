import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, formatDay, parseDay } from "../../src/core/index.js";
import { errorOf } from "../support/errors.js";
import { compareDeliveries, deriveHistories, type Histories, type Spell } from "../../src/histories/index.js";

const spell = (citizen: string, state: string, from: string, to?: string): Spell => ({
  citizen,
  state,
  from,
  ...(to === undefined ? {} : { to }),
});

/** The states of a citizen on a day. */
const statesOn = (histories: Histories, citizen: string, day: number): string =>
  (histories.of(citizen)?.periods ?? [])
    .filter(({ start, end }) => start <= day && day < end)
    .map(({ state }) => state)
    .toSorted()
    .join();

/** What a comparison notices. */
const codes = (before: Histories, after: Histories): string[] =>
  compareDeliveries(before, after).notices.map(({ code }) => code);

const EARLIER = { observedFrom: "2005-01-01", observedUntil: "2005-12-31" };
const LATER = { observedFrom: "2005-01-01", observedUntil: "2006-03-31" };

// 2005                J  F  M  A  M  J  J  A  S  O  N  D |2006
// earlier  p1 cash    ██████████████████████████████████████           goes on
//          p2 cash    ██████                          ███
//          p3 practice         ██
// later    p1 cash    ███████████████████████████████████.             ended on 20 December
//             work                                       ▪             from 21 December on
//          p2 cash    ████                            ███              ended on 31 January
//          p3 practice
//             cash                                                     in 2006 only
const earlier = deriveHistories(
  [
    spell("p1", "cash-assistance", "2004-06-01"),
    spell("p2", "cash-assistance", "2005-01-01", "2005-02-28"),
    spell("p2", "cash-assistance", "2005-11-01", "2005-11-30"),
    spell("p3", "practice", "2005-04-01", "2005-04-10"),
    spell("left", "practice", "2005-04-01", "2005-04-10"),
    spell("same", "ordinary-work", "2005-04-01"),
  ],
  EARLIER,
);
const later = deriveHistories(
  [
    spell("p1", "cash-assistance", "2004-09-01", "2005-12-20"), // another start, before what both cover
    spell("p1", "ordinary-work", "2005-12-21"),
    spell("p2", "cash-assistance", "2005-01-01", "2005-01-31"),
    spell("p2", "cash-assistance", "2005-11-01", "2005-11-30"),
    spell("p3", "cash-assistance", "2006-01-01"),
    spell("same", "ordinary-work", "2005-04-01", "2006-02-28"), // ends after what both cover
    spell("new", "practice", "2005-04-01", "2005-04-10"),
  ],
  LATER,
);

describe("compareDeliveries", () => {
  const compared = compareDeliveries(earlier, later);

  it("tells which periods came, went or have other days, and of whom", () => {
    expect(compared.changes).toEqual([
      {
        citizen: "p1",
        state: "ordinary-work",
        change: "came",
        before: [],
        after: [{ from: "2005-12-21", to: "2005-12-31" }],
      },
      {
        citizen: "p1",
        state: "cash-assistance",
        change: "changed",
        before: [{ from: "2005-01-01", to: "2005-12-31" }],
        after: [{ from: "2005-01-01", to: "2005-12-20" }],
      },
      {
        citizen: "p2",
        state: "cash-assistance",
        change: "changed",
        before: [{ from: "2005-01-01", to: "2005-02-28" }],
        after: [{ from: "2005-01-01", to: "2005-01-31" }],
      },
      {
        citizen: "p3",
        state: "practice",
        change: "went",
        before: [{ from: "2005-04-01", to: "2005-04-10" }],
        after: [],
      },
    ]);
    expect(compared.citizens).toEqual({ both: 4, changed: 3, onlyBefore: ["left"], onlyAfter: ["new"] });
    expect(compared.covered).toEqual({ from: "2005-01-01", to: "2005-12-31" });
    expect(compared).toMatchObject({ kind: "delivery-comparison", observedUntil: "2005-12-31", notices: [] });
  });

  it("counts days by state, and a day whose states differ once", () => {
    expect(compared.states).toEqual([
      { state: "ordinary-work", daysGained: 11, daysLost: 0, citizens: 1 },
      { state: "practice", daysGained: 0, daysLost: 10, citizens: 1 },
      { state: "cash-assistance", daysGained: 0, daysLost: 11 + 28, citizens: 2 },
    ]);
    expect(compared.changedDays).toBe(11 + 28 + 10);
  });

  it("tells how far back corrections reach from the earlier delivery's last day", () => {
    // 11 days are 0 to 10 back; 1–10 April is 264 to 273 back; 1–28 February 306 to 333 back: 49 in all.
    expect(compared.reach).toEqual([
      { share: 0.5, daysBack: 306 + 3 }, // the 25th: 11 + 10 + 4
      { share: 0.9, daysBack: 306 + 23 }, // 44.1: the 45th
      { share: 0.95, daysBack: 306 + 25 }, // 46.55: the 47th
      { share: 0.99, daysBack: 333 },
      { share: 1, daysBack: 333 },
    ]);
    expect(compared.bands.map(({ changedDays }) => changedDays)).toEqual([11, 0, 0, 38, 0]);
    expect(compared.bands[0]).toEqual({
      fromDaysBack: 0,
      toDaysBack: 27,
      changedDays: 11,
      coveredDays: 28 * 4,
      share: 11 / 112,
    });
  });

  it("joins what was split and splits what was joined into one change", () => {
    const whole = deriveHistories([spell("p1", "practice", "2005-01-01", "2005-01-31")], EARLIER);
    const split = deriveHistories(
      [
        spell("p1", "practice", "2005-01-01", "2005-01-10"),
        spell("p1", "practice", "2005-01-20", "2005-01-31"),
      ],
      EARLIER,
    );
    const { changes, changedDays } = compareDeliveries(whole, split);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.after).toHaveLength(2);
    expect(changedDays).toBe(9);
    expect(compareDeliveries(split, whole).toRows()).toEqual([
      {
        citizen: "p1",
        change: "changed",
        state: "practice",
        beforeFrom: "2005-01-01",
        beforeTo: "2005-01-10",
        afterFrom: "2005-01-01",
        afterTo: "2005-01-31",
      },
      expect.objectContaining({ beforeFrom: "2005-01-20", afterFrom: null, afterTo: null }),
    ]);
  });

  it("keeps to the days that a state's source covers, where one ends earlier", () => {
    const short: Histories = {
      ...earlier,
      coverage: [{ source: "wages", states: ["ordinary-work"], observedUntil: "2005-11-30" }],
    };
    const { changes } = compareDeliveries(short, later);
    expect(changes.map(({ citizen, state }) => `${citizen} ${state}`)).toEqual([
      "p1 cash-assistance",
      "p2 cash-assistance",
      "p3 practice",
    ]);
  });

  it("notices deliveries in the wrong order, with other states, or without a common day", () => {
    expect(codes(later, earlier)).toEqual(["later-ends-earlier"]);
    const other = deriveHistories([], { ...LATER, states: { work: ["ordinary-employment"] } });
    expect(codes(earlier, other)).toEqual(["states-differ"]);
    const next = deriveHistories([spell("p1", "practice", "2006-01-01")], {
      ...LATER,
      observedFrom: "2006-01-01",
    });
    const nothing = compareDeliveries(earlier, next);
    expect(nothing.notices.map(({ code }) => code)).toEqual(["no-common-days"]);
    expect(nothing).not.toHaveProperty("covered");
    expect(nothing).toMatchObject({ changes: [], bands: [], reach: [], citizens: { both: 1, changed: 0 } });
  });

  it("is open backwards where neither delivery says when it begins", () => {
    const { covered, bands, changedDays } = compareDeliveries(
      deriveHistories([spell("p1", "practice", "1999-01-01", "1999-01-31")], { observedUntil: "2005-12-31" }),
      deriveHistories([spell("p1", "practice", "1999-01-01", "1999-01-30")], { observedUntil: "2005-12-31" }),
    );
    expect(covered).toEqual({ to: "2005-12-31" });
    expect(changedDays).toBe(1);
    expect(bands.at(-1)).toMatchObject({ changedDays: 1, coveredDays: null, share: null });
  });

  it("carries both sources, and is frozen", () => {
    expect(compared.provenance).toMatchObject({
      operation: "compareDeliveries",
      inputs: { before: { citizens: 5 }, after: { citizens: 5 } },
    });
    expect([compared, compared.changes, compared.changes[0], compared.bands[0]].every(Object.isFrozen)).toBe(
      true,
    );
    expect(compared.toJSON()).toEqual(JSON.parse(JSON.stringify(compared)));
  });
});

describe("random deliveries", () => {
  const FIRST = dayOf(2005, 1, 1);
  const spells = fc.array(
    fc
      .tuple(
        fc.constantFrom("p1", "p2", "p3"),
        fc.constantFrom("practice", "ordinary-work"),
        fc.nat(30),
        fc.nat(10),
      )
      .map(([citizen, state, start, length]) =>
        spell(citizen, state, formatDay(FIRST + start), formatDay(FIRST + start + length)),
      ),
    { maxLength: 12 },
  );
  const options = { observedFrom: "2005-01-03", observedUntil: "2005-01-31" };

  it("change nothing against themselves, nor where spells are split", () => {
    fc.assert(
      fc.property(spells, (rows) => {
        const split = rows.flatMap((row) => {
          const next = formatDay(parseDay(row.from, "from") + 1);
          return row.to === undefined || row.to < next
            ? [row]
            : [
                { ...row, to: row.from },
                { ...row, from: next },
              ];
        });
        const [whole, parts] = [rows, split].map((each) => deriveHistories(each.toReversed(), options));
        if (whole === undefined || parts === undefined) throw new Error("two deliveries");
        for (const { changes, changedDays, reach, citizens } of [
          compareDeliveries(whole, whole),
          compareDeliveries(whole, parts),
        ]) {
          expect({ changes, changedDays, reach }).toEqual({ changes: [], changedDays: 0, reach: [] });
          expect(citizens).toEqual({ both: whole.size, changed: 0, onlyBefore: [], onlyAfter: [] });
        }
      }),
    );
  });

  it("change as many days as going through every day of every citizen gives", () => {
    fc.assert(
      fc.property(spells, spells, (some, others) => {
        const [before, after] = [deriveHistories(some, options), deriveHistories(others, options)];
        const { changedDays, citizens, reach } = compareDeliveries(before, after);
        const back: number[] = [];
        const changed = new Set<string>();
        for (const citizen of ["p1", "p2", "p3"]) {
          if (before.of(citizen) === undefined || after.of(citizen) === undefined) continue;
          for (let day = FIRST + 2; day <= FIRST + 30; day++) {
            if (statesOn(before, citizen, day) === statesOn(after, citizen, day)) continue;
            back.push(FIRST + 30 - day);
            changed.add(citizen);
          }
        }
        expect([changedDays, citizens.changed]).toEqual([back.length, changed.size]);
        expect(reach.at(-1)?.daysBack).toBe(back.length === 0 ? undefined : Math.max(...back));
      }),
    );
  });
});

it("refuses what isn't histories, by its name", () => {
  const before = deriveHistories([], { observedUntil: "2005-12-31" });
  expect(errorOf(() => compareDeliveries(before, {} as unknown as Histories))).toMatchObject({
    code: "impossible-input",
    path: "compareDeliveries.after",
  });
});
