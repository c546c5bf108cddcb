import { describe, expect, it } from "vitest";
import { formatDay, parseDay } from "../../src/core/index.js";
import type { Spell } from "../../src/histories/index.js";
import { deriveOutcomes, type Outcomes } from "../../src/outcomes/index.js";
import {
  gamingSigns,
  type GamingCode,
  type GamingSign,
  type GamingSigns,
} from "../../src/settlement/index.js";
import {
  entryOf,
  historiesOf,
  ledgerOf,
  protocolOf,
  selfSupport,
  TWENTY_WEEKS,
} from "../support/lives/world.js";
import { madeOutcomes, type Group } from "../support/outcomes.js";

function daysAfter(date: string, days: number): string {
  return formatDay(parseDay(date, "date") + days);
}

/** Who worked from 1 March 2005 and so many days beyond the four months, by arm; all referred on 3 January. */
function worked(beyond: Readonly<Record<"municipal" | "supplier", readonly number[]>>): Outcomes {
  const arms = (["municipal", "supplier"] as const).flatMap((arm) =>
    beyond[arm].map((days) => ({ arm, days })),
  );
  const entries = arms.map(({ arm }, index) =>
    entryOf({ citizen: `p${index}`, referredOn: "2005-01-03", arm, sequence: index + 1 }),
  );
  const spells = arms.map(({ days }, index): Spell => ({
    citizen: `p${index}`,
    state: "ordinary-work",
    from: "2005-03-01",
    to: daysAfter("2005-06-30", days),
  }));
  return deriveOutcomes({
    protocol: protocolOf([selfSupport], TWENTY_WEEKS),
    ledger: ledgerOf(entries),
    courses: [],
    histories: historiesOf(spells, { observedUntil: "2005-12-31" }),
    asOf: "2005-12-31",
  });
}

/** Courses that started on a day, of citizens referred on Monday 3 January 2005. */
function started(startedOn: string, count: number): Group {
  return { arm: "supplier", count, course: { startedOn } };
}

/** Citizens of a group who were sent back, or weren't. */
function sent(arm: string, group: string, participation: "returned" | "completed", count: number): Group {
  return { arm, count, participation, stratum: { age: group } };
}

/** A team of eight that starts as one; who is named first was referred later, and had until the 24th. */
function team(name: string, startedOn: string): readonly Group[] {
  const course = { startedOn, team: name };
  return [
    { arm: "supplier", count: 3, referredOn: "2005-01-10", course },
    { arm: "supplier", count: 5, course },
  ];
}

function signOf({ signs }: GamingSigns, code: GamingCode, arm = "supplier"): GamingSign | undefined {
  return signs.find((sign) => sign.code === code && sign.arm === arm);
}

function times(count: number, days: number): readonly number[] {
  return Array.from({ length: count }, () => days);
}

describe("successes that end just after the threshold", () => {
  const outcomes = worked({
    municipal: [...times(1, 5), ...times(1, 20), ...times(18, 120)],
    supplier: [...times(8, 0), ...times(1, 13), ...times(1, 14), ...times(10, 120)],
  });
  const signs = gamingSigns(outcomes, undefined, { within: { days: 14 } });

  it("are counted by the day after, up to the last of the time", () => {
    expect(signOf(signs, "ends-after-threshold")).toMatchObject({
      criterion: "self-support",
      count: { events: 9, total: 20 },
      comparedWith: { events: 1, total: 11 },
      share: 9 / 20,
    });
  });

  it("are held against those left, exactly: 9 or 10 of 10 with the share 20/31", () => {
    const share = 20 / 31;
    const p = 10 * share ** 9 * (1 - share) + share ** 10;
    expect(signOf(signs, "ends-after-threshold")?.test?.pValue).toBeCloseTo(p, 12);
    expect(signOf(signs, "ends-after-threshold", "municipal")?.test).toBeNull(); // two ends only
  });

  it("are held against the other arm by Fisher's exact test", () => {
    // 9 of 20 against 1 of 20: the tables with 9 or 10 of the ten in one arm, of C(40, 10) in all.
    const tables = 2 * (167_960 * 20 + 184_756);
    expect(signOf(signs, "ends-between-arms")?.test?.pValue).toBeCloseTo(tables / 847_660_528, 12);
  });

  it("takes a month for months unless told otherwise, so that both times hold one turn of the month", () => {
    expect(signOf(gamingSigns(outcomes), "ends-after-threshold")).toMatchObject({
      within: { months: 1 },
      count: { events: 10, total: 20 },
    });
  });

  it("counts only those who could be followed through both times, however they ended", () => {
    // Two months after 30 June 2005 it is 31 August: on the day before, nobody was followed for long enough.
    const early = { ...outcomes, asOf: "2005-08-30", measuredAsOf: { "self-support": "2005-08-30" } };
    const rebuilt = gamingSigns({ ...early, by: outcomes.by.bind(outcomes), toRows: () => [] });
    expect(signOf(rebuilt, "ends-after-threshold")).toMatchObject({
      count: { events: 0, total: 0 },
      test: null,
    });
  });
});

describe("starts just before the deadline", () => {
  // Two weeks after Monday 3 January 2005 it is Monday the 17th. The last three working days are the 13th, 14th and 17th,
  // those of the week before the 6th, 7th and 10th.
  const groups = [
    started("2005-01-17", 5),
    started("2005-01-13", 2),
    started("2005-01-15", 3), // a Saturday: in neither
    started("2005-01-12", 4), // of the days just before them

    started("2005-01-10", 1),
    started("2005-01-07", 1),
    started("2005-01-18", 2), // late
  ];
  const outcomes = madeOutcomes({ groups });
  const lateStart = { within: { weeks: 2 }, per: "course", amount: 10_000 } as const;
  const payment = { terms: [{ arm: "supplier", bonuses: [], lateStart }] };

  it("are held against the same weekdays of the week before", () => {
    const sign = signOf(gamingSigns(outcomes, payment), "starts-before-deadline");
    expect(sign).toMatchObject({ count: { events: 7, total: 9 }, comparedWith: { events: 2, total: 9 } });
    expect(sign?.test?.pValue).toBeCloseTo((36 + 9 + 1) / 512, 12);
  });

  it("counts a team that starts as one once, by the first referred", () => {
    // Six teams of eight: four start on the last day, two a week before; by citizens 32 of 48 would be P = 0.015.
    const teams = [
      ...["a", "b", "c", "d"].flatMap((name) => team(name, "2005-01-17")),
      ...["e", "f"].flatMap((name) => team(name, "2005-01-10")),
      { ...started("2005-01-17", 1), course: { startedOn: "2005-01-17", team: "a" }, arm: "municipal" },
    ];
    const sign = signOf(gamingSigns(madeOutcomes({ groups: teams }), payment), "starts-before-deadline");
    expect(sign).toMatchObject({ count: { events: 4, total: 6 }, comparedWith: { events: 2, total: 6 } });
    expect(sign?.test?.pValue).toBeCloseTo((15 + 6 + 1) / 64, 12);
  });

  it("are absent with the reason where there is no deadline, or one too short", () => {
    expect(gamingSigns(outcomes, payment).notices).toEqual([
      {
        code: "sign-absent",
        severity: "info",
        sign: "starts-before-deadline",
        arm: "municipal",
        reason: "no-deadline",
      },
    ]);
    const short = gamingSigns(outcomes, undefined, { deadline: { days: 4 } });
    expect(short.notices.map(({ reason }) => reason)).toContain("deadline-too-short");
  });

  it("leave out those whose deadline hasn't passed", () => {
    const late: Group = {
      arm: "supplier",
      count: 6,
      referredOn: "2006-09-25",
      course: { startedOn: "2006-09-28" },
    };
    const sign = signOf(gamingSigns(madeOutcomes({ groups: [late] }), payment), "starts-before-deadline");
    expect(sign?.count).toEqual({ events: 0, total: 0 });
  });
});

describe("returns and exclusions", () => {
  const groups = [
    sent("supplier", "over-30", "returned", 9),
    sent("supplier", "over-30", "completed", 21),
    sent("supplier", "under-30", "returned", 1),
    sent("supplier", "under-30", "completed", 29),
    sent("municipal", "over-30", "returned", 1),
    sent("municipal", "over-30", "completed", 29),
    sent("municipal", "under-30", "completed", 30),
  ];

  it("holds one of two groups against the other, and each arm against arm", () => {
    const signs = gamingSigns(madeOutcomes({ groups }));
    const own = signs.signs.filter(({ code }) => code === "returns-by-group");
    expect(own.map(({ arm, group, count }) => [arm, group, count.events])).toEqual([
      ["municipal", "over-30", 1],
      ["supplier", "over-30", 9],
    ]);
    expect(own[0]?.test).toBeNull();
    expect(own[1]?.test?.method).toBe("fisher");
    const between = signs.signs.filter(({ code }) => code === "returns-between-arms");
    expect(between.map(({ group, count, comparedWith }) => [group, count, comparedWith])).toEqual([
      ["over-30", { events: 9, total: 30 }, { events: 1, total: 30 }],
      ["under-30", { events: 1, total: 30 }, { events: 0, total: 30 }],
    ]);
    expect(signOf(signs, "returned")).toMatchObject({
      otherArm: "municipal",
      count: { events: 10, total: 60 },
      comparedWith: { events: 1, total: 60 },
    });
  });

  it("adjusts for all that are tested, and points out what is left", () => {
    const { signs, tested } = gamingSigns(madeOutcomes({ groups }));
    const withTest = signs.filter(({ test }) => test !== null);
    expect(tested).toBe(withTest.length);
    expect(tested).toBe(3); // of the supplier's groups, of those over 30, of all
    const p = withTest.map(({ test }) => test?.pValue ?? 1).toSorted((a, b) => a - b);
    const adjusted = withTest.map(({ adjustedPValue }) => adjustedPValue ?? 1).toSorted((a, b) => a - b);
    expect(adjusted[0]).toBeCloseTo(3 * (p[0] ?? 1), 12);
    for (const { adjustedPValue, isWorthALook } of signs) {
      expect(isWorthALook).toBe(adjustedPValue !== null && adjustedPValue < 1 - 0.95);
    }
  });

  it("counts only citizens whom chance could have given to either arm", () => {
    const fixed = {
      ...sent("supplier", "over-30", "returned", 9),
      probabilities: { municipal: 0, supplier: 1 },
    };
    const { signs, notices } = gamingSigns(madeOutcomes({ groups: [...groups, fixed] }));
    expect(signs.find(({ code }) => code === "returned")?.count).toEqual({ events: 10, total: 60 });
    expect(notices.map(({ code }) => code)).toContain("chances-differ");
  });

  it("counts who never started, withdrew, is unknown, or was exempted after the draw", () => {
    const outcomes = madeOutcomes({
      groups: [
        { arm: "supplier", count: 3, participation: "never-started", contract: { status: "unknown" } },
        { arm: "supplier", count: 2, participation: "withdrawn" },
        { arm: "municipal", count: 5 },
      ],
    });
    const amendment = {
      type: "amendment",
      amends: "exemption",
      reason: "agreed",
      signedBy: ["A"],
      arm: "municipal",
    };
    const line = { sequence: 11, date: "2005-02-01", mode: "test", previous: "", digest: "" };
    const ledger = {
      ...outcomes.ledger,
      amendments: [
        { ...line, ...amendment, citizen: "c1", entry: 1 },
        { ...line, ...amendment, citizen: "c2", entry: 2, date: "2007-01-01" }, // after asOf
        { ...line, ...amendment, citizen: "c9", referredOn: "2005-02-01" }, // before the draw
      ],
    } as typeof outcomes.ledger;
    const { signs } = gamingSigns({ ...outcomes, ledger });
    const events = signs
      .filter(({ otherArm, code }) => otherArm !== undefined && code !== "ends-between-arms")
      .map(({ code, count }) => [code, count.events]);
    expect(events).toEqual([
      ["never-started", 3],
      ["withdrawn", 2],
      ["returned", 0],
      ["unknown-outcome", 3],
      ["exempted", 1],
    ]);
  });

  it("says that households are not considered", () => {
    const { notices } = gamingSigns(madeOutcomes({ groups: [{ arm: "supplier", household: "h1" }] }));
    expect(notices.map(({ code }) => code)).toContain("households-not-considered");
  });
});

describe("gamingSigns, shown", () => {
  const outcomes = worked({ municipal: times(40, 120), supplier: [...times(25, 1), ...times(15, 120)] });
  const signs = gamingSigns(outcomes);

  it("asks, and doesn't accuse", () => {
    const text = signs.toText({ language: "da" });
    expect(text).toContain("2 forhold bør undersøges.");
    expect(text).toContain(
      "Bør undersøges: Af 40 succeser hos Leverandøren efter »selvforsørgelse« holdt 25 op inden for 1 måned efter",
    );
    expect(text).toContain("Det kan skyldes tidsbegrænsede ansættelser");
    expect(text).toMatch(/højst 5\s%/);
    expect(signs.toText()).toContain("Worth a look: Of 40 successes at Leverandøren");
    expect(text).not.toMatch(/snyd|svindel|misbrug/i);
  });

  it("says so where nothing is unusual, and where nothing can be tested", () => {
    const calm = gamingSigns(
      worked({ municipal: times(30, 120), supplier: [...times(3, 20), ...times(3, 45), ...times(24, 120)] }),
    );
    expect(calm.toText({ language: "da" })).toContain("Af det, der kunne testes, bliver intet peget ud.");
    const empty = gamingSigns(madeOutcomes({ groups: [] }));
    expect(empty.tested).toBe(0);
    expect(empty.toText({ language: "da" })).toContain("for få hændelser");
  });

  it("has a row for each count", () => {
    expect(signs.toRows()).toHaveLength(signs.signs.length);
    expect(JSON.parse(JSON.stringify(signs))).toMatchObject({
      kind: "gaming-signs",
      method: "exact-tests-holm",
    });
  });

  it("refuses options that can't be", () => {
    expect(() => gamingSigns(outcomes, undefined, { within: { days: -1 } })).toThrow(
      expect.objectContaining({ code: "impossible-span" }),
    );
    expect(() => gamingSigns(outcomes, undefined, { workingDays: 6 })).toThrow(
      expect.objectContaining({ code: "impossible-option" }),
    );
  });
});
