import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  parseClaims,
  reconcileClaims,
  type Claim,
  type LineItem,
  type ReconciledEntry,
} from "../../src/settlement/index.js";
import { bonus, line, madeStatement, unpaidBonus } from "../support/statements.js";

const five = 500_000; // kr. 5,000 in øre

function claim(citizen: string | undefined, facts: Partial<Claim> = {}): Claim {
  const usual = { item: "bonus", date: "2005-09-30", amount: five };
  return { ...(citizen === undefined ? {} : { citizen }), ...usual, ...facts };
}

function base(citizen: string | undefined, facts: Partial<Claim> = {}): Claim {
  return claim(citizen, { item: "base", date: "2005-02-01", amount: 100_000, ...facts });
}

/** The only entry that claims and lines come to. */
function entryOf(claims: readonly Claim[], lines: readonly LineItem[] = []): ReconciledEntry | undefined {
  const { entries } = reconcileClaims(madeStatement(lines), claims, { arm: "supplier" });
  expect(entries).toHaveLength(1);
  return entries[0];
}

describe("a claim and a line", () => {
  it("agree where amount and date do", () => {
    const entry = entryOf([claim("c1")], [bonus("c1")]);
    expect(entry).toMatchObject({ status: "agreed", claimed: five, owed: five, undisputed: five, days: 0 });
  });

  it.each(["bonus", "job", "JOB", "Bonus"])(
    "meet by the criterion or, of one bonus, its name: %s",
    (item) => {
      expect(entryOf([claim("c1", { item })], [bonus("c1")])?.status).toBe("agreed");
    },
  );

  it("differ in the amount, whichever is higher, and the lower is undisputed", () => {
    expect(entryOf([claim("c1", { amount: 600_000 })], [bonus("c1")])).toMatchObject({
      status: "another-amount",
      claimed: 600_000,
      undisputed: five,
    });
    expect(entryOf([claim("c1", { amount: 0 })], [bonus("c1")])).toMatchObject({
      status: "another-amount",
      claimed: 0,
      undisputed: 0,
    });
  });

  it("differ in the date, also where it lies before the referral", () => {
    expect(entryOf([claim("c1", { date: "2004-09-30" })], [bonus("c1")])).toMatchObject({
      status: "another-date",
      days: -365,
      undisputed: five,
    });
  });

  it("differ in both: the amount is the status, the date a fact beside it", () => {
    expect(entryOf([claim("c1", { date: "2005-10-12", amount: 1 })], [bonus("c1")])).toMatchObject({
      status: "another-amount",
      days: 12,
      undisputed: 1,
    });
  });

  it.each(["Grundbeløb", "grundbeløb ", "Base"])("meet by the name that the statement prints: %s", (item) => {
    expect(entryOf([base("c1", { item })], [line("c1")])?.status).toBe("agreed");
  });

  it.each([
    "Resultatafhængig bonus",
    "Resultatafhængig bonus: i job i 4 måneder",
    "Bonus: i job i 4 måneder",
    "bonus I JOB i  4\u00A0måneder",
    "Result bonus: in a job for 4 months",
    "i job i 4 måneder",
  ])("meet by the criterion's name in either language: %s", (item) => {
    const criteria = [{ id: "job", name: { da: "i job i 4 måneder", en: "in a job for 4 months" } }];
    const statement = { ...madeStatement([bonus("c1")]), criteria };
    expect(reconcileClaims(statement, [claim("c1", { item })]).entries[0]?.status).toBe("agreed");
  });

  it("may lie as many days apart as is tolerated, and no more", () => {
    const claims = [claim("c1", { date: "2005-10-07" })];
    const status = (dateTolerance: number): string | undefined =>
      reconcileClaims(madeStatement([bonus("c1")]), claims, { dateTolerance }).entries[0]?.status;
    expect(status(7)).toBe("agreed");
    expect(status(6)).toBe("another-date");
  });
});

describe("a claim without a line", () => {
  const lines = [bonus("c1"), bonus("m1", { arm: "municipal" })];
  const statusOf = (asked: Claim, unpaid = [unpaidBonus("c2")]): ReconciledEntry | undefined => {
    const { entries } = reconcileClaims(madeStatement(lines, unpaid), [asked], { arm: "supplier" });
    return entries.find((entry) => entry.claim !== undefined);
  };

  it("is not owed for the statement's reason", () => {
    expect(statusOf(claim("c2"))).toMatchObject({
      status: "not-owed",
      reason: "amount-out-of-reach",
      standing: "lost",
      claimed: five,
      owed: 0,
      undisputed: 0,
    });
    const open = unpaidBonus("c2", { standing: "open", reason: "window-open" });
    expect(statusOf(claim("c2"), [open])).toMatchObject({ reason: "window-open", standing: "open" });
  });

  it("is not owed where the terms give no occasion for it", () => {
    expect(statusOf(base("c1"))).toMatchObject({ status: "not-owed", reason: "no-line" });
    expect(statusOf(claim(undefined, { item: "minimum" }))).toMatchObject({ status: "not-owed" });
  });

  it("is of a citizen of the other arm, of nobody who was drawn, or for nothing that is known", () => {
    expect(statusOf(claim("m1"))).toMatchObject({ status: "other-arm", otherArm: "municipal" });
    expect(statusOf(claim("c9"))?.status).toBe("unknown-citizen");
    expect(statusOf(claim(undefined))?.status).toBe("unknown-citizen");
    expect(statusOf(claim("c1", { item: "taxi" }))?.status).toBe("unknown-item");
  });

  it("tells citizens of an arm without terms by the participants", () => {
    const statement = madeStatement([bonus("c1")]);
    const participants = [
      { citizen: "c1", arm: "supplier" },
      { citizen: "m1", arm: "municipal" },
    ];
    const told = reconcileClaims(statement, [claim("m1"), claim("x")], { participants });
    expect(told.entries.map(({ status }) => status)).toEqual(["other-arm", "unknown-citizen", "not-claimed"]);
    expect(told.notices).toEqual([]);
    const untold = reconcileClaims(statement, [claim("m1")]);
    expect(untold.entries[0]?.status).toBe("unknown-citizen");
    expect(untold.notices).toEqual([{ code: "participants-not-given", severity: "info", claims: 1 }]);
  });

  it("names the items that it could have been for", () => {
    const { notices } = reconcileClaims(madeStatement([bonus("c1")]), [claim("c1", { item: "taxi" })]);
    expect(notices).toMatchObject([
      {
        code: "unknown-items",
        items: ["taxi"],
        known: expect.arrayContaining(["base", "bonus", "job"]) as string[],
      },
    ]);
  });

  it("can't be for the bonus where there are several", () => {
    const two = [bonus("c1"), bonus("c1", { criterion: "durable" })];
    const { entries, notices } = reconcileClaims(madeStatement(two), [
      claim("c1"),
      claim("c1", { item: "durable" }),
    ]);
    expect(entries.map(({ status }) => status)).toEqual(["agreed", "unknown-item", "not-claimed"]);
    expect(notices[0]).not.toMatchObject({ known: expect.arrayContaining(["bonus"]) as string[] });
  });
});

describe("a claim of one of several referrals", () => {
  const [first, second] = ["2005-01-03", "2005-06-01"];
  const twice = [
    line("c1", { date: "2005-02-01", referredOn: first }),
    line("c1", { date: "2005-07-01", referredOn: second }),
  ];
  const participants = [{ citizen: "c1", arm: "supplier", referredOn: first, referrals: 2 }];

  const lineOf = (asked: Partial<Claim>): unknown => {
    const { entries } = reconcileClaims(madeStatement(twice), [base("c1", asked)], { participants });
    const found = entries.find((entry) => entry.claim !== undefined);
    return [found?.status, found?.line?.referredOn];
  };

  it("meets the lines of the referral that it names, else the nearest", () => {
    expect(lineOf({ date: "2005-07-01" })).toEqual(["agreed", second]);
    expect(lineOf({ date: "2005-07-01", referredOn: first })).toEqual(["another-date", first]);
    expect(lineOf({ date: "2005-02-02", referredOn: second })).toEqual(["another-date", second]);
  });

  it("goes before one that names none, where both fit as well", () => {
    const claims = [base("c1", { reference: "a" }), base("c1", { reference: "b", referredOn: first })];
    const { entries } = reconcileClaims(madeStatement(twice.slice(0, 1)), claims, { participants });
    expect(entries.map(({ status, claim: each }) => [status, each?.reference])).toEqual([
      ["agreed", "b"],
      ["claimed-twice", "a"],
    ]);
  });

  it("has a reason of its own where nobody settles that referral", () => {
    const unpaid = [unpaidBonus("c1", { reason: "never-started", referredOn: first })];
    const statement = madeStatement([line("c1", { referredOn: first })], unpaid);
    const reasonOf = (asked: Claim, told = participants): unknown => {
      const { entries } = reconcileClaims(statement, [asked], { participants: told });
      const found = entries.find((entry) => entry.claim !== undefined);
      return [found?.status, found?.reason, found?.standing];
    };
    const late = { date: "2005-12-01" };
    expect(reasonOf(claim("c1", { ...late, referredOn: second }))).toEqual([
      "not-owed",
      "referral-not-settled",
      "unknown",
    ]);
    expect(reasonOf(base("c1", { ...late, referredOn: second }))).toEqual([
      "not-owed",
      "referral-not-settled",
      "unknown",
    ]);
    expect(reasonOf(claim("c1", { ...late, referredOn: first }))).toEqual([
      "not-owed",
      "never-started",
      "lost",
    ]);
    // Without the referral nobody can tell which of the two is meant.
    expect(reasonOf(claim("c1", late))).toEqual(["not-owed", "referral-not-told", "unknown"]);
    const once = participants.map((each) => ({ ...each, referrals: 1 }));
    expect(reasonOf(claim("c1", late), once)).toEqual(["not-owed", "never-started", "lost"]);
  });

  it("is of the arm that this referral was drawn for, where that is another", () => {
    const lines = [
      line("c1", { date: "2005-07-01", referredOn: second }),
      line("c1", { arm: "municipal", referredOn: first }),
    ];
    const drawn = [{ citizen: "c1", arm: "municipal", referredOn: first, referrals: 2 }];
    const { entries } = reconcileClaims(
      madeStatement(lines),
      [base("c1", { referredOn: first }), base("c1", { date: "2005-07-01" }), claim("c1")],
      { arm: "supplier", participants: drawn },
    );
    expect(entries.map(({ status, reason, otherArm }) => [status, reason ?? otherArm])).toEqual([
      ["agreed", undefined],
      ["not-owed", "no-line"],
      ["other-arm", "municipal"],
    ]);
  });

  it("has the reason of its own referral, the one that may still fall due first where it names none", () => {
    const unpaid = [
      unpaidBonus("c1", { reason: "never-started", referredOn: first }),
      unpaidBonus("c1", { reason: "window-open", standing: "open", referredOn: second }),
    ];
    const reasonOf = (asked: Partial<Claim>): unknown =>
      reconcileClaims(madeStatement([], unpaid), [claim("c1", asked)], { arm: "supplier", participants })
        .entries[0]?.reason;
    expect(reasonOf({ referredOn: first })).toBe("never-started");
    expect(reasonOf({ referredOn: second })).toBe("window-open");
    expect(reasonOf({})).toBe("window-open");
  });
});

describe("amounts that agree when they are summed up", () => {
  const weeks = ["01", "08", "15", "22"].map((day, index) =>
    line("c1", { date: `2005-02-${day}`, week: index + 1 }),
  );
  const told = (
    claims: readonly Claim[],
    lines: readonly LineItem[] = weeks,
  ): readonly (readonly [string, string | undefined, number, number, string])[] =>
    reconcileClaims(madeStatement(lines), claims).entries.map(
      ({ status, line: each, claimed, owed, part }) => [
        status,
        each?.date.slice(5),
        claimed,
        owed,
        part === undefined ? "" : `${part.number}/${part.count} of ${part.of}`,
      ],
    );

  it("are a lump sum for several weeks, the ones nearest to its date", () => {
    expect(told([base("c1", { date: "2005-02-16", amount: 200_000 }), base("c1")])).toEqual([
      ["agreed", "02-01", 100_000, 100_000, ""],
      ["agreed", "02-08", 100_000, 100_000, "1/2 of claim"],
      ["agreed", "02-15", 100_000, 100_000, "2/2 of claim"],
      ["not-claimed", "02-22", 0, 100_000, ""],
    ]);
    expect(told([base("c1", { date: "2005-02-28", amount: 400_000 })])).toHaveLength(4);
  });

  it("are a bonus in two halves, dates aside", () => {
    const halves = [
      claim("c1", { amount: 249_999, reference: "one" }),
      claim("c1", { amount: 250_001, date: "2006-03-31", reference: "two" }),
    ];
    expect(told(halves, [bonus("c1")])).toEqual([
      ["agreed", "09-30", 249_999, 249_999, "1/2 of line"],
      ["agreed", "09-30", 250_001, 250_001, "2/2 of line"],
    ]);
    const { sums, statuses } = reconcileClaims(madeStatement([bonus("c1")]), halves);
    expect(sums).toMatchObject({
      claimed: five,
      owed: five,
      agreed: five,
      undisputed: five,
      claimedBeyond: 0,
    });
    expect(statuses[0]).toMatchObject({ status: "agreed", entries: 2, claimed: five, owed: five });
  });

  it("agree to the øre, or stand with the run that is nearest, whose last part has the difference", () => {
    expect(told([base("c1", { date: "2005-02-08", amount: 199_999 })])).toEqual([
      ["agreed", "02-01", 100_000, 100_000, "1/2 of claim"],
      ["another-amount", "02-08", 99_999, 100_000, "2/2 of claim"],
      ["not-claimed", "02-15", 0, 100_000, ""],
      ["not-claimed", "02-22", 0, 100_000, ""],
    ]);
    // All four weeks and 90,000 over: the four are owed, and so undisputed.
    const over = reconcileClaims(madeStatement(weeks), [base("c1", { amount: 490_000, date: "2005-02-22" })]);
    expect(over.sums).toMatchObject({ claimed: 490_000, undisputed: 400_000, owedBeyond: 0 });
    expect(over.entries.at(-1)).toMatchObject({ status: "another-amount", claimed: 190_000, owed: 100_000 });
  });

  it("stand with one line where that is as near, and leave a line to the claim that is dated on it", () => {
    expect(told([base("c1", { amount: 150_000 })])[0]).toEqual([
      "another-amount",
      "02-01",
      150_000,
      100_000,
      "",
    ]);
    // Every week at a rate that is twice too high: each claim keeps its own week.
    const twice = weeks.map(({ date }) => base("c1", { date, amount: 210_000 }));
    expect(told(twice).map(([status, day]) => [status, day])).toEqual([
      ["another-amount", "02-01"],
      ["another-amount", "02-08"],
      ["another-amount", "02-15"],
      ["another-amount", "02-22"],
    ]);
  });

  it("that are a quarter over are told as with VAT, of one line or of several", () => {
    const withVat = (amount: number): unknown =>
      reconcileClaims(madeStatement(weeks), [base("c1", { amount, date: "2005-02-22" })]).entries.find(
        ({ status }) => status === "another-amount",
      )?.withVat;
    expect(withVat(125_000)).toBe(true);
    expect(withVat(125_001)).toBeUndefined();
    const four = weeks.map((each) => ({ ...each, amount: 120_000 }));
    const { entries } = reconcileClaims(madeStatement(four.slice(0, 3)), [
      base("c1", { amount: 450_000, date: "2005-02-22" }),
    ]);
    expect(entries.map((each) => [each.status, each.withVat])).toEqual([
      ["agreed", undefined],
      ["agreed", undefined],
      ["another-amount", true],
    ]);
  });

  it("are of one referral only, the one that the claim is nearest to", () => {
    const [first, second] = ["2005-01-03", "2005-11-01"];
    const ofFirst = ["01-24", "01-31", "02-07"].map((day) =>
      line("c1", { date: `2005-${day}`, referredOn: first }),
    );
    const ofSecond = ["11-14", "11-21", "11-28", "12-05"].map((day) =>
      line("c1", { date: `2005-${day}`, referredOn: second }),
    );
    const found = (date: string, amount: number): readonly unknown[] =>
      told([base("c1", { date, amount })], [...ofFirst, ...ofSecond])
        .filter(([status]) => status !== "not-claimed")
        .map(([status, day, claimed]) => [day, status, claimed]);
    // Three weeks are due in the first referral, none of the second is taken in for the fourth.
    expect(found("2005-01-24", 400_000)).toEqual([
      ["01-24", "agreed", 100_000],
      ["02-07", "another-amount", 200_000],
      ["01-31", "another-date", 100_000],
    ]);
    // Claimed on the first day: the first week is due, the others only later.
    expect(found("2005-11-14", 300_000)).toEqual([
      ["11-14", "agreed", 100_000],
      ["11-21", "another-date", 100_000],
      ["11-28", "another-date", 100_000],
    ]);
    // All four of the second were claimed by then, those of the first late.
    expect(found("2005-12-05", 400_000)).toHaveLength(4);
    expect(found("2005-10-31", 300_000).map((each) => JSON.stringify(each).slice(2, 7))).toEqual([
      "01-24",
      "01-31",
      "02-07",
    ]);
  });

  it("are a dispute of dates where they are claimed before they are due, tolerance aside", () => {
    const halves = ["2005-05-31", "2005-08-31"].map((date) => bonus("c1", { date, amount: 250_000 }));
    const early = claim("c1", { date: "2005-03-01" });
    expect(told([early], halves).map(([status, day]) => [status, day])).toEqual([
      ["another-date", "05-31"],
      ["another-date", "08-31"],
    ]);
    const { entries, sums } = reconcileClaims(madeStatement(halves), [early], { dateTolerance: 183 });
    expect(entries.map(({ status }) => status)).toEqual(["agreed", "agreed"]);
    expect(sums.agreed).toBe(five);
  });

  it("leave none out between, and what a line of its own has met stays with it", () => {
    // 1,000 is week 2's; 2,000 can then only be weeks 1 and 3, which follow each other among those left.
    const claims = [base("c1", { date: "2005-02-08" }), base("c1", { date: "2005-02-15", amount: 200_000 })];
    expect(told(claims).map(([status, date, , , part]) => [status, date, part])).toEqual([
      ["agreed", "02-08", ""],
      ["agreed", "02-01", "1/2 of claim"],
      ["agreed", "02-15", "2/2 of claim"],
      ["not-claimed", "02-22", ""],
    ]);
    const uneven = [
      line("c1", { amount: 100_000 }),
      line("c1", { date: "2005-02-08", amount: 7 }),
      line("c1", { date: "2005-02-15", amount: 300_000 }),
    ];
    expect(
      told([base("c1", { date: "2005-02-15", amount: 400_000 })], uneven).map(([status, , claimed]) => [
        status,
        claimed,
      ]),
    ).toEqual([
      ["agreed", 7],
      ["agreed", 100_000],
      ["another-amount", 299_993],
    ]);
  });

  it("are of one referral and one team where the claim names them", () => {
    const lines = weeks.map((each, index) => ({
      ...each,
      referredOn: index < 2 ? "2005-01-03" : "2005-02-10",
    }));
    const lump = base("c1", { date: "2005-02-28", amount: 200_000, referredOn: "2005-01-03" });
    expect(
      told([lump], lines)
        .filter(([status]) => status === "agreed")
        .map(([, date]) => date),
    ).toEqual(["02-01", "02-08"]);
  });

  it("aren't of a third claim, which is claimed twice", () => {
    const half = claim("c1", { amount: 250_000 });
    expect(told([half, half, half], [bonus("c1")]).map(([status]) => status)).toEqual([
      "agreed",
      "agreed",
      "claimed-twice",
    ]);
  });

  it("hold for what is taken off too", () => {
    const back = line("c1", { kind: "clawback", date: "2005-12-01", amount: -300_000 });
    const claims = [100_000, 200_000].map((amount) => base("c1", { item: "clawback", amount }));
    expect(told(claims, [back]).map(([status, , claimed]) => [status, claimed])).toEqual([
      ["agreed", -200_000],
      ["agreed", -100_000],
    ]);
  });

  it("don't take in a claim dated after the statement's day", () => {
    const halves = [claim("c1", { amount: 250_000 }), claim("c1", { amount: 250_000, date: "2006-10-01" })];
    expect(told(halves, [bonus("c1")])[0]?.[0]).toBe("another-amount");
  });
});

describe("a claim dated after the statement's day", () => {
  it("is not owed for that, and may still be", () => {
    const week = line("c1", { date: "2006-09-25", week: 1 });
    const { entries } = reconcileClaims(madeStatement([week]), [
      base("c1", { date: "2006-09-25" }),
      base("c1", { date: "2006-10-02" }),
    ]);
    expect(entries.map(({ status, reason, standing }) => [status, reason, standing])).toEqual([
      ["agreed", undefined, undefined],
      ["not-owed", "after-statement", "open"],
    ]);
  });

  it("is a second claim all the same where only one line can come", () => {
    const { entries } = reconcileClaims(madeStatement([bonus("c1")]), [
      claim("c1"),
      claim("c1", { date: "2006-10-02" }),
    ]);
    expect(entries[1]?.status).toBe("claimed-twice");
  });
});

describe("claimed twice", () => {
  it("is what a line can't be paid for again, the better fit keeping it", () => {
    const { entries, sums } = reconcileClaims(madeStatement([bonus("c1")]), [
      claim("c1", { date: "2005-10-30", reference: "again" }),
      claim("c1", { reference: "first" }),
    ]);
    expect(entries.map(({ status, claim: each }) => [status, each?.reference])).toEqual([
      ["agreed", "first"],
      ["claimed-twice", "again"],
    ]);
    expect(sums).toMatchObject({ claimed: 2 * five, owed: five, undisputed: five, claimedBeyond: five });
  });

  it("isn't what was never owed, however often it is claimed", () => {
    const statement = madeStatement([bonus("c1")], [unpaidBonus("c2")]);
    const { entries } = reconcileClaims(statement, [claim("c1"), claim("c2"), claim("c2")]);
    expect(entries.map(({ status }) => status)).toEqual(["agreed", "not-owed", "not-owed"]);
  });

  it("isn't an instalment that is claimed before it is due", () => {
    const unpaid = unpaidBonus("c1", { standing: "open", reason: "not-due" });
    const claims = [claim("c1"), claim("c1", { date: "2006-12-31" }), claim("c1")];
    const { entries } = reconcileClaims(madeStatement([bonus("c1")], [unpaid]), claims);
    expect(entries.map(({ status, reason }) => [status, reason])).toEqual([
      ["agreed", undefined],
      ["claimed-twice", undefined],
      ["not-owed", "not-due"],
    ]);
  });
});

describe("weeks of a course", () => {
  const weeks = ["2005-02-01", "2005-02-08", "2005-02-15"].map((date, index) =>
    line("c1", { date, week: index + 1 }),
  );
  const statuses = (claims: readonly Claim[], dateTolerance = 0): readonly unknown[] =>
    reconcileClaims(madeStatement(weeks), claims, { dateTolerance }).entries.map((entry) => [
      entry.status,
      entry.line?.week,
      entry.days,
    ]);

  it("are each claimed by the nearest date", () => {
    expect(
      statuses([base("c1", { date: "2005-02-09" }), base("c1"), base("c1", { date: "2005-02-17" })]),
    ).toEqual([
      ["agreed", 1, 0],
      ["another-date", 2, 1],
      ["another-date", 3, 2],
    ]);
  });

  it("are not claimed where a week is missing, and not owed beyond the last", () => {
    expect(statuses([base("c1"), base("c1", { date: "2005-02-15" })])).toEqual([
      ["agreed", 1, 0],
      ["agreed", 3, 0],
      ["not-claimed", 2, undefined],
    ]);
    const more = ["2005-02-01", "2005-02-08", "2005-02-15", "2005-02-22"].map((date) => base("c1", { date }));
    expect(statuses(more).at(-1)).toEqual(["not-owed", undefined, undefined]);
  });
});

describe("the base of a team", () => {
  it("is of no single citizen", () => {
    const teams = ["north", "south"].map((team) => line(undefined, { team }));
    const { entries } = reconcileClaims(madeStatement(teams, [unpaidBonus("c1")]), [
      base(undefined),
      base(undefined),
      base("c1"),
    ]);
    expect(entries.map(({ status, line: each, reason }) => [status, each?.team, reason])).toEqual([
      ["agreed", "north", undefined],
      ["agreed", "south", undefined],
      ["not-owed", undefined, "no-line"],
    ]);
  });
});

describe("a claim that names a team", () => {
  const teams = ["north", "south"].map((team) => line(undefined, { team }));
  const told = (...claims: readonly Partial<Claim>[]): readonly unknown[] =>
    reconcileClaims(
      madeStatement(teams),
      claims.map((each) => base(undefined, each)),
    ).entries.map(({ status, line: each, reason }) => [status, each?.team, reason]);

  it("is of that team's line and no other's", () => {
    expect(told({ team: "south" }, { team: "north", date: "2005-02-03" })).toEqual([
      ["agreed", "south", undefined],
      ["another-date", "north", undefined],
    ]);
    expect(told({ team: "south" }, { team: "south" })).toEqual([
      ["agreed", "south", undefined],
      ["claimed-twice", undefined, undefined],
      ["not-claimed", "north", undefined],
    ]);
  });

  it("is not owed where the team has no line", () => {
    expect(told({ team: "east" })[0]).toEqual(["not-owed", undefined, "team-not-settled"]);
  });
});

describe("what takes off", () => {
  it.each([
    ["unknown-citizen", claim("x", { amount: -five })],
    ["unknown-citizen", claim("x", { item: "deduction", amount: 10_000 })],
    ["other-arm", claim("m1", { amount: -five })],
    ["unknown-item", claim("c1", { item: "taxi", amount: -five })],
    ["unknown-item", claim(undefined, { item: "taxi", amount: -five })],
    ["deduction", claim("c1", { item: "base", amount: -five })],
    ["deduction", claim(undefined, { amount: -five })],
  ] as const)(
    "is first of all %s, and lowers what is undisputed only where it is a deduction",
    (status, credit) => {
      const lines = [bonus("c1"), bonus("m1", { arm: "municipal" })];
      const { entries, sums } = reconcileClaims(madeStatement(lines), [claim("c1"), credit], {
        arm: "supplier",
      });
      const taken = -Math.abs(credit.amount);
      const agreed = status === "deduction" ? taken : 0;
      expect(entries.find(({ row }) => row === 2)).toMatchObject({
        status,
        claimed: taken,
        undisputed: agreed,
      });
      expect(sums).toMatchObject({ claimed: five + taken, undisputed: five + agreed, claimedBeyond: 0 });
      expect([sums.deductions, sums.unplacedCredits]).toEqual([agreed, taken - agreed]);
    },
  );

  it("is a deduction, whichever sign it has, of a citizen or of nobody", () => {
    const claims = [
      claim(undefined, { item: "deduction", amount: 25_000 }),
      claim("c1", { item: "deduction", amount: -10_000 }),
    ];
    const { statuses, sums } = reconcileClaims(madeStatement([bonus("c1")]), [...claims, claim("c1")]);
    expect(statuses.find(({ status }) => status === "deduction")).toMatchObject({
      entries: 2,
      claimed: -35_000,
    });
    expect(sums).toEqual({
      claimed: five - 35_000,
      owed: five,
      agreed: five,
      deductions: -35_000,
      unclaimedDeductions: 0,
      unplacedCredits: 0,
      undisputed: five - 35_000,
      claimedBeyond: 0,
      owedBeyond: 0,
    });
  });

  it("agrees with the statement's own lines of its kind", () => {
    const lines = [
      bonus("c1"),
      line("c1", { kind: "clawback", date: "2006-01-31", amount: -250_000 }),
      line("c1", { kind: "late-start", amount: -5_000 }),
      line(undefined, { kind: "cap", date: "2005-12-31", amount: -40_000 }),
      line(undefined, { kind: "minimum", date: "2005-12-31", amount: 70_000 }),
    ];
    const claims = [
      claim("c1"),
      claim("c1", { item: "clawback", date: "2006-01-31", amount: 250_000 }),
      claim(undefined, { item: "minimum", date: "2005-12-31", amount: 70_000 }),
    ];
    const { entries, sums } = reconcileClaims(madeStatement(lines), claims);
    expect(entries.map(({ status, line: each }) => [status, each?.kind])).toEqual([
      ["agreed", "minimum"],
      ["agreed", "bonus"],
      ["agreed", "clawback"],
      ["not-claimed", "cap"],
      ["not-claimed", "late-start"],
    ]);
    // The cap and the late start are the statement's alone: no agreement, but a sum of their own.
    expect(sums.undisputed).toBe(five - 250_000 + 70_000);
    expect(sums).toMatchObject({ agreed: sums.undisputed, unclaimedDeductions: -45_000, owedBeyond: 0 });
  });

  it("takes back a claim that has no line, and leaves nothing of either", () => {
    const claims = [claim("c1"), claim("c1"), claim("c1", { date: "2005-11-01", amount: -five })];
    const { entries, sums } = reconcileClaims(madeStatement([bonus("c1")]), claims);
    expect(entries.map(({ status, row, creditRow }) => [status, row, creditRow])).toEqual([
      ["agreed", 1, undefined],
      ["withdrawn", 2, 3],
    ]);
    expect(sums).toMatchObject({ claimed: five, undisputed: five, deductions: 0 });
  });

  it("is a deduction where it takes back what is owed", () => {
    const claims = [claim("c1"), claim("c1", { date: "2005-11-01", amount: -five })];
    const { sums } = reconcileClaims(madeStatement([bonus("c1")]), claims);
    expect(sums).toMatchObject({ claimed: 0, owed: five, deductions: -five, undisputed: 0 });
  });
});

describe("reconcileClaims", () => {
  it("asks whose claims these are where several have lines, or nobody", () => {
    const both = madeStatement([bonus("c1"), bonus("m1", { arm: "municipal" })]);
    const needed = expect.objectContaining({ code: "arm-needed" }) as Error;
    expect(() => reconcileClaims(both, [])).toThrow(needed);
    expect(() => reconcileClaims(madeStatement([]), [])).toThrow(needed);
    expect(() => reconcileClaims(both, [], { arm: "suplier" })).toThrow(
      expect.objectContaining({ code: "unknown-arm", hint: "Did you mean supplier?" }),
    );
    expect(reconcileClaims(both, [], { arm: "municipal" })).toMatchObject({
      arm: "municipal",
      name: "Egen enhed",
    });
    expect(reconcileClaims(madeStatement([bonus("c1")]), [])).toMatchObject({ arm: "supplier" });
  });

  it.each([null, undefined, 5, "statement", [], {}, { kind: "statement" }])(
    "refuses %j as a statement",
    (value) => {
      expect(() => reconcileClaims(value as never, [])).toThrow(
        expect.objectContaining({
          code: "impossible-input",
          path: "reconcileClaims.statement",
          received: value,
        }),
      );
    },
  );

  it.each([null, undefined, 5, "c1;base", {}])("refuses %j as claims", (value) => {
    expect(() => reconcileClaims(madeStatement([bonus("c1")]), value as never)).toThrow(
      expect.objectContaining({ code: "impossible-input", path: "reconcileClaims.claims" }),
    );
  });

  it("refuses a row that is no claim, and participants that aren't", () => {
    for (const row of [null, 5, {}, { item: 3 }]) {
      expect(() => reconcileClaims(madeStatement([bonus("c1")]), [row as never])).toThrow(
        expect.objectContaining({ code: "impossible-input", path: "claims[0]" }),
      );
    }
    expect(() =>
      reconcileClaims(madeStatement([bonus("c1")]), [], { participants: [null] as never }),
    ).toThrow(expect.objectContaining({ code: "impossible-option" }));
  });

  it.each([
    ["half an øre", claim("c1", { amount: 0.5 }), "impossible-amount"],
    ["no day", claim("c1", { date: "2005-02-30" }), "impossible-date"],
    ["a CPR number", claim("010203-1234"), "cpr-shaped"],
    ["a referral on no day", claim("c1", { referredOn: "03-01-2005" }), "impossible-date"],
  ])("refuses rows that no file was checked for: %s", (_what, asked, code) => {
    expect(() => reconcileClaims(madeStatement([bonus("c1")]), [asked])).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it("refuses what can't be tolerated", () => {
    for (const dateTolerance of [-1, 0.5]) {
      expect(() => reconcileClaims(madeStatement([bonus("c1")]), [], { dateTolerance })).toThrow(
        expect.objectContaining({ code: "impossible-option" }),
      );
    }
  });

  it("points at the rows of the file, and says where it comes from", () => {
    const text = "citizen;item;date;amount\n\nc1;bonus;30-09-2005;5.000,00\n";
    const claims = parseClaims(text, { name: "claims.csv" });
    const reconciliation = reconcileClaims(madeStatement([bonus("c1")]), claims);
    expect(reconciliation.entries[0]).toMatchObject({ status: "agreed", row: 3 });
    expect(reconciliation.provenance).toMatchObject({
      operation: "reconcileClaims",
      options: {
        arm: { value: "supplier", source: "derived" },
        dateTolerance: { value: 0, source: "default" },
      },
      inputs: { claims: { name: "claims.csv", rows: 1 } },
    });
  });

  it("of no claims is all that isn't claimed", () => {
    const claims = parseClaims("citizen;item;date;amount\n", { name: "claims.csv" });
    const { sums, statuses } = reconcileClaims(madeStatement([bonus("c1"), line("c1")]), claims);
    expect(statuses.filter(({ entries }) => entries > 0)).toEqual([
      { status: "not-claimed", entries: 2, claimed: 0, owed: 600_000, undisputed: 0 },
    ]);
    expect(sums).toMatchObject({ claimed: 0, owed: 600_000, undisputed: 0, owedBeyond: 600_000 });
  });
});

const citizen = fc.constantFrom("c1", "c2", "c3", "m1", "x");
const date = fc.constantFrom("2005-02-01", "2005-02-03", "2005-02-08", "2005-09-30");
const anyClaim: fc.Arbitrary<Claim> = fc.record({
  citizen,
  item: fc.constantFrom("base", "bonus", "job", "deduction", "clawback", "cap", "taxi"),
  date,
  amount: fc.constantFrom(-five, -1, 0, 1, 100_000, 200_000, 250_000, five),
});
const anyLine: fc.Arbitrary<LineItem> = fc.oneof(
  fc.record({ citizen: fc.constantFrom("c1", "c2", "c3"), date }).map((each) => line(each.citizen, each)),
  fc.record({ citizen: fc.constantFrom("c1", "c2", "c3"), date }).map((each) => bonus(each.citizen, each)),
  date.map((each) => line("c1", { kind: "clawback", date: each, amount: -1 })),
  date.map((each) => line(undefined, { kind: "cap", date: each, amount: -five })),
  date.map((each) => line("m1", { arm: "municipal", date: each })),
);
const statementOf = (lines: readonly LineItem[]): ReturnType<typeof madeStatement> =>
  madeStatement(lines, [unpaidBonus("c3")]);

function sum(amounts: readonly number[]): number {
  return amounts.reduce((a, b) => a + b, 0);
}

/** What a claim comes to: some items take off whichever sign they are written with. */
function signed(asked: Claim | undefined): number {
  const { item = "", amount = 0 } = asked ?? {};
  return ["deduction", "clawback", "cap"].includes(item) ? -Math.abs(amount) : amount;
}

describe("every reconciliation", () => {
  it("has each claim and each line of the arm in exactly one entry, and sums that are theirs", () => {
    fc.assert(
      fc.property(fc.array(anyClaim), fc.array(anyLine), fc.nat(9), (claims, lines, dateTolerance) => {
        const found = reconcileClaims(statementOf(lines), claims, { arm: "supplier", dateTolerance });
        const { entries, statuses, sums } = found;
        const rows = entries
          .filter(({ part }) => part?.of !== "claim" || part.number === 1)
          .flatMap(({ row, creditRow }) => [row ?? [], creditRow ?? []].flat());
        expect(rows.toSorted((a, b) => a - b)).toEqual(claims.map((_, index) => index + 1));
        const own = lines.filter(({ arm }) => arm === "supplier");
        const met = entries
          .filter(({ part }) => part?.of !== "line" || part.number === 1)
          .flatMap((entry) => entry.line ?? []);
        expect(new Set(met).size).toBe(met.length);
        expect(new Set(met)).toEqual(new Set(own));
        for (const { line: each, row, part } of entries.filter((entry) => entry.part !== undefined)) {
          const same = entries.filter((entry) =>
            part?.of === "line" ? entry.line === each : entry.row === row,
          );
          expect(same.map((entry) => entry.part?.number ?? 0).toSorted((a, b) => a - b)).toEqual(
            same.map((_, index) => index + 1),
          );
          const whole = part?.of === "line" ? each?.amount : signed(claims[(row ?? 0) - 1]);
          expect(sum(same.map(({ claimed }) => claimed))).toBe(whole);
        }

        expect(sums.claimed).toBe(sum(claims.map(signed)));
        expect(sums.owed).toBe(sum(own.map(({ amount }) => amount)));
        for (const amount of ["claimed", "owed", "undisputed"] as const) {
          expect(sum(statuses.map((each) => each[amount]))).toBe(sums[amount]);
        }
        expect(sums.claimed).toBe(sums.undisputed + sums.unplacedCredits + sums.claimedBeyond);
        expect(sums.owed + sums.deductions).toBe(
          sums.undisputed + sums.unclaimedDeductions + sums.owedBeyond,
        );
        expect(Math.min(sums.claimedBeyond, sums.owedBeyond)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("is the same in whatever order the rows stand", () => {
    const shuffledToo = fc
      .array(anyClaim, { maxLength: 12 })
      .chain((claims) =>
        fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
      );
    fc.assert(
      fc.property(shuffledToo, fc.array(anyLine), ([claims, others], lines) => {
        const [first, second] = [claims, others].map((each) =>
          reconcileClaims(statementOf(lines), each, { arm: "supplier" })
            .toRows()
            .map(({ row: _row, ...rest }) => rest),
        );
        expect(second).toEqual(first);
      }),
    );
  });

  it("of the statement's own lines, claimed as they are, agrees in everything", () => {
    fc.assert(
      fc.property(fc.array(anyLine), (lines) => {
        const claims = lines
          .filter(({ arm }) => arm === "supplier")
          .map(({ citizen: who, kind, date: on, amount }) => ({
            ...(who === undefined ? {} : { citizen: who }),
            item: kind,
            date: on,
            amount,
          }));
        const { entries, sums } = reconcileClaims(statementOf(lines), claims, { arm: "supplier" });
        expect(entries.filter(({ status }) => status !== "agreed")).toEqual([]);
        expect(sums).toMatchObject({ agreed: sums.owed, undisputed: sums.claimed, owedBeyond: 0 });
      }),
    );
  });
});
