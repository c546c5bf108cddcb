import type { Day, RandomStream } from "../core/index.js";
import { between, chance, pick } from "./chance.js";

/** Days in one state, half-open; `end` absent while it goes on. */
export interface Stay {
  readonly state: string;
  readonly start: Day;
  readonly end?: Day;
}

/** What someone's life after the referral depends on. */
export interface LifeConditions {
  readonly referredOn: Day;
  /** Weekly chance of leaving cash assistance in percent of the usual one, while the course can work. */
  readonly pace: number;
  /** The same at any time, by the group that someone is of. */
  readonly groupPace: number;
  /** First day after the longest permitted course. */
  readonly courseLimit: Day;
  /** First day that is not simulated any more. */
  readonly until: Day;
}

/** Chance per week of leaving cash assistance, in ten thousandths, by distance to the labor market. */
const LEAVING: Readonly<Record<string, number>> = { near: 850, middle: 420, far: 110 };
const DISTANCE: Readonly<Record<string, number>> = { near: 30, middle: 45, far: 25 };

/** Where someone goes who leaves cash assistance; `none` is living on own means. */
const DESTINATION: Readonly<Record<string, number>> = {
  "ordinary-work": 560,
  "part-time-work": 70,
  "wage-subsidy": 90,
  "ordinary-education": 95,
  "apprenticeship": 15,
  "unemployment-benefit": 25,
  "other-state": 25,
  "none": 60,
  "moved": 28,
  "emigrated": 8,
  "dead": 5,
  "disability-pension": 19,
};

/** Chance per week of falling back to cash assistance, in ten thousandths; the rest is for good. */
const FALLING_BACK: Readonly<Record<string, number>> = {
  "ordinary-work": 110,
  "part-time-work": 160,
  "ordinary-education": 70,
  "apprenticeship": 50,
  "unemployment-benefit": 90,
  "other-state": 120,
  "none": 180,
};

const WAGE_SUBSIDY_DAYS = 26 * 7;

/**
 * One citizen's states from a little before the referral: on cash assistance, out of it, perhaps
 * back again, week by week, until the horizon or for good.
 */
export function simulateLife(stream: RandomStream, conditions: LifeConditions): readonly Stay[] {
  const leaving = Math.floor(((LEAVING[pick(stream, DISTANCE)] ?? 0) * conditions.groupPace) / 100);
  const stays: Stay[] = [];
  let state = "cash-assistance";
  let start = conditions.referredOn - between(stream, 3, 75);
  while (start < conditions.until) {
    const end = endOf(stream, state, Math.max(start, conditions.referredOn), leaving, conditions);
    if (state !== "none") stays.push(end < conditions.until ? { state, start, end } : { state, start });
    if (state === "part-time-work" && chance(stream, 4000)) {
      // The municipality tops the wage up: two states on the same days.
      stays.push(
        end < conditions.until
          ? { state: "cash-assistance", start, end }
          : { state: "cash-assistance", start },
      );
    }
    state = next(stream, state);
    start = end;
  }
  return stays;
}

function endOf(
  stream: RandomStream,
  state: string,
  from: Day,
  leaving: number,
  conditions: LifeConditions,
): Day {
  if (state === "wage-subsidy") return from + WAGE_SUBSIDY_DAYS;
  const usual = state === "cash-assistance" ? leaving : FALLING_BACK[state];
  if (usual === undefined) return conditions.until; // moved, emigrated, dead, pensioned
  for (let week = from; week < conditions.until; week += 7) {
    const paced = state === "cash-assistance" && week < conditions.courseLimit;
    const rate = paced ? Math.floor((usual * conditions.pace) / 100) : usual;
    if (chance(stream, rate)) return week + between(stream, 1, 7);
  }
  return conditions.until;
}

function next(stream: RandomStream, state: string): string {
  if (state === "cash-assistance") return pick(stream, DESTINATION);
  if (state === "wage-subsidy") return chance(stream, 5500) ? "ordinary-work" : "cash-assistance";
  return chance(stream, 600) ? "sickness-benefit" : "cash-assistance";
}
