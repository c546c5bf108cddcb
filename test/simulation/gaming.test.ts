import { describe, expect, it } from "vitest";
import {
  addMonths,
  below,
  fastStream,
  formatDay,
  parseDay,
  uniform,
  weekdayOf,
  type Day,
  type RandomStream,
} from "../../src/core/index.js";
import type { Spell } from "../../src/histories/index.js";
import { deriveOutcomes, type Course, type Outcomes } from "../../src/outcomes/index.js";
import { gamingSigns, type GamingSigns } from "../../src/settlement/index.js";
import {
  entryOf,
  historiesOf,
  ledgerOf,
  protocolOf,
  selfSupport,
  TWENTY_WEEKS,
} from "../support/lives/world.js";
import { replicates } from "../support/simulation.js";

const FIRST = parseDay("2005-01-03", "first");
const OBSERVED_UNTIL = "2006-12-31";
const PER_ARM = 120;

/** Whether someone's job ends soon after the day on which it counts, in a world where it doesn't end by itself. */
type EndsSoon = (stream: RandomStream, arm: string) => boolean;

interface Life {
  readonly spells: readonly Spell[];
  readonly course: Course;
}

/** The first working day from a day on. */
function workingDay(day: Day): Day {
  return weekdayOf(day) <= 5 ? day : workingDay(day + 1);
}

/** A citizen's course, and a job that ends on any day with the same chance, whatever the arm. */
function lifeOf(stream: RandomStream, citizen: string, arm: string, referred: Day, endsSoon: EndsSoon): Life {
  const referredOn = formatDay(referred);
  const chance = uniform(stream);
  const startedOn = formatDay(workingDay(referred + 1 + below(stream, 21)));
  const begun = { citizen, referredOn, deliveredBy: arm, startedOn };
  const endedOn = formatDay(referred + 40);
  const course: Course =
    chance < 0.08
      ? { citizen, referredOn, deliveredBy: arm, endReason: "never-started" }
      : { ...begun, endedOn, endReason: chance < 0.2 ? "returned" : chance < 0.3 ? "withdrawn" : "work" };
  const from = referred + 20 + below(stream, 60);
  const counts = addMonths(from, 4);
  const lasts = Math.ceil(Math.log(1 - uniform(stream)) / Math.log(1 - 1 / 200));
  const to = endsSoon(stream, arm) ? counts + below(stream, 20) : from + lasts;
  return { course, spells: [{ citizen, state: "ordinary-work", from: formatDay(from), to: formatDay(to) }] };
}

function worldOf(seed: string, endsSoon: EndsSoon): Outcomes {
  const stream = fastStream(seed, "test-gaming");
  const citizens = Array.from({ length: 2 * PER_ARM }, (_, index) => {
    const citizen = `p${index}`;
    const arm = index % 2 === 0 ? "municipal" : "supplier";
    const referred = FIRST + 7 * Math.floor(index / 8);
    const stratum = { ageGroup: uniform(stream) < 0.4 ? "under-30" : "over-30" };
    const entry = entryOf({ citizen, arm, referredOn: formatDay(referred), sequence: index + 1, stratum });
    return { entry, life: lifeOf(stream, citizen, arm, referred, endsSoon) };
  });
  return deriveOutcomes({
    protocol: protocolOf([selfSupport], TWENTY_WEEKS),
    ledger: ledgerOf(citizens.map(({ entry }) => entry)),
    courses: citizens.map(({ life }) => life.course),
    histories: historiesOf(
      citizens.flatMap(({ life }) => life.spells),
      { observedUntil: OBSERVED_UNTIL },
    ),
    asOf: OBSERVED_UNTIL,
  });
}

function signsOf(seed: string, endsSoon: EndsSoon): GamingSigns {
  return gamingSigns(worldOf(seed, endsSoon), undefined, { deadline: { days: 16 } });
}

/** Whether an arm's ends just after the threshold are pointed out. */
function isFound({ signs }: GamingSigns, arm: string): boolean {
  return signs.some((sign) => sign.code === "ends-after-threshold" && sign.arm === arm && sign.isWorthALook);
}

describe("the signs of gaming", () => {
  it("point out something in at most one of twenty worlds where nothing is going on", () => {
    // Acceptance band: 5 % and four binomial standard deviations above, computed beforehand; exact tests may be below.
    const worlds = replicates(12, 1500);
    const most = 0.05 + 4 * Math.sqrt((0.05 * 0.95) / worlds);
    const found = Array.from({ length: worlds }, (_, world) => signsOf(`fair-${world}`, () => false));
    const flagged = found.filter(({ signs }) => signs.some(({ isWorthALook }) => isWorthALook));
    expect(flagged.length / worlds).toBeLessThan(most);
    // The tests are there: ends of both arms and between them, starts, returns and exclusions.
    expect(found.every(({ tested }) => tested >= 8)).toBe(true);
  });

  it("find jobs that a supplier lets end when they have counted, and leave the other arm alone", () => {
    const worlds = replicates(4, 200);
    const found = Array.from({ length: worlds }, (_, world) =>
      signsOf(`soon-${world}`, (stream, arm) => arm === "supplier" && uniform(stream) < 0.5),
    );
    expect(found.filter((signs) => isFound(signs, "supplier")).length / worlds).toBeGreaterThan(0.8);
    expect(found.filter((signs) => isFound(signs, "municipal")).length / worlds).toBeLessThan(0.2);
  });
});
