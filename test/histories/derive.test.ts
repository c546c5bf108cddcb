import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, formatDay, VERSION } from "../../src/core/index.js";
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
    expect(histories).toMatchObject({ kind: "histories", observedUntil, size: 1, notices: [] });
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
    expect(histories.notices).toEqual([{ code: "states-overlap", severity: "info", citizens: 1 }]);
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
    expect(notices.map(({ code }) => code)).toEqual(["windows-1252", "column-not-used"]);
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
