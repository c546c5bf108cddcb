import { describe, expect, it } from "vitest";
import { freezeRoster, parseReferrals, type Referral } from "../../src/allocation/index.js";
import {
  alternation,
  complete,
  COMPLETE,
  drawn,
  errorOf,
  protocolOf,
  referralsOn,
  started,
} from "./samples.js";

const empty = started(complete);
const week = referralsOn("2005-01-12", ["c-3", "c-1", "c-2"]);
const date = "2005-01-14";

describe("freezeRoster", () => {
  it("writes one line with everyone in canonical order, strata frozen", () => {
    const { records, ledger, repeated } = freezeRoster(empty, week, { date });
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      type: "roster",
      sequence: 1,
      date,
      batch: "2005-W02",
      referrals: [
        { citizen: "c-1", referredOn: "2005-01-12", stratum: { age: "over-30" } },
        { citizen: "c-2", referredOn: "2005-01-12", stratum: { age: "under-30" } },
        { citizen: "c-3", referredOn: "2005-01-12", stratum: { age: "under-30" } },
      ],
    });
    expect(ledger.undrawn).toBe(records[0]);
    expect(repeated).toEqual([]);
  });

  it("leaves covariates out of the ledger", () => {
    const { records } = freezeRoster(empty, [{ ...week[0], citizen: "c-1", referredOn: date, income: 7 }], {
      date,
    });
    expect(JSON.stringify(records)).not.toContain("income");
  });

  it("takes a row that stands twice for one referral", () => {
    const twice = freezeRoster(empty, [...week, ...week.toReversed()], { date });
    expect(twice.records).toEqual(freezeRoster(empty, week, { date }).records);
  });

  it("refuses one citizen on one date in two strata", () => {
    const [first] = week;
    const error = errorOf(() =>
      freezeRoster(empty, [...week, { ...first, age: "over-30" } as Referral], { date }),
    );
    expect(error.code).toBe("contradictory-referrals");
    expect(error.message).toContain("c-3 on 2005-01-12");
  });

  it("leaves out and reports whom the ledger has by the same date", () => {
    const ledger = drawn(empty, week, date);
    const again = freezeRoster(ledger, [...referralsOn("2005-01-13", ["c-1", "c-4"]), ...week], { date });
    expect(again.repeated.map(({ citizen, sequence }) => [citizen, sequence])).toEqual([
      ["c-1", 2],
      ["c-2", 3],
      ["c-3", 4],
    ]);
    expect(again.records).toMatchObject([
      { batch: "2005-W02.2", referrals: [{ citizen: "c-1" }, { citizen: "c-4" }] },
    ]);
  });

  it("refuses to hear something else of someone whom the ledger has by the same date", () => {
    const ledger = drawn(empty, week, date);
    const other = referralsOn("2005-01-12", ["c-3"], ["over-30"]);
    const error = errorOf(() => freezeRoster(ledger, other, { date }));
    expect(error).toMatchObject({
      code: "contradictory-referrals",
      received: 'c-3 on 2005-01-12 as {"age":"under-30"} and {"age":"over-30"}',
    });
    expect(error.hint).toContain("amend");
  });

  it("writes nothing where nobody is left", () => {
    const ledger = drawn(empty, week, date);
    const again = freezeRoster(ledger, week, { date });
    expect(again.records).toEqual([]);
    expect(again.ledger).toBe(ledger);
    expect(again.repeated).toHaveLength(3);
    expect(freezeRoster(empty, [], { date })).toEqual({
      records: [],
      notices: [],
      ledger: empty,
      repeated: [],
      exempted: [],
    });
  });

  it("names a week's rosters one after the other", () => {
    let ledger = empty;
    const batches = ["a", "b", "c"].map((citizen) => {
      ledger = drawn(ledger, referralsOn("2005-01-12", [citizen]), date);
      return ledger.entries.at(-1)?.batch;
    });
    expect(batches).toEqual(["2005-W02", "2005-W02.2", "2005-W02.3"]);
    expect(drawn(ledger, referralsOn("2005-01-17", ["d"]), "2005-01-17").entries.at(-1)?.batch).toBe(
      "2005-W03",
    );
  });

  it("takes the ISO week, over the turn of the year too", () => {
    const turn = [...referralsOn("2004-12-31", ["c-1"]), ...referralsOn("2005-01-02", ["c-2"])];
    expect(freezeRoster(empty, turn, { date }).records).toMatchObject([{ batch: "2004-W53" }]);
  });

  it("refuses several weeks, naming them", () => {
    const weeks = [...week, ...referralsOn("2005-01-17", ["c-4"]), ...referralsOn("2005-01-03", ["c-5"])];
    const error = errorOf(() => freezeRoster(empty, weeks, { date: "2005-01-21" }));
    expect(error).toMatchObject({ code: "several-weeks", received: "2005-W01, 2005-W02, 2005-W03" });
    expect(error.hint).toContain("one roster a week");
  });

  it("refuses a second roster before the first is drawn", () => {
    const { ledger } = freezeRoster(empty, week, { date });
    const error = errorOf(() => freezeRoster(ledger, referralsOn("2005-01-13", ["c-9"]), { date }));
    expect(error).toMatchObject({ code: "undrawn-roster", received: "2005-W02" });
    expect(error.hint).toContain("allocateBatch");
  });

  it("refuses to be frozen before its last referral", () => {
    expect(errorOf(() => freezeRoster(empty, week, { date: "2005-01-11" }))).toMatchObject({
      code: "roster-before-referral",
      received: "2005-01-11",
    });
    expect(freezeRoster(empty, week, { date: "2005-01-12" }).records).toHaveLength(1);
  });

  it("refuses a design that draws one at a time", () => {
    expect(errorOf(() => freezeRoster(started(alternation), week, { date })).code).toBe("single-required");
  });

  it("refuses a date that isn't one, and options it doesn't know", () => {
    expect(errorOf(() => freezeRoster(empty, week, { date: "14-01-2005" })).code).toBe("impossible-date");
    const typo = { date, dato: date };
    expect(errorOf(() => freezeRoster(empty, week, typo)).code).toBe("unknown-option");
  });

  it("takes parsed referrals and the batch's name for the block without strata", () => {
    const protocol = protocolOf({ ...COMPLETE, strata: [] });
    const parsed = parseReferrals("citizen;referredOn\nc-1;12-01-2005\n", { name: "referrals.csv" });
    expect(drawn(started(protocol), parsed.rows, date).entries[0]?.block).toBe("2005-W02");
    expect(freezeRoster(started(protocol), parsed, { date }).records).toHaveLength(1);
  });
});
