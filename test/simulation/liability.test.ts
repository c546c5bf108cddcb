import { describe, expect, it } from "vitest";
import { below, fastStream, formatDay, parseDay, uniform, type RandomStream } from "../../src/core/index.js";
import type { Criterion } from "../../src/outcomes/index.js";
import { expectedPayments, type PaymentPlan } from "../../src/settlement/index.js";
import { criterion, madeOutcomes, type Group } from "../support/outcomes.js";
import { replicates } from "../support/simulation.js";

const LEVEL = 0.9;
const BONUS = 500_000;
const ASOF = parseDay("2006-09-30", "asOf");
const WAYS = replicates(100, 200);

/** What became of somebody by the evening of `asOf`, and whether a bonus is paid afterwards. */
interface Fate {
  readonly group: Group;
  readonly paidLater: boolean;
}

/** Decided on a day as success or failure: known if the day has come. */
function fateOf(
  arm: string,
  referredOn: number,
  on: number,
  isSuccess: boolean,
  course: Group["course"],
): Fate {
  const known = on <= ASOF;
  return {
    paidLater: isSuccess && !known,
    group: {
      arm,
      referredOn: formatDay(referredOn),
      ...(course === undefined ? {} : { course }),
      participation: course?.endedOn === undefined ? "running" : "completed",
      contract: known
        ? { status: isSuccess ? "success" : "failure", certainOn: formatDay(on) }
        : { status: "pending", windowComplete: false },
    },
  };
}

/** Measured from the referral: 45 in 100 succeed, sooner rather than later; the others fail after a year. */
function fromReferral(stream: RandomStream, arm: string, referredOn: number): Fate {
  const isSuccess = uniform(stream) < 0.45;
  const days = isSuccess ? 1 + Math.floor(364 * uniform(stream) ** 1.5) : 365;
  return fateOf(arm, referredOn, referredOn + days, isSuccess, undefined);
}

/** Measured from the course's end: who finds work ends the course early, and half a year later it counts. */
function fromCourse(stream: RandomStream, arm: string, referredOn: number): Fate {
  const startedOn = referredOn + 3 + below(stream, 15);
  const found = uniform(stream) < 0.4;
  const endedOn = startedOn + (found ? 7 + below(stream, 80) : 91);
  const isSuccess = uniform(stream) < (found ? 0.8 : 0.15);
  const on = isSuccess ? endedOn + 122 + below(stream, 60) : endedOn + 5 + below(stream, 178);
  const course = startedOn > ASOF ? undefined : { startedOn: formatDay(startedOn) };
  const fate = fateOf(arm, referredOn, on, isSuccess, {
    ...course,
    ...(endedOn > ASOF ? {} : { endedOn: formatDay(endedOn) }),
  });
  return course === undefined ? { ...fate, group: { ...fate.group, participation: "not-reported" } } : fate;
}

const plan: PaymentPlan = {
  terms: ["municipal", "supplier"].map((arm) => ({ arm, bonuses: [{ criterion: "job", amount: BONUS }] })),
};

/** Whether the interval held what was paid in the end. */
function isCovered(
  seed: string,
  criterionOf: Criterion,
  lifeOf: (stream: RandomStream, arm: string, referredOn: number) => Fate,
  weeks: number,
): boolean {
  const stream = fastStream(seed, "test-liability");
  const fates = Array.from({ length: weeks }, (_, week) => ASOF - 7 * week - 1).flatMap((referredOn) =>
    ["municipal", "supplier", "supplier"].map((arm) => lifeOf(stream, arm, referredOn)),
  );
  const outcomes = madeOutcomes({ groups: fates.map(({ group }) => group), criteria: [criterionOf] });
  const { interval } = expectedPayments(
    { outcomes, payment: plan },
    { seed, times: WAYS, level: LEVEL },
  ).total;
  const paid = BONUS * fates.filter(({ paidLater }) => paidLater).length;
  return interval !== null && interval.lower <= paid && paid <= interval.upper;
}

const referred: Criterion = {
  ...criterion("job"),
  window: { anchor: "referral", length: { months: 12 } },
};

function coverage(
  times: number,
  measured: Criterion,
  lifeOf: (stream: RandomStream, arm: string, referredOn: number) => Fate,
  weeks: number,
): number {
  const seeds = Array.from({ length: times }, (_, index) => `payments-${index}`);
  return seeds.filter((seed) => isCovered(seed, measured, lifeOf, weeks)).length / times;
}

/** Four binomial standard deviations of the level, computed beforehand. */
function bandOf(times: number): number {
  return 4 * Math.sqrt((LEVEL * (1 - LEVEL)) / times);
}

describe("the prediction interval of expected payments", () => {
  it.each([
    ["the referral", referred, fromReferral],
    ["the course's end", criterion("job"), fromCourse],
  ] as const)("holds what is paid as often as it says, measured from %s", (_, measured, lifeOf) => {
    const times = replicates(5, 400);
    const covered = coverage(times, measured, lifeOf, 90);
    expect(covered).toBeGreaterThanOrEqual(LEVEL - bandOf(times) - 0.01);
    // What is paid is a whole number of bonuses, and so are limits: a little more than the level is inside.
    expect(covered).toBeLessThanOrEqual(LEVEL + bandOf(times) + 0.01);
  });

  it("holds it at least as often while nobody has been followed through the window", () => {
    const times = replicates(5, 200);
    expect(coverage(times, referred, fromReferral, 40)).toBeGreaterThanOrEqual(LEVEL - bandOf(times));
  });
});
