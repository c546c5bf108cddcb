import { describe, expect, it } from "vitest";
import { isCompetitionError } from "../../src/core/index.js";
import { explainOutcome } from "../../src/outcomes/index.js";
import {
  endedOn,
  outcomesFor,
  selfSupport,
  TWENTY_WEEKS,
  withoutSupport,
  type Story,
} from "../support/lives/world.js";

describe("explainOutcome", () => {
  it("tells the window's months, and the day that broke one with what was recorded on it", () => {
    const story = endedOn(
      "2005-03-31",
      ["cash-assistance", "2005-05-12", "2005-05-20"],
      ["dead", "2005-07-04"],
    );
    const told = explainOutcome(outcomesFor(story), "p1", "without-support", "contract");
    expect(told).toMatchObject({
      outcome: { status: "failure", reason: "gone", windowFrom: "2005-04-01" },
      criterion: { id: "without-support" },
      participant: { course: { endedOn: "2005-03-31" } },
      goneOn: "2005-07-04",
      spells: [],
    });
    expect(told.months).toEqual([
      { month: "2005-04", standing: "counts", decidedOn: "2005-04-30" },
      { month: "2005-05", standing: "broken", decidedOn: "2005-05-12", states: ["cash-assistance"] },
      { month: "2005-06", standing: "counts", decidedOn: "2005-06-30" },
      { month: "2005-07", standing: "broken", decidedOn: "2005-07-04", states: ["dead"] },
      { month: "2005-08", standing: "broken", decidedOn: "2005-07-04", states: ["dead"] },
      { month: "2005-09", standing: "broken", decidedOn: "2005-07-04", states: ["dead"] },
    ]);
    expect(Object.isFrozen(told.months)).toBe(true);
  });

  it("leaves months open that lie ahead or weren't seen", () => {
    const story = { ...endedOn("2005-03-31", ["moved", "2005-05-10"]), asOf: "2005-08-31" };
    const told = explainOutcome(outcomesFor(story), "p1", "without-support", "contract");
    expect(told.movedOn).toBe("2005-05-10");
    expect(told.months.map(({ standing }) => standing)).toEqual([
      "counts",
      "open",
      "open",
      "open",
      "open",
      "open",
    ]);
  });

  it("tells each spell, when it began and how long it would have had to last", () => {
    const story: Story = {
      criterion: selfSupport,
      terms: TWENTY_WEEKS,
      spells: [
        ["ordinary-work", "2004-12-01", "2005-01-31"],
        ["fleksjob", "2005-03-01", "2005-05-15"],
        ["ordinary-work", "2005-06-01"],
      ],
      asOf: "2005-12-31",
    };
    expect(explainOutcome(outcomesFor(story), "p1", "self-support", "contract")).toMatchObject({
      outcome: { status: "failure" },
      months: [],
      spells: [
        {
          from: "2004-12-01",
          to: "2005-01-31",
          neededTo: "2005-03-31",
          begins: "too-early",
          longEnough: false,
        },
        {
          from: "2005-03-01",
          to: "2005-05-15",
          neededTo: "2005-06-30",
          begins: "in-time",
          longEnough: false,
        },
        {
          from: "2005-06-01",
          to: "2005-12-31",
          neededTo: "2005-09-30",
          begins: "too-late",
          longEnough: true,
        },
      ],
    });
  });

  it("cuts spells to a window from course end", () => {
    const criterion = { ...withoutSupport, amount: { months: 4 } };
    const story = { ...endedOn("2005-03-31"), criterion };
    const spells: Story["spells"] = [
      ["cash-assistance", "2004-01-01", "2005-02-28"],
      ["cash-assistance", "2005-05-01", "2005-06-01"],
    ];
    expect(
      explainOutcome(outcomesFor({ ...story, spells }), "p1", "without-support", "contract").spells,
    ).toEqual([
      { from: "2005-04-01", to: "2005-04-30", neededTo: "2005-07-31", begins: "in-time", longEnough: false },
      { from: "2005-06-02", to: "2005-09-30", neededTo: "2005-10-01", begins: "too-late", longEnough: false },
    ]);
  });

  it("says a spell without a first day where nothing was ever recorded before it", () => {
    const criterion = { ...selfSupport, without: { having: ["municipal-support"] } } as const;
    const { states: _states, ...absence } = criterion;
    const story: Story = {
      criterion: absence,
      terms: TWENTY_WEEKS,
      spells: [["cash-assistance", "2005-02-01", "2005-12-31"]],
      asOf: "2005-12-31",
    };
    expect(explainOutcome(outcomesFor(story), "p1", "self-support", "contract").spells).toEqual([
      { to: "2005-01-31", begins: "too-early", longEnough: false },
    ]);
  });

  it("has no months while the course runs, or without history", () => {
    const running: Story = {
      course: { startedOn: "2005-01-10" },
      spells: [["cash-assistance", "2004-01-01"]],
      asOf: "2005-02-01",
    };
    for (const story of [running, { ...endedOn("2005-03-31"), spells: [] }]) {
      expect(explainOutcome(outcomesFor(story), "p1", "without-support", "contract").months).toEqual([]);
    }
  });

  it("knows only who takes part", () => {
    const outcomes = outcomesFor(endedOn("2005-03-31"));
    const ask = (): unknown => explainOutcome(outcomes, "p2", "without-support", "contract");
    expect(ask).toThrow(/unknown citizen; received "p2".*Did you mean p1\?/);
    expect(
      isCompetitionError(
        caught(() => explainOutcome(outcomes, "p1", "other", "contract")),
        "unknown-criterion",
      ),
    ).toBe(true);
  });
});

function caught(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
