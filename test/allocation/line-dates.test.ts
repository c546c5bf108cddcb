import { describe, expect, it } from "vitest";
import {
  allocate,
  amend,
  freezeRoster,
  openLedger,
  recordOccupancy,
  verifyLedger,
  type Ledger,
} from "../../src/allocation/index.js";
import {
  alternation,
  alternationLedger,
  complete,
  completeLedger,
  errorOf,
  KEY,
  referralsOn,
  relinked,
  started,
} from "./samples.js";

const weekly = completeLedger(); // opened on 2005-01-03, last roster of 2005-01-21
const exemption = {
  amends: "exemption",
  entry: 2,
  arm: "own",
  reason: "interpreter",
  signedBy: ["Holm"],
} as const;

const writers: Readonly<Record<string, (ledger: Ledger, date: string) => Ledger>> = {
  freezeRoster: (ledger, date) => freezeRoster(ledger, referralsOn("2005-01-18", ["c-20"]), { date }).ledger,
  amend: (ledger, date) => amend(ledger, exemption, { date }).ledger,
  recordOccupancy: (ledger, date) => recordOccupancy(ledger, { date, participants: { own: 3 } }).ledger,
};

describe.each(Object.entries(writers))("%s", (name, write) => {
  it("refuses a date before that of an earlier line, naming both", () => {
    const error = errorOf(() => write(weekly, "2005-01-20"));
    expect(error).toMatchObject({ code: "earlier-date", path: `${name}.date`, received: "2005-01-20" });
    expect(error.expected).toContain("2005-01-21");
    expect(error.hint).toContain("on which it is written");
  });

  it("takes the same day and later ones", () => {
    expect(write(weekly, "2005-01-21").records.at(-1)?.date).toBe("2005-01-21");
    expect(write(weekly, "2005-02-01").records.at(-1)?.date).toBe("2005-02-01");
  });

  it("knows the date from a checkpoint too", () => {
    const checkpoint = weekly.checkpoint();
    const { entries, amendments } = weekly;
    const resumed = openLedger(complete, { checkpoint, entries: [...entries, ...amendments] });
    expect(errorOf(() => write(resumed, "2005-01-20")).code).toBe("earlier-date");
  });
});

it("a file of which nothing is new may be given again under its old date", () => {
  const again = freezeRoster(weekly, referralsOn("2005-01-10", ["c-1", "c-2"]), { date: "2005-01-14" });
  expect(again.records).toEqual([]);
  expect(again.repeated).toHaveLength(2);
});

describe("a ledger that draws citizens one at a time", () => {
  const turns = alternationLedger(); // opened on 2005-01-03, last referral of 2005-02-02

  it("takes a referral that is reported late, which moves nobody's draw", () => {
    const late = { citizen: "late", referredOn: "2005-01-05", group: "A" };
    const { entry } = allocate(turns, late, { key: KEY });
    expect(entry.date).toBe("2005-01-05");
    expect(allocate(turns, { ...late, referredOn: "2005-02-03" }, { key: KEY }).entry.arm).toBe(entry.arm);
  });

  it("dates other lines by each other, so that a referral of a mistyped year holds up none", () => {
    const mistyped = { citizen: "x", referredOn: "2050-02-02", group: "A" };
    const { ledger, entry } = allocate(turns, mistyped, { key: KEY });
    const correction = {
      amends: "error",
      entry: entry.sequence,
      field: "referredOn",
      correct: "2005-02-02",
      reason: "mistyped",
      signedBy: ["Holm"],
    } as const;
    const amended = amend(ledger, correction, { date: "2005-02-04" }).ledger;
    expect(errorOf(() => amend(amended, correction, { date: "2005-02-03" })).code).toBe("earlier-date");
  });

  it("isn't said to run backwards for a late referral", async () => {
    const late = allocate(turns, { citizen: "late", referredOn: "2005-01-05", group: "A" }, { key: KEY });
    const { notices } = await verifyLedger(alternation, late.ledger.records);
    expect(notices.map(({ code }) => code)).not.toContain("dates-run-backwards");
  });
});

describe("verifyLedger", () => {
  it("notes the first line that is dated before an earlier one, as older versions let it be", async () => {
    const records = recordOccupancy(
      recordOccupancy(started(complete), { date: "2005-01-10", participants: { own: 1 } }).ledger,
      { date: "2005-01-12", participants: { own: 2 } },
    ).ledger.records;
    expect((await verifyLedger(complete, records)).notices).toEqual([]);
    const [opening, first, second] = records;
    if (opening === undefined || first === undefined || second === undefined) throw new Error("three lines");
    const turned = relinked([opening, { ...first, date: "2005-01-12" }, { ...second, date: "2005-01-10" }]);
    const verification = await verifyLedger(complete, turned);
    expect(verification.valid).toBe(true);
    expect(verification.notices).toContainEqual({
      code: "dates-run-backwards",
      severity: "caution",
      line: 3,
      date: "2005-01-10",
      after: "2005-01-12",
    });
  });
});
