import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay, parseDay } from "../../src/core/index.js";
import { daysBeyond } from "../../src/outcomes/index.js";
import { endedOn, outcomesFor, selfSupport, TWENTY_WEEKS, type Story } from "../support/lives/world.js";

/** Work from 1 March 2005, so that four months are reached on 30 June, up to a day. */
function worked(to: string | undefined, more: Partial<Story> = {}): Story {
  return {
    criterion: selfSupport,
    terms: TWENTY_WEEKS,
    spells: [
      ["cash-assistance", "2004-06-01", "2005-02-28"],
      to === undefined ? ["ordinary-work", "2005-03-01"] : ["ordinary-work", "2005-03-01", to],
    ],
    asOf: "2006-12-31",
    ...more,
  };
}

function beyondOf(story: Story): object | undefined {
  return daysBeyond(outcomesFor(story), (story.criterion ?? selfSupport).id)[0];
}

describe("daysBeyond", () => {
  it("counts the days after the one on which the amount was reached", () => {
    expect(beyondOf(worked("2005-06-30"))).toMatchObject({ reachedOn: "2005-06-30", days: 0, cut: false });
    expect(beyondOf(worked("2005-07-10"))).toEqual({
      citizen: "p1",
      arm: "supplier",
      reachedOn: "2005-06-30",
      days: 10,
      lastedTo: "2005-07-10",
      cut: false,
    });
  });

  it("says where it isn't known how much longer it went on", () => {
    expect(beyondOf(worked(undefined))).toMatchObject({ lastedTo: "2006-12-31", cut: true });
    expect(beyondOf(worked("2005-07-20", { asOf: "2005-07-10" }))).toMatchObject({ days: 10, cut: true });
    const died = worked("2005-08-31");
    expect(beyondOf({ ...died, spells: [...died.spells, ["dead", "2005-07-15"]] })).toMatchObject({
      lastedTo: "2005-07-14",
      cut: true,
    });
  });

  it("bridges what the criterion bridges, and goes over from one counting state into another", () => {
    const story = worked("2005-07-10");
    const resumed: Story = {
      ...story,
      spells: [...story.spells, ["ordinary-work", "2005-07-13", "2005-07-31"]],
    };
    expect(beyondOf(resumed)).toMatchObject({ days: 10 });
    const bridging = { ...selfSupport, gapTolerance: { days: 2 } };
    expect(beyondOf({ ...resumed, criterion: bridging })).toMatchObject({ days: 31, lastedTo: "2005-07-31" });
    const other: Story = { ...story, spells: [...story.spells, ["fleksjob", "2005-07-11", "2005-07-31"]] };
    expect(beyondOf(other)).toMatchObject({ days: 31 });
    expect(beyondOf({ ...other, criterion: { ...selfSupport, joining: "same-state" } })).toMatchObject({
      days: 10,
    });
  });

  it("follows days without support beyond the window", () => {
    // Four whole months from April on: reached on 31 July; the window closes on 30 September.
    const story = endedOn("2005-03-31", ["cash-assistance", "2005-11-05", "2005-12-01"]);
    expect(daysBeyond(outcomesFor(story), "without-support")).toMatchObject([
      { reachedOn: "2005-07-31", lastedTo: "2005-11-04", days: 96, cut: false },
    ]);
  });

  it("tells of successes only", () => {
    expect(daysBeyond(outcomesFor(worked("2005-06-29")), "self-support")).toEqual([]);
  });

  it("is as many days as lie between, whatever the length", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (days) => {
        const to = formatDay(parseDay("2005-06-30", "date") + days);
        expect(beyondOf(worked(to))).toMatchObject({ days, lastedTo: to, cut: false });
      }),
      { numRuns: 30 },
    );
  });
});
