import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCompetitionError } from "../../src/core/index.js";
import {
  deriveOutcomes,
  explainOutcome,
  type Criterion,
  type Outcomes,
  type OutcomeStory,
} from "../../src/outcomes/index.js";
import { ruleForms } from "../support/lives/criteria.js";
import { isoDate } from "../support/lives/dates.js";
import { lives, type RandomLife } from "../support/lives/random.js";
import {
  endedOn,
  entryOf,
  historiesOf,
  ledgerOf,
  outcomesFor,
  protocolOf,
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

/** The story of the one citizen by a criterion that differs from Fredericia's short rule. */
function toldOf(change: Partial<Criterion>, story: Omit<Story, "criterion">): OutcomeStory {
  const outcomes = outcomesFor({ ...story, criterion: { ...withoutSupport, ...change } });
  return explainOutcome(outcomes, "p1", "without-support", "contract");
}

const AFTER = { anchor: "course-end", length: { months: 6 } } as const;
const WORK = { states: ["ordinary-work"] } as const;

const twentyDays = (gap: number): Partial<Criterion> => ({
  amount: { days: 20 },
  gapTolerance: { days: gap },
});

describe("explainOutcome by the kind of amount and window", () => {
  it("tells weeks by their number, cut at the window's edge where parts count", () => {
    // Window Friday 1 April to Thursday 14 April 2005: parts of weeks 13 and 15 around the whole week 14.
    const window = { anchor: "course-end", length: { days: 14 } } as const;
    const life = endedOn("2005-03-31", ["cash-assistance", "2005-04-06", "2005-04-06"]);
    const weeks = (edges: Criterion["edges"]): OutcomeStory["weeks"] =>
      toldOf({ amount: { isoWeeks: 2 }, ...(edges === undefined ? {} : { edges }), window }, life).weeks;
    const broken = {
      week: "2005-W14",
      standing: "broken",
      decidedOn: "2005-04-06",
      states: ["cash-assistance"],
    };
    expect(weeks(undefined)).toEqual([broken]);
    expect(weeks("parts")).toEqual([
      { week: "2005-W13", standing: "counts", decidedOn: "2005-04-03" },
      broken,
      { week: "2005-W15", standing: "counts", decidedOn: "2005-04-14" },
    ]);
  });

  it("tells a week that counts by most of its days on the fourth of them", () => {
    const life = endedOn("2005-03-31", ["cash-assistance", "2005-04-08", "2005-04-10"]);
    const change: Partial<Criterion> = { amount: { isoWeeks: 1 }, dayRule: "most-days", window: AFTER };
    expect(toldOf(change, life).weeks[0]).toEqual({
      week: "2005-W14",
      standing: "counts",
      decidedOn: "2005-04-07",
    });
  });

  it("tells how many days were counted and how many it takes", () => {
    const life = endedOn("2005-03-31", ["cash-assistance", "2005-04-11", "2006-12-31"]);
    expect(toldOf({ amount: { days: 11 }, continuity: "cumulative" }, life)).toMatchObject({
      outcome: { status: "failure" },
      total: { counted: 10, needed: 11 },
      months: [],
      weeks: [],
      spells: [],
    });
    // 4 months from 1 April have 30 + 31 + 30 + 31 days.
    const asDays = { amount: { months: 4 }, continuity: "cumulative", monthsCounted: "days" } as const;
    expect(toldOf(asDays, life).total).toEqual({ counted: 10, needed: 122 });
  });

  it("counts the days of an interruption that is bridged, and makes one spell of two", () => {
    // 1 to 10 April and 14 to 20 April, with three days of cash assistance between.
    const life = endedOn(
      "2005-03-31",
      ["cash-assistance", "2005-04-11", "2005-04-13"],
      ["cash-assistance", "2005-04-21"],
    );
    expect(toldOf(twentyDays(3), life)).toMatchObject({
      outcome: { status: "success", reachedOn: "2005-04-20" },
      spells: [
        { from: "2005-04-01", to: "2005-04-20", neededTo: "2005-04-20", begins: "in-time", longEnough: true },
      ],
    });
    expect(toldOf(twentyDays(2), life).spells.map(({ longEnough }) => longEnough)).toEqual([false, false]);
    expect(toldOf({ ...twentyDays(3), continuity: "cumulative" }, life).total).toEqual({
      counted: 20,
      needed: 20,
    });
  });

  it("tells of a window without an end as far as was seen", () => {
    const open = { anchor: "course-end", length: "open" } as const;
    const life = { ...endedOn("2005-03-31", ["cash-assistance", "2005-04-11"]), asOf: "2005-06-15" };
    expect(toldOf({ amount: { days: 30 }, continuity: "cumulative", window: open }, life)).toMatchObject({
      outcome: { status: "pending" },
      total: { counted: 10, needed: 30 },
    });
    const months = toldOf({ window: open }, life).months;
    expect(months.map(({ month, standing }) => [month, standing])).toEqual([
      ["2005-04", "broken"],
      ["2005-05", "broken"],
      ["2005-06", "broken"],
    ]);
  });

  it("tells of the window that a spell opened", () => {
    const window = { anchor: "spell-start", length: { months: 3 } } as const;
    const change: Partial<Criterion> = {
      states: WORK,
      window,
      amount: { calendarMonths: 2 },
      continuity: "cumulative",
    };
    const life: Omit<Story, "criterion"> = {
      spells: [["ordinary-work", "2005-02-01", "2005-03-31"]],
      asOf: "2005-12-31",
    };
    expect(toldOf(change, life)).toMatchObject({
      outcome: { status: "success", windowFrom: "2005-02-01", windowTo: "2005-04-30" },
      months: [
        { month: "2005-02", standing: "counts" },
        { month: "2005-03", standing: "counts" },
        { month: "2005-04", standing: "broken", decidedOn: "2005-04-01", states: [] },
      ],
    });
    // What began by 3 January may have begun before, unseen; none has opened a window.
    const unseen = {
      ...life,
      spells: [["ordinary-work", "2005-01-03"]],
      observedFrom: "2005-01-03",
    } as const;
    expect(toldOf(change, unseen)).toMatchObject({ outcome: { status: "unknown" }, months: [] });
  });

  it("tells of a window of the course while it runs, once the amount is reached", () => {
    const change: Partial<Criterion> = { states: WORK, amount: { days: 30 }, window: { anchor: "course" } };
    const life: Omit<Story, "criterion"> = {
      course: { startedOn: "2005-01-10" },
      spells: [["ordinary-work", "2005-01-20"]],
      asOf: "2005-02-18",
    };
    expect(toldOf(change, life)).toMatchObject({
      outcome: { status: "success", reachedOn: "2005-02-18" },
      spells: [{ from: "2005-01-20", neededTo: "2005-02-18", longEnough: true }],
    });
    expect(toldOf(change, { ...life, asOf: "2005-02-17" })).toMatchObject({
      outcome: { status: "pending" },
      spells: [],
    });
  });

  it("tells of a spell whose beginning nobody saw", () => {
    const story: Story = {
      criterion: selfSupport,
      terms: TWENTY_WEEKS,
      spells: [["ordinary-work", "2004-12-01"]],
      asOf: "2005-12-31",
      observedFrom: "2005-01-03",
    };
    expect(explainOutcome(outcomesFor(story), "p1", "self-support", "contract")).toMatchObject({
      outcome: { status: "unknown", reason: "before-coverage" },
      spells: [{ to: "2005-12-31", begins: "unseen", longEnough: false }],
    });
  });

  it("tells of the state that decides where states stand by themselves", () => {
    const change: Partial<Criterion> = {
      states: { states: ["ordinary-work", "fleksjob"] },
      amount: { days: 60 },
    };
    const life = endedOn(
      "2005-03-31",
      ["ordinary-work", "2005-04-01", "2005-04-30"],
      ["fleksjob", "2005-05-01", "2005-06-30"],
    );
    const spells = (joining: Criterion["joining"]): OutcomeStory["spells"] =>
      toldOf({ ...change, ...(joining === undefined ? {} : { joining }) }, life).spells;
    expect(spells(undefined)).toMatchObject([{ from: "2005-04-01", neededTo: "2005-05-30" }]);
    expect(spells("same-state")).toMatchObject([{ from: "2005-05-01", neededTo: "2005-06-29" }]);
  });

  it("tells the degree with the outcome, and who left in whichever way it is treated", () => {
    const name = { da: "grad", en: "degree" };
    const degrees = [
      { id: "full", name, states: WORK },
      { id: "any", name },
    ];
    const life = endedOn("2005-03-31", ["wage-subsidy", "2005-08-01"], ["state-pension", "2005-08-20"]);
    for (const pension of ["failure", "not-assessable", "competing-event", "ignored"] as const) {
      expect(toldOf({ degrees, leaving: { pension } }, life)).toMatchObject({
        outcome: { status: "success", reachedOn: "2005-07-31", degree: "any" },
        goneOn: "2005-08-20",
      });
      const early = endedOn("2005-03-31", ["state-pension", "2005-05-20"]);
      expect(toldOf({ leaving: { pension } }, early).months.map(({ standing }) => standing)).toEqual(
        PENSIONED[pension],
      );
    }
  });
});

/** The months from April to September with a pension from 20 May on. */
const PENSIONED = {
  "failure": ["counts", "broken", "broken", "broken", "broken", "broken"],
  "competing-event": ["counts", "broken", "broken", "broken", "broken", "broken"],
  "not-assessable": ["counts", "open", "open", "open", "open", "open"],
  "ignored": ["counts", "counts", "counts", "counts", "counts", "counts"],
} as const;

/** Whether a story reaches its amount, with months and weeks that are open taken for counting or not; undefined where it tells nothing. */
function reaches(
  { criterion, months, weeks, spells, total }: OutcomeStory,
  open: boolean,
): boolean | undefined {
  if (total !== undefined) return total.counted >= total.needed;
  if (spells.length > 0) return spells.some(({ begins, longEnough }) => begins === "in-time" && longEnough);
  const cells = [...months, ...weeks];
  if (cells.length === 0) return undefined;
  const needed = Object.values(criterion.amount)[0] ?? 0;
  let [kept, most] = [0, 0];
  for (const { standing } of cells) {
    if (standing === "counts" || (open && standing === "open")) kept++;
    else if (criterion.continuity === "consecutive") kept = 0;
    most = Math.max(most, kept);
  }
  return most >= needed;
}

function outcomesOf(life: RandomLife, criterion: Criterion): Outcomes {
  const referredOn = isoDate(life.referral);
  const spells = life.spells.map(({ state, first, last }) => ({
    citizen: "p1",
    state,
    from: isoDate(first),
    to: isoDate(last),
  }));
  return deriveOutcomes({
    protocol: protocolOf([criterion], life.terms),
    ledger: ledgerOf([entryOf({ citizen: "p1", referredOn, stratum: life.stratum })]),
    courses: life.course === undefined ? [] : [{ citizen: "p1", referredOn, ...life.course }],
    histories: historiesOf(
      spells,
      life.coveredFrom === undefined ? {} : { observedFrom: isoDate(life.coveredFrom) },
    ),
    asOf: isoDate(life.asOf),
  });
}

/** What in a story speaks against its outcome. */
function contradictions(story: OutcomeStory): readonly string[] {
  const { outcome, criterion, spells } = story;
  const longEnough = spells.filter((spell) => spell.begins === "in-time" && spell.longEnough);
  const [earliest = outcome.reachedOn] = longEnough.map(({ neededTo }) => neededTo).toSorted();
  return [
    ...((reaches(story, false) ?? false) === (outcome.status === "success") ? [] : ["reached or not"]),
    ...(outcome.reason === "amount-out-of-reach" && reaches(story, true) === true ? ["still open"] : []),
    // What is reached on a bridged day is reached on the day that closes the gap.
    ...(criterion.gapTolerance === undefined && earliest !== outcome.reachedOn ? ["another day"] : []),
  ];
}

describe("a story and its outcome", () => {
  it.each(ruleForms)("agree for %s", (_name, criteria) => {
    fc.assert(
      fc.property(lives, criteria, (life, criterion) => {
        const outcomes = outcomesOf(life, criterion);
        for (const anchor of ["contract", "referral"] as const) {
          const story = explainOutcome(outcomes, "p1", criterion.id, anchor);
          expect(story.outcome).toEqual(outcomes.by(criterion.id, anchor)[0]);
          expect(contradictions(story)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function caught(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}
