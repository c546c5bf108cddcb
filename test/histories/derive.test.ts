import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, formatDay, parseDay, VERSION } from "../../src/core/index.js";
import {
  defaultStates,
  deriveHistories,
  parseSpells,
  type Histories,
  type Spell,
} from "../../src/histories/index.js";
import { errorOf } from "../support/errors.js";

const observedUntil = "2005-12-31";

/** Periods of one citizen as `state first–last`, both days inclusive. */
function shown(histories: Histories, citizen = "p1"): string[] | undefined {
  return histories
    .of(citizen)
    ?.periods.map(({ state, start, end }) => `${state} ${formatDay(start)}–${formatDay(end - 1)}`);
}

const spell = (state: string, from: string, to?: string, citizen = "p1"): Spell => ({
  citizen,
  state,
  from,
  ...(to === undefined ? {} : { to }),
});

describe("deriveHistories", () => {
  it("merges spells of a state that follow each other, and only those", () => {
    const histories = deriveHistories(
      [
        spell("practice", "2005-02-01", "2005-02-28"),
        spell("practice", "2005-01-01", "2005-01-31"),
        spell("practice", "2005-03-02", "2005-03-05"), // 1 March is a gap
        spell("ordinary-work", "2005-03-06"),
      ],
      { observedUntil },
    );
    expect(shown(histories)).toEqual([
      "practice 2005-01-01–2005-02-28",
      "practice 2005-03-02–2005-03-05",
      "ordinary-work 2005-03-06–2005-12-31",
    ]);
    expect(histories).toMatchObject({ kind: "histories", observedUntil, size: 1, coverage: [] });
    expect(histories.notices).toEqual([
      { code: "open-spells", severity: "info", spells: 1 },
      { code: "spells-joined", severity: "info", spells: 1 },
      { code: "gaps", severity: "info", citizens: 1, days: 1 },
    ]);
    expect(histories.states).toEqual(defaultStates);
  });

  it("keeps states apart that run together, and counts the citizens", () => {
    const histories = deriveHistories(
      [
        spell("part-time-work", "2005-01-01", "2005-06-30"),
        spell("cash-assistance", "2005-03-01", "2005-04-30"),
        spell("sickness-benefit", "2005-03-01", "2005-03-31"),
        spell("ordinary-work", "2005-01-01", "2005-01-31", "p2"),
        spell("cash-assistance", "2005-02-01", "2005-02-28", "p2"),
      ],
      { observedUntil },
    );
    expect(shown(histories)).toEqual([
      "part-time-work 2005-01-01–2005-06-30",
      "cash-assistance 2005-03-01–2005-04-30",
      "sickness-benefit 2005-03-01–2005-03-31",
    ]);
    expect(histories.notices).toEqual([
      {
        code: "states-overlap",
        severity: "info",
        citizens: 1,
        pairs: [
          "part-time-work + cash-assistance",
          "part-time-work + sickness-benefit",
          "cash-assistance + sickness-benefit",
        ],
        citizensOfPairs: [1, 1, 1],
        daysOfPairs: [61, 31, 31],
        furtherPairs: 0,
      },
    ]);
  });

  it("tells what can't be true together, and leaves it", () => {
    const histories = deriveHistories(
      [
        spell("ordinary-work", "2005-01-01", "2005-01-31"),
        spell("cash-assistance", "2005-01-30", "2005-02-28"),
        spell("ordinary-work", "2005-01-01", "2005-12-31", "p2"),
        spell("state-pension", "2005-06-01", "2005-12-31", "p2"),
      ],
      { observedUntil },
    );
    expect(shown(histories)).toEqual([
      "ordinary-work 2005-01-01–2005-01-31",
      "cash-assistance 2005-01-30–2005-02-28",
    ]);
    const counted = { severity: "info", citizens: 1, citizensOfPairs: [1], furtherPairs: 0 };
    expect(histories.notices).toEqual([
      { ...counted, code: "states-overlap", pairs: ["ordinary-work + state-pension"], daysOfPairs: [214] },
      {
        ...counted,
        code: "contradictory-states",
        severity: "caution",
        pairs: ["ordinary-work + cash-assistance"],
        daysOfPairs: [2],
      },
    ]);
  });

  it("leaves by priority the first of a list, and says which days it took away", () => {
    const histories = deriveHistories(
      [
        spell("cash-assistance", "2005-01-01", "2005-03-31"),
        spell("wage-subsidy", "2005-02-01", "2005-02-28"),
        spell("practice", "2005-02-15", "2005-03-01"),
      ],
      { observedUntil, priorities: [["wage-subsidy", "cash-assistance"]] },
    );
    expect(shown(histories)).toEqual([
      "cash-assistance 2005-01-01–2005-01-31",
      "wage-subsidy 2005-02-01–2005-02-28",
      "practice 2005-02-15–2005-03-01",
      "cash-assistance 2005-03-01–2005-03-31",
    ]);
    expect(histories.notices[0]).toEqual({
      code: "overlaps-resolved",
      severity: "info",
      priority: ["wage-subsidy", "cash-assistance"],
      citizens: 1,
      pairs: ["wage-subsidy + cash-assistance"],
      citizensOfPairs: [1],
      daysOfPairs: [28],
      furtherPairs: 0,
    });
    expect(histories.notices[1]).toMatchObject({
      code: "states-overlap",
      pairs: ["wage-subsidy + practice", "practice + cash-assistance"],
      daysOfPairs: [14, 1],
    });
  });

  it("cuts states off where their own source ends, and lets open spells run to it", () => {
    const sources = [
      { name: "eIndkomst", having: ["ordinary-employment" as const], observedUntil: "2005-10-31" },
      { name: "DREAM", states: ["cash-assistance"], deliveredOn: "2006-01-31", lag: { months: 2 } },
    ];
    const histories = deriveHistories(
      [
        spell("ordinary-work", "2005-10-01"),
        spell("cash-assistance", "2005-01-01", "2005-12-31"),
        spell("practice", "2005-12-01"),
        spell("ordinary-work", "2005-11-01", "2005-12-31", "p2"), // nothing of it is observed
      ],
      { observedUntil, sources },
    );
    expect(shown(histories)).toEqual([
      "cash-assistance 2005-01-01–2005-11-30",
      "ordinary-work 2005-10-01–2005-10-31",
      "practice 2005-12-01–2005-12-31",
    ]);
    expect(histories.of("p2")).toBeUndefined();
    expect(histories.coverage).toEqual([
      { source: "eIndkomst", states: ["ordinary-work", "part-time-work"], observedUntil: "2005-10-31" },
      { source: "DREAM", states: ["cash-assistance"], observedUntil: "2005-11-30" },
    ]);
    expect(histories.notices.slice(0, 2)).toEqual([
      { code: "open-spells", severity: "info", spells: 2 },
      { code: "spells-cut", severity: "info", spells: 2 },
    ]);
    expect([histories.coverage, histories.coverage[0]?.states].every(Object.isFrozen)).toBe(true);
    expect(Object.isFrozen(sources[0])).toBe(false);
  });

  it("cuts off what lies after the observation, counts it, and has no history of who has nothing else", () => {
    const histories = deriveHistories(
      [
        spell("practice", "2005-12-01", "2006-01-31"),
        spell("ordinary-work", "2006-02-01"),
        spell("dead", "2006-02-01", undefined, "p2"),
      ],
      { observedUntil },
    );
    expect(shown(histories)).toEqual(["practice 2005-12-01–2005-12-31"]);
    expect(histories.of("p2")).toBeUndefined();
    expect(histories.size).toBe(1);
    expect(histories.notices).toEqual([{ code: "spells-cut", severity: "info", spells: 3 }]);
  });

  it("counts spells that come twice", () => {
    const twice = spell("practice", "2005-12-01", "2005-12-05");
    const { notices } = deriveHistories([twice, twice], { observedUntil });
    expect(notices).toEqual([{ code: "duplicate-spells", severity: "info", spells: 1 }]);
  });

  it("leaves spells before the coverage as they are", () => {
    const histories = deriveHistories([spell("practice", "2004-12-01", "2005-02-05")], {
      observedFrom: "2005-01-01",
      observedUntil,
    });
    expect(histories.observedFrom).toBe("2005-01-01");
    expect(shown(histories)).toEqual(["practice 2004-12-01–2005-02-05"]);
  });

  it("carries the file's notices, its digest and who chose each option", () => {
    const bytes = Uint8Array.from("citizen;state;from;to;æ\np1;practice;2005-01-01;;\n", (each) => each.charCodeAt(0)); // prettier-ignore
    const spells = parseSpells(bytes, { name: "spells.csv" });
    const { notices, provenance } = deriveHistories(spells, { observedUntil });
    expect(notices.map(({ code }) => code)).toEqual(["windows-1252", "column-not-used", "open-spells"]);
    expect(provenance).toEqual({
      version: VERSION,
      operation: "deriveHistories",
      options: {
        observedUntil: { value: observedUntil, source: "given" },
        states: { value: defaultStates, source: "default" },
      },
      inputs: { spells: spells.source, citizens: 1 },
    });
    expect(deriveHistories([], { observedUntil }).provenance.inputs).toEqual({
      spells: { rows: 0 },
      citizens: 0,
    });
  });

  it("takes other states, freezes what it gives and leaves what it was given", () => {
    const states = { work: ["ordinary-employment" as const] };
    const histories = deriveHistories([spell("work", "2005-01-01")], { observedUntil, states });
    const history = histories.of("p1");
    for (const part of [histories, histories.states, histories.notices, histories.provenance])
      expect(Object.isFrozen(part)).toBe(true);
    for (const part of [history, history?.periods, history?.periods[0]])
      expect(Object.isFrozen(part)).toBe(true);
    expect([states, states.work].some(Object.isFrozen)).toBe(false);
  });

  it.each([
    [{}, "impossible-date"],
    [{ observedUntil: "31-12-2005" }, "impossible-date"],
    [{ observedUntil: "2005-02-29" }, "impossible-date"],
    [{ observedUntil: 2005 }, "impossible-option"],
    [{ observedUntil, observedFrom: "2005-13-01" }, "impossible-date"],
    [{ observedUntil, observedFrom: "2006-01-01" }, "observation-ends-before-start"],
    [{ observedUntil, states: { work: ["employment"] } }, "impossible-option"],
    [{ observedUntil, observedUntill: "2005-12-31" }, "unknown-option"],
    [{ observedUntil, sources: {} }, "impossible-option"],
    [{ observedUntil, priorities: ["practice", "dead"] }, "impossible-option"],
    [{ observedUntil, priorities: [["practice", "deaf"]] }, "unknown-state"],
    [{ observedUntil, priorities: [["practice"]] }, "impossible-priority"],
    [{ observedUntil, priorities: [["practice", "dead", "practice"]] }, "impossible-priority"],
  ])("refuses the options %o", (options, code) => {
    expect(errorOf(() => deriveHistories([], options as never)).code).toBe(code);
  });
});

const DAYS = 40;
const FIRST = dayOf(2005, 1, 1);
const day = (offset: number): string => formatDay(FIRST + offset);
const LAST = day(DAYS - 1);

const spells = fc.array(
  fc
    .record({
      citizen: fc.constantFrom("p1", "p2", "p3"),
      state: fc.constantFrom("practice", "ordinary-work", "cash-assistance"),
      start: fc.nat(DAYS + 5),
      length: fc.option(fc.nat(12)),
    })
    .map(({ citizen, state, start, length }) =>
      spell(state, day(start), length === null ? undefined : day(start + length), citizen),
    ),
  { maxLength: 12 },
);

/** The histories by another way: each day of each citizen asked on its own. */
function daysOf(given: readonly Spell[], citizen: string, state: string): string[] {
  return Array.from({ length: DAYS }, (_, offset) => day(offset)).filter((each) =>
    given.some(
      (one) => one.citizen === citizen && one.state === state && one.from <= each && (one.to ?? LAST) >= each,
    ),
  );
}

const derive = (given: readonly Spell[]): Histories => deriveHistories(given, { observedUntil: LAST });

describe("histories, whatever the spells", () => {
  const everyone = ["p1", "p2", "p3"];

  it("say of every day what the spells say", () => {
    fc.assert(
      fc.property(spells, (given) => {
        const histories = derive(given);
        for (const citizen of everyone) {
          for (const state of ["practice", "ordinary-work", "cash-assistance"]) {
            const periods = histories.of(citizen)?.periods.filter((each) => each.state === state) ?? [];
            const days = periods.flatMap(({ start, end }) =>
              Array.from({ length: end - start }, (_, index) => formatDay(start + index)),
            );
            expect(days).toEqual(daysOf(given, citizen, state)); // in order and none twice: sorted and disjoint
          }
        }
      }),
    );
  });

  it("have as few periods as can be, in order of their first day", () => {
    fc.assert(
      fc.property(spells, (given) => {
        const histories = derive(given);
        for (const citizen of everyone) {
          const periods = histories.of(citizen)?.periods ?? [];
          for (const [index, period] of periods.entries()) {
            expect(period.start).toBeGreaterThanOrEqual(periods[index - 1]?.start ?? -Infinity);
            expect(periods.some((other) => other.state === period.state && other.start === period.end)).toBe(
              false,
            );
          }
        }
      }),
    );
  });

  it("don't depend on the order of the rows", () => {
    const shuffled = spells.chain((given) =>
      fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
    );
    fc.assert(
      fc.property(shuffled, ([given, other]) => {
        const [one, two] = [derive(given), derive(other)];
        expect(everyone.map((citizen) => one.of(citizen))).toEqual(
          everyone.map((citizen) => two.of(citizen)),
        );
        expect(one.notices).toEqual(two.notices);
        expect(one.size).toBe(two.size);
      }),
    );
  });

  it("don't change when a spell is cut in two", () => {
    fc.assert(
      fc.property(spells, fc.nat(), (given, at) => {
        const cut = given.flatMap((one): Spell[] => {
          const start = (Date.parse(one.from) - Date.parse(day(0))) / 86_400_000;
          const end = one.to === undefined ? DAYS : (Date.parse(one.to) - Date.parse(day(0))) / 86_400_000;
          if (end <= start) return [one];
          const last = start + (at % (end - start));
          return [
            { ...one, to: day(last) },
            { ...one, from: day(last + 1) },
          ];
        });
        const [whole, halves] = [derive(given), derive(cut)];
        expect(everyone.map((each) => halves.of(each))).toEqual(everyone.map((each) => whole.of(each)));
      }),
    );
  });
});

/** The same day four hundred years on, when the calendar repeats itself. */
function later(text: string): string {
  return formatDay(parseDay(text, "test") + 146_097);
}

describe("histories, four centuries later", () => {
  it("are the same", () => {
    fc.assert(
      fc.property(spells, (given) => {
        const priorities = [["practice", "cash-assistance"]];
        const [now, then] = [
          deriveHistories(given, { observedUntil: LAST, priorities }),
          deriveHistories(
            given.map((each) => ({
              ...each,
              from: later(each.from),
              ...(each.to === undefined ? {} : { to: later(each.to) }),
            })),
            { observedUntil: later(LAST), priorities },
          ),
        ];
        for (const citizen of ["p1", "p2", "p3"]) {
          const moved = now.of(citizen)?.periods.map(({ state, start, end }) => ({
            state,
            start: start + 146_097,
            end: end + 146_097,
          }));
          expect(then.of(citizen)?.periods).toEqual(moved);
        }
        expect(then.notices).toEqual(now.notices);
      }),
    );
  });
});

/** Each day of a citizen with its states, as the spells have them and as the priority leaves them. */
function daysLeft(given: readonly Spell[], citizen: string): { before: string[]; after: string[] }[] {
  const states = ["practice", "ordinary-work", "cash-assistance"];
  const days = states.map((state) => new Set(daysOf(given, citizen, state)));
  return Array.from({ length: DAYS }, (_, offset) => {
    const before = states.filter((_state, index) => days[index]?.has(day(offset)) === true);
    const after = before.filter((state) => state !== "practice" || !before.includes("cash-assistance"));
    return { before, after };
  });
}

describe("priorities and notices, whatever the spells", () => {
  const list = ["cash-assistance", "practice"];

  it("are what a count day by day gives", () => {
    fc.assert(
      fc.property(spells, (given) => {
        const histories = deriveHistories(given, { observedUntil: LAST, priorities: [list] });
        const people = ["p1", "p2", "p3"].map((citizen) => daysLeft(given, citizen));
        for (const [index, days] of people.entries()) {
          const shownDays = Array.from({ length: DAYS }, (_, offset) =>
            (histories.of(`p${index + 1}`)?.periods ?? [])
              .filter(({ start, end }) => start <= FIRST + offset && FIRST + offset < end)
              .map(({ state }) => state)
              .toSorted(),
          );
          expect(shownDays).toEqual(days.map(({ after }) => after.toSorted()));
        }

        const count = (holds: (each: { before: string[]; after: string[] }) => boolean): unknown => {
          const days = people.map((each) => each.filter(holds).length);
          return [days.filter((each) => each > 0).length, days.reduce((sum, each) => sum + each, 0)];
        };
        const told = (code: string): unknown => {
          const notice = histories.notices.find((each) => each.code === code);
          const days = notice?.["daysOfPairs"];
          const sum = Array.isArray(days) ? days.reduce((one, other) => Number(one) + Number(other), 0) : 0;
          return notice === undefined ? [0, 0] : [notice["citizens"], notice["days"] ?? sum];
        };
        expect(told("overlaps-resolved")).toEqual(count(({ before, after }) => before.length > after.length));
        expect(told("contradictory-states")).toEqual(
          count(({ after }) => after.includes("ordinary-work") && after.length > 1),
        );
        expect(told("states-overlap")).toEqual([0, 0]); // whatever of these shares days contradicts itself
        const gaps = people.map((days) => {
          const recorded = days.map(({ after }) => after.length > 0);
          const [first, last] = [recorded.indexOf(true), recorded.lastIndexOf(true)];
          return recorded.filter((each, offset) => !each && offset > first && offset < last).length;
        });
        expect(told("gaps")).toEqual([
          gaps.filter((each) => each > 0).length,
          gaps.reduce((sum, each) => sum + each, 0),
        ]);
      }),
    );
  });
});
