import { describe, expect, it } from "vitest";
import { dayNumber, isoDate } from "../support/lives/dates.js";
import { LATER, durable, endedOn, outcomeOf, withoutSupport, type Story } from "../support/lives/world.js";

const dayAfter = (date: string): string => isoDate(dayNumber(date) + 1);

describe("Fredericia's 6-month rule: 4 consecutive calendar months without support in the 6 months after the course", () => {
  it("ends on the 31st: April to September are six whole months, the first four are enough", () => {
    //  M A R | A P R | M A Y | J U N | J U L | A U G | S E P
    //     31 | whole   whole   whole   whole   whole   whole |
    expect(outcomeOf(endedOn("2005-03-31"))).toMatchObject({
      status: "success",
      reason: "amount-reached",
      windowFrom: "2005-04-01",
      windowTo: "2005-09-30",
      reachedOn: "2005-07-31",
      certainOn: "2005-07-31",
    });
  });

  it("ends on the 1st: April is lost as the month in which the course ends, May to September are five", () => {
    //  A P R   | M A Y | J U N | J U L | A U G | S E P | O C T
    //  1 | 2 …   whole   whole   whole   whole   whole   … 1 |
    expect(outcomeOf(endedOn("2005-04-01"))).toMatchObject({
      windowFrom: "2005-04-02",
      windowTo: "2005-10-01",
      reachedOn: "2005-08-31",
    });
  });

  it.each([
    // ends on, window, reached on
    ["2005-02-28", "2005-03-01", "2005-08-31", "2005-06-30"], // March is the first whole month
    ["2004-02-29", "2004-03-01", "2004-08-31", "2004-06-30"], // leap year, last day of February
    ["2004-02-28", "2004-02-29", "2004-08-28", "2004-06-30"], // 29 February is in the window and no whole month
    ["2005-08-30", "2005-08-31", "2006-02-27", "2005-12-31"], // 31 August + 6 months = 28 February, the first day after
    ["2005-12-31", "2006-01-01", "2006-06-30", "2006-04-30"], // over the new year
  ])("ends on %s: window %s to %s, reached on %s", (end, windowFrom, windowTo, reachedOn) => {
    const story = { ...endedOn(end), referredOn: end < "2005" ? "2003-12-01" : "2005-01-03" };
    const course = { startedOn: story.referredOn, endedOn: end };
    expect(outcomeOf({ ...story, course })).toMatchObject({ windowFrom, windowTo, reachedOn });
  });

  it("exactly at the limit: support again from 1 August leaves April to July", () => {
    expect(outcomeOf(endedOn("2005-03-31", ["cash-assistance", "2005-08-01"]))).toMatchObject({
      status: "success",
      reachedOn: "2005-07-31",
    });
  });

  it("one day short: support on 31 July breaks the fourth month, and no other four are left", () => {
    expect(outcomeOf(endedOn("2005-03-31", ["cash-assistance", "2005-07-31"]))).toMatchObject({
      status: "failure",
      reason: "amount-out-of-reach",
      certainOn: "2005-07-31",
    });
  });

  it("a day of support in the first month leaves the next four", () => {
    const spells: Story["spells"] = [["sickness-benefit", "2005-04-01", "2005-04-01"]];
    expect(outcomeOf(endedOn("2005-03-31", ...spells))).toMatchObject({ reachedOn: "2005-08-31" });
  });

  it("29 February breaks a month as any other day does", () => {
    const story: Story = {
      referredOn: "2003-10-01",
      course: { startedOn: "2003-10-06", endedOn: "2003-12-31" },
      spells: [
        ["cash-assistance", "2003-01-01", "2003-12-31"],
        ["cash-assistance", "2004-02-29", "2004-02-29"],
      ],
      asOf: LATER,
    };
    // January | February broken | March April May June: the four are reached on the window's last day
    expect(outcomeOf(story)).toMatchObject({ windowTo: "2004-06-30", reachedOn: "2004-06-30" });
  });

  it("fails early and for certain: a day of support in June leaves neither April to July nor July to September", () => {
    const story = {
      ...endedOn("2005-03-31", ["cash-assistance", "2005-06-15", "2005-06-15"]),
      asOf: "2005-06-15",
    };
    expect(outcomeOf(story)).toMatchObject({
      status: "failure",
      certainOn: "2005-06-15",
      windowComplete: false,
    });
    expect(outcomeOf({ ...story, asOf: "2005-06-14" })).toMatchObject({
      status: "pending",
      reason: "window-open",
    });
  });

  it("succeeds before the window ends, on the evening of the last day of the fourth month", () => {
    expect(outcomeOf({ ...endedOn("2005-03-31"), asOf: "2005-07-30" })).toMatchObject({ status: "pending" });
    expect(outcomeOf({ ...endedOn("2005-03-31"), asOf: "2005-07-31" })).toMatchObject({
      status: "success",
      windowComplete: false,
    });
  });

  it("has a complete window on the evening of its last day", () => {
    const story = endedOn("2005-03-31", ["cash-assistance", "2005-05-01"]);
    expect(outcomeOf({ ...story, asOf: "2005-09-29" }).windowComplete).toBe(false);
    expect(outcomeOf({ ...story, asOf: "2005-09-30" }).windowComplete).toBe(true);
  });

  it("is lost from the course's end where the window can't hold the amount", () => {
    const criterion = { ...withoutSupport, amount: { calendarMonths: 6 } };
    // 2 April to 1 October holds five whole months
    expect(outcomeOf({ ...endedOn("2005-04-01"), criterion })).toMatchObject({
      status: "failure",
      reason: "amount-out-of-reach",
      certainOn: "2005-04-01",
    });
    expect(outcomeOf({ ...endedOn("2005-03-31"), criterion })).toMatchObject({ reachedOn: "2005-09-30" });
  });

  it("takes wage subsidy as support unless the criterion excepts it", () => {
    const story = endedOn("2005-03-31", ["wage-subsidy", "2005-04-01"]);
    const without = { having: ["municipal-support"], except: ["wage-subsidy"] } as const;
    expect(outcomeOf(story).status).toBe("failure");
    expect(outcomeOf({ ...story, criterion: { ...withoutSupport, without } }).status).toBe("success");
  });
});

describe("most days: a month counts if more than half of its days do", () => {
  const criterion = { ...withoutSupport, amount: { calendarMonths: 1 }, dayRule: "most-days" } as const;

  it.each([
    // free days, support to, last free day
    ["16 of 31", "2005-04-30", "2005-05-16", "success"],
    ["15 of 31", "2005-04-30", "2005-05-15", "failure"],
    ["15 of 30", "2005-05-31", "2005-06-15", "failure"],
    ["16 of 30", "2005-05-31", "2005-06-16", "success"],
  ])("%s days free, from the day after %s to %s", (_days, to, last, status) => {
    const story: Story = {
      criterion,
      course: { startedOn: "2005-01-10", endedOn: "2005-03-31" },
      spells: [
        ["cash-assistance", "2004-06-01", to],
        ["cash-assistance", dayAfter(last)],
      ],
      asOf: LATER,
    };
    expect(outcomeOf(story)).toMatchObject({
      status,
      ...(status === "success" ? { reachedOn: last } : {}),
    });
  });

  it("is certain in the middle of the month, when more than half of its days have counted", () => {
    const story = { ...endedOn("2005-03-31"), criterion, asOf: "2005-04-15" };
    expect(outcomeOf(story).status).toBe("pending"); // 15 of 30
    expect(outcomeOf({ ...story, asOf: "2005-04-16" })).toMatchObject({ reachedOn: "2005-04-16" });
  });
});

const work = (...spells: Story["spells"]): Story => ({
  ...endedOn("2005-03-31", ...spells),
  criterion: durable,
});

describe("Fredericia's 15-month rule: 12 months in work or education, not necessarily in a row", () => {
  it("counts the 12th month after three gaps of a month: 15 whole months from April 2005 to June 2006", () => {
    const story = work(
      ["ordinary-work", "2005-05-01", "2005-08-31"], // 4
      ["ordinary-education", "2005-10-01", "2006-01-31"], // 8
      ["ordinary-work", "2006-03-01", "2006-06-30"], // 12
    );
    expect(outcomeOf(story)).toMatchObject({ windowTo: "2006-06-30", reachedOn: "2006-06-30" });
  });

  it("is lost with the fourth month that doesn't count, on its first day without work", () => {
    const story = work(["ordinary-work", "2005-05-02", "2005-08-31"], ["ordinary-work", "2005-10-01"]);
    // April (1 April), May (1 May), September (1 September), then all of October 2005 to June 2006: 3 + 9 = 12
    expect(outcomeOf(story)).toMatchObject({ status: "success", reachedOn: "2006-06-30" });
    const another = work(["ordinary-work", "2005-05-02", "2005-08-31"], ["ordinary-work", "2005-10-02"]);
    expect(outcomeOf(another)).toMatchObject({ status: "failure", certainOn: "2005-10-01" });
  });

  it("doesn't take a month without any record for work", () => {
    expect(outcomeOf(work())).toMatchObject({ status: "failure", certainOn: "2005-07-01" });
  });

  it("takes a job and an education that follow each other for one month that counts", () => {
    const oneMonth = { ...durable, amount: { calendarMonths: 1 } };
    const story = work(
      ["ordinary-work", "2005-04-01", "2005-04-12"],
      ["ordinary-education", "2005-04-13", "2005-04-30"],
    );
    expect(outcomeOf({ ...story, criterion: oneMonth })).toMatchObject({ reachedOn: "2005-04-30" });
  });
});
