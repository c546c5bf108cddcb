import * as fc from "fast-check";
import type {
  Course,
  CourseTerms,
  Criterion,
  EndReason,
  StateSelector,
} from "../../../src/outcomes/index.js";
import { dayNumber, isoDate, monthsLater } from "./dates.js";

/** A random citizen with terms and an evening. Spells follow each other; a segment may have no state, or two. */
export interface RandomLife {
  readonly referral: number;
  readonly stratum: Readonly<Record<string, string>>;
  readonly terms: CourseTerms;
  readonly course: Omit<Course, "citizen" | "referredOn"> | undefined;
  readonly spells: readonly { readonly state: string; readonly first: number; readonly last: number }[];
  readonly coveredFrom: number | undefined;
  /** Registers of their own that cover other days than the whole. */
  readonly registers: readonly RandomRegister[];
  readonly asOf: number;
}

interface RandomRegister {
  readonly name: string;
  readonly states: readonly string[];
  readonly from: number | undefined;
  readonly until: number | undefined;
}

const UNTIL = dayNumber("2006-12-31");

/** Days around the ends of months, February of a leap year among them. */
const referrals: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: dayNumber("2003-11-20"), max: dayNumber("2004-12-31") }),
  fc
    .constantFrom(
      "2003-11-30",
      "2003-12-31",
      "2004-01-01",
      "2004-01-31",
      "2004-02-29",
      "2004-08-31",
      "2004-10-31",
    )
    .map(dayNumber),
);

const weeks = (min: number, max: number): fc.Arbitrary<{ weeks: number }> =>
  fc.record({ weeks: fc.integer({ min, max }) });

const terms: fc.Arbitrary<CourseTerms> = fc.oneof(
  weeks(1, 13).map((length) => ({ lengths: [{ length }] })),
  fc.tuple(weeks(1, 12), weeks(1, 8)).map(([length, extension]) => ({ lengths: [{ length, extension }] })),
  fc.integer({ min: 1, max: 3 }).map((months) => ({ lengths: [{ length: { months } }] })),
  fc.tuple(weeks(1, 8), weeks(1, 13), weeks(1, 4)).map(([short, long, extension]) => ({
    lengths: [
      { group: { age: "over-30" }, length: short, extension },
      { group: { age: "under-30" }, length: long },
    ],
  })),
);

/** The day itself, or the nearest later end of a month, 1st or 31st. */
const snapped = (day: number, snap: "none" | "end" | "first"): number => {
  if (snap === "none") return day;
  const date = isoDate(day);
  const first = monthsLater(dayNumber(`${date.slice(0, 7)}-01`), 1);
  return snap === "end" ? first - 1 : first;
};

const snap = fc.constantFrom("none", "none", "end", "first") satisfies fc.Arbitrary<"none" | "end" | "first">;
const endReasons = fc.constantFrom<EndReason>(
  "work",
  "education",
  "period-ended",
  "other-measure",
  "returned",
  "expired",
  "withdrawn",
);

function courses(referral: number): fc.Arbitrary<RandomLife["course"]> {
  const base = { deliveredBy: "supplier" };
  const start = fc
    .oneof(
      { weight: 4, arbitrary: fc.integer({ min: 0, max: 6 }) },
      { weight: 1, arbitrary: fc.integer({ min: 7, max: 150 }) },
    )
    .map((wait) => isoDate(referral + wait));
  const dated = fc.tuple(start, fc.integer({ min: 0, max: 130 }), snap, endReasons);
  return fc.oneof(
    {
      weight: 8,
      arbitrary: dated.map(([startedOn, days, where, endReason]) => ({
        ...base,
        startedOn,
        endedOn: isoDate(snapped(dayNumber(startedOn) + days, where)),
        endReason,
      })),
    },
    {
      weight: 1,
      arbitrary: dated.map(([from, days, where, endReason]) => ({
        ...base,
        endedOn: isoDate(snapped(dayNumber(from) + days, where)),
        endReason,
      })),
    },
    { weight: 1, arbitrary: start.map((startedOn) => ({ ...base, startedOn })) },
    { weight: 1, arbitrary: fc.constant({ ...base, endReason: "never-started" as const }) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom("returned", "expired", "withdrawn")
        .map((endReason) => ({ ...base, endReason })),
    },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

const states: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 7, arbitrary: fc.constantFrom(["ordinary-work"], ["ordinary-work"], ["ordinary-education"], []) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ["cash-assistance"],
      ["practice"],
      ["wage-subsidy"],
      ["fleksjob"],
      ["unemployment-benefit"],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(["ordinary-work", "cash-assistance"], ["ordinary-work", "wage-subsidy"]),
  },
  { weight: 1, arbitrary: fc.constantFrom(["dead"], ["emigrated"], ["moved"], ["moved"], ["state-pension"]) },
);

/** How long a state lasts: some days, or to the end of a month some months on, give or take a day. */
const durations: fc.Arbitrary<(from: number) => number> = fc.oneof(
  fc.integer({ min: 1, max: 70 }).map((days) => (from: number) => from + days),
  fc.tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(0, 0, 0, -1, 1)).map(
    ([months, shift]) =>
      (from: number) =>
        Math.max(from + 1, monthsLater(dayNumber(`${isoDate(from).slice(0, 7)}-01`), months) + shift),
  ),
  fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom(0, -1)).map(
    ([months, shift]) =>
      (from: number) =>
        Math.max(from + 1, monthsLater(from, months) + shift),
  ),
);

function spells(referral: number): fc.Arbitrary<RandomLife["spells"]> {
  const some = fc.array(fc.tuple(states, durations), { minLength: 1, maxLength: 14 });
  const segments = fc.oneof({ weight: 19, arbitrary: some }, { weight: 1, arbitrary: fc.constant([]) });
  return fc.tuple(fc.integer({ min: -90, max: 20 }), segments).map(([shift, given]) => {
    const found: { state: string; first: number; last: number }[] = [];
    let day = referral + shift;
    for (const [there, until] of given) {
      const next = until(day);
      for (const state of there) found.push({ state, first: day, last: next - 1 });
      day = next;
    }
    return found.filter(({ first }) => first <= UNTIL);
  });
}

/** Registers as there are some, which state stands in which. */
const REGISTERS: readonly (readonly [name: string, states: readonly string[]])[] = [
  ["wages", ["ordinary-work", "part-time-work", "wage-subsidy", "fleksjob"]],
  ["education", ["ordinary-education", "apprenticeship"]],
  ["benefits", ["cash-assistance", "practice", "unemployment-benefit"]],
  ["residents", ["dead", "emigrated", "moved"]],
  ["pensions", ["state-pension", "disability-pension"]],
];

/** Some of the registers begin later than the evening is away, and some end earlier. */
function registers(asOf: number): fc.Arbitrary<readonly RandomRegister[]> {
  const days = (min: number, max: number): fc.Arbitrary<number | undefined> =>
    fc.option(
      fc.integer({ min, max }).map((shift) => asOf + shift),
      { nil: undefined },
    );
  const register = fc.record({
    place: fc.nat(REGISTERS.length - 1),
    from: days(-700, -300),
    until: days(-250, 50),
  });
  const some = fc
    .uniqueArray(register, { minLength: 1, maxLength: 3, selector: ({ place }) => place })
    .map((each) =>
      each.flatMap(({ place, ...bounds }) =>
        REGISTERS.slice(place, place + 1).map(([name, told]) => ({ name, states: told, ...bounds })),
      ),
    );
  return fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some });
}

/** No register ends before the whole begins. */
function fitting(given: Common): Common {
  const { coveredFrom = -Infinity } = given;
  const known = given.registers.map(({ until, ...register }) => ({
    ...register,
    until: until === undefined ? undefined : Math.max(until, coveredFrom),
  }));
  return { ...given, registers: known };
}

/** What citizens have in common. */
type Common = Pick<RandomLife, "terms" | "coveredFrom" | "registers" | "asOf">;

function livesWith(referral: number, common: Common): fc.Arbitrary<RandomLife> {
  return fc
    .record({
      stratum: fc.constantFrom<Record<string, string>>({ age: "over-30" }, { age: "under-30" }, {}),
      course: courses(referral),
      spells: spells(referral),
    })
    .map((own) => ({ referral, ...own, ...common }));
}

/** How long after a referral someone looks. */
const waits = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 200 }) },
  { weight: 3, arbitrary: fc.integer({ min: 200, max: 600 }) },
);

/** Citizens of one ledger, looked at on the same evening under the same terms. */
export function crowds(most: number, least: number = most): fc.Arbitrary<readonly RandomLife[]> {
  return fc
    .tuple(referrals, waits)
    .chain(([referral, wait]) => {
      const asOf = referral + wait;
      const coveredFrom = fc.integer({ min: -5, max: 150 }).map((shift) => referral + shift);
      return fc.record({
        referral: fc.constant(referral),
        shared: fc
          .record({
            terms,
            coveredFrom: fc.oneof(
              { weight: 6, arbitrary: fc.constant(undefined) },
              { weight: 1, arbitrary: coveredFrom },
            ),
            registers: registers(asOf),
            asOf: fc.constant(asOf),
          })
          .map(fitting),
      });
    })
    .chain(({ referral, shared }) => {
      const others = fc
        .tuple(waits, snap)
        .map(([wait, where]) => Math.min(shared.asOf, snapped(shared.asOf - wait, where)))
        .chain((day) => livesWith(day, shared));
      return fc
        .tuple(livesWith(referral, shared), fc.array(others, { minLength: least - 1, maxLength: most - 1 }))
        .map(([life, more]) => [life, ...more]);
    });
}

/** Any citizen. */
export const lives: fc.Arbitrary<RandomLife> = crowds(1).map(([life]) => {
  if (life === undefined) throw new Error("a crowd has at least one");
  return life;
});

const municipal: StateSelector = { having: ["municipal-support"] };
const selectors = fc.constantFrom<Pick<Criterion, "states" | "without">>(
  { without: municipal },
  { without: { ...municipal, except: ["wage-subsidy"] } },
  { states: { having: ["ordinary-employment", "ordinary-education"] } },
  { states: { states: ["ordinary-work", "fleksjob"], having: ["ordinary-education"] }, without: municipal },
);

const lengths = fc.oneof(
  fc.integer({ min: 1, max: 8 }).map((months) => ({ months })),
  fc.integer({ min: 4, max: 30 }).map((count) => ({ weeks: count })),
  fc.integer({ min: 20, max: 200 }).map((days) => ({ days })),
);

const base = { id: "criterion", name: { da: "kriterium", en: "criterion" }, basis: "contract" } as const;

/** Criteria of calendar months in a window from course end. */
export function byCalendarMonths(
  continuity: Criterion["continuity"],
  dayRule: NonNullable<Criterion["dayRule"]>,
): fc.Arbitrary<Criterion> {
  return fc
    .tuple(selectors, fc.integer({ min: 1, max: 4 }), lengths)
    .map(([days, calendarMonths, length]) => ({
      ...base,
      ...days,
      amount: { calendarMonths },
      continuity,
      dayRule,
      window: { anchor: "course-end", length },
    }));
}

/** Criteria of months from date to date in a window from course end. */
export const byDates: fc.Arbitrary<Criterion> = fc
  .tuple(selectors, fc.integer({ min: 1, max: 4 }), lengths)
  .map(([days, months, length]) => ({
    ...base,
    ...days,
    amount: { months },
    continuity: "consecutive",
    window: { anchor: "course-end", length },
  }));

/** Criteria of a spell that begins within the longest course. */
export const bySpell: fc.Arbitrary<Criterion> = fc
  .tuple(selectors, fc.integer({ min: 1, max: 5 }))
  .map(([days, months]) => ({
    ...base,
    ...days,
    amount: { months },
    continuity: "consecutive",
    window: { anchor: "referral", spellBegins: "within-longest-course" },
  }));
