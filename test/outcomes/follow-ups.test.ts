import { describe, expect, it } from "vitest";
import type { Criterion } from "../../src/outcomes/index.js";
import { followUps } from "../../src/outcomes/index.js";
import { outcomesFor, type Story } from "../support/lives/world.js";

/** Ten days of work in a row within 100 days of the referral: the window is 3 January to 12 April 2005. */
const work: Criterion = {
  id: "work",
  name: { da: "arbejde", en: "work" },
  basis: "contract",
  states: { states: ["ordinary-work"] },
  amount: { days: 10 },
  continuity: "consecutive",
  window: { anchor: "referral", length: { days: 100 } },
};

function followedIn(story: Partial<Story>): object | undefined {
  const whole: Story = { criterion: work, spells: [], asOf: "2006-12-31", ...story };
  return followUps(outcomesFor(whole), whole.criterion?.id ?? "")[0];
}

describe("followUps", () => {
  it("date a success on the day on which the amount was reached", () => {
    // Work from 1 February: the tenth day is 10 February, 38 days after 3 January.
    const spells = [["ordinary-work", "2005-02-01"]] as const;
    expect(followedIn({ spells })).toEqual({ citizen: "p1", arm: "supplier", days: 38, end: "success" });
    expect(followedIn({ spells, asOf: "2005-02-10" })).toMatchObject({ days: 38, end: "success" });
    expect(followedIn({ spells, asOf: "2005-02-09" })).toMatchObject({ days: 37, end: "followed" });
  });

  it("follow everyone else to the end of the window, or to the last day that is known", () => {
    const spells = [["cash-assistance", "2004-01-01"]] as const;
    expect(followedIn({ spells })).toMatchObject({ days: 99, end: "followed" });
    expect(followedIn({ spells, asOf: "2005-02-02" })).toMatchObject({ days: 30, end: "followed" });
  });

  it("end with death, emigration and pension where the criterion doesn't let them pass", () => {
    const died: Partial<Story> = {
      spells: [
        ["cash-assistance", "2004-01-01", "2005-01-31"],
        ["dead", "2005-02-01"],
      ],
    };
    expect(followedIn(died)).toMatchObject({ days: 29, end: "gone" });
    const passing: Criterion = { ...work, leaving: { dead: "ignored" } };
    expect(followedIn({ ...died, criterion: passing })).toMatchObject({ days: 99, end: "followed" });
    const unassessed: Criterion = { ...work, leaving: { dead: "not-assessable" } };
    expect(followedIn({ ...died, criterion: unassessed })).toMatchObject({ days: 28, end: "followed" });
    // Gone after the window has closed is no event in it.
    expect(
      followedIn({
        spells: [
          ["cash-assistance", "2004-01-01"],
          ["dead", "2005-04-13"],
        ],
      }),
    ).toMatchObject({ days: 99, end: "followed" });
  });

  it("end the day before someone moved out of sight", () => {
    const spells = [
      ["cash-assistance", "2004-01-01", "2005-01-31"],
      ["moved", "2005-02-01"],
    ] as const;
    expect(followedIn({ spells })).toMatchObject({ days: 28, end: "followed" });
  });

  it("are missing where nobody was seen from the referral on", () => {
    expect(followedIn({ spells: [] })).toBeUndefined();
    const spells = [["cash-assistance", "2004-01-01"]] as const;
    expect(followedIn({ spells, observedFrom: "2005-01-04" })).toBeUndefined();
    expect(followedIn({ spells, observedFrom: "2005-01-03" })).toBeDefined();
    expect(followedIn({ spells: [["moved", "2004-12-01"]] })).toBeUndefined();
  });

  it("are of criteria of the protocol", () => {
    expect(() => followUps(outcomesFor({ criterion: work, spells: [], asOf: "2006-12-31" }), "wörk")).toThrow(
      expect.objectContaining({ code: "unknown-criterion" }),
    );
  });
});
