import type { AllocationRecord, Ledger } from "../../../src/allocation/index.js";
import {
  deriveHistories,
  type Histories,
  type HistoriesOptions,
  type Spell,
} from "../../../src/histories/index.js";
import type {
  Anchor,
  CourseTerms,
  Outcome,
  Criterion,
  Outcomes,
  OutcomesProtocol,
  Course,
} from "../../../src/outcomes/index.js";
import { deriveOutcomes } from "../../../src/outcomes/index.js";

const DIGEST = "0".repeat(64);

/** An entry as a ledger holds it; by default a batch and a block of its own. */
export function entryOf(
  given: Pick<AllocationRecord, "citizen" | "referredOn"> & Partial<AllocationRecord>,
): AllocationRecord {
  const batch = given.batch ?? given.referredOn;
  return {
    type: "allocation",
    sequence: 1,
    date: given.referredOn,
    mode: "live",
    previous: DIGEST,
    digest: DIGEST,
    protocol: DIGEST,
    algorithm: "test",
    batch,
    block: batch,
    stratum: {},
    arm: "supplier",
    basis: "drawn",
    designProbabilities: { municipal: 0.5, supplier: 0.5 },
    drawProbabilities: { municipal: 0.5, supplier: 0.5 },
    ...given,
  };
}

/** A ledger that holds entries; chance and chain play no part in outcomes. */
export function ledgerOf(entries: readonly AllocationRecord[]): Ledger {
  const opening: Ledger["opening"] = {
    type: "opening",
    format: "konkurrencemodel-ledger/1",
    sequence: 0,
    date: "2000-01-01",
    mode: "live",
    previous: DIGEST,
    digest: DIGEST,
    protocol: DIGEST,
    arms: ["municipal", "supplier"],
    allocation: {
      design: { kind: "complete", batch: "iso-week", weights: { municipal: 1, supplier: 1 } },
      strata: [],
      referredAgain: "keep-arm",
    },
    algorithm: "test",
    commitment: DIGEST,
  };
  return {
    kind: "ledger",
    opening,
    head: { size: entries.length + 1, chain: DIGEST, root: DIGEST },
    records: [opening, ...entries],
    entries,
    since: 0,
    amendments: [],
    undrawn: undefined,
    entriesOf: (citizen) => entries.filter((entry) => entry.citizen === citizen),
    checkpoint: () => {
      throw new Error("a made ledger has no checkpoint");
    },
  };
}

export function protocolOf(
  criteria: readonly Criterion[],
  course: CourseTerms = THIRTEEN_WEEKS,
): OutcomesProtocol {
  return {
    digest: DIGEST,
    arms: [
      { id: "municipal", name: "Kommunens egen enhed" },
      { id: "supplier", name: "Leverandøren" },
    ],
    course,
    criteria,
  };
}

export const THIRTEEN_WEEKS: CourseTerms = { lengths: [{ length: { weeks: 13 } }] };

/** Fredericia §2.3.9: 4 consecutive calendar months without municipal support in the 6 months after the course. */
export const withoutSupport: Criterion = {
  id: "without-support",
  name: { da: "uden kommunal forsørgelse", en: "without municipal support" },
  basis: "contract",
  without: { having: ["municipal-support"] },
  amount: { calendarMonths: 4 },
  continuity: "consecutive",
  window: { anchor: "course-end", length: { months: 6 } },
};

/** Fredericia §2.3.9: 12 months in work or education, not necessarily in a row, in the 15 months after the course. */
export const durable: Criterion = {
  id: "durable",
  name: { da: "varigt arbejde", en: "durable work" },
  basis: "contract",
  states: { having: ["ordinary-employment", "ordinary-education"] },
  amount: { calendarMonths: 12 },
  continuity: "cumulative",
  window: { anchor: "course-end", length: { months: 15 } },
};

/** Hillerød §5.6.2.1: one spell of 4 months that begins within 12 + 8 weeks of the referral. */
export const selfSupport: Criterion = {
  id: "self-support",
  name: { da: "selvforsørgelse", en: "self-support" },
  basis: "contract",
  states: { states: ["ordinary-work", "part-time-work", "fleksjob", "ordinary-education"] },
  amount: { months: 4 },
  continuity: "consecutive",
  window: { anchor: "referral", spellBegins: "within-longest-course" },
};

export const TWENTY_WEEKS: CourseTerms = { lengths: [{ length: { weeks: 12 }, extension: { weeks: 8 } }] };

export function historiesOf(spells: readonly Spell[], options: Partial<HistoriesOptions> = {}): Histories {
  return deriveHistories(spells, { observedUntil: "2030-12-31", ...options });
}

/** One citizen `p1`, by default referred on Monday 3 January 2005. */
export interface Story {
  readonly criterion?: Criterion;
  readonly course?: Partial<Course> | undefined;
  readonly terms?: CourseTerms;
  readonly referredOn?: string;
  /** `state, from, to` with an open end as an empty text. */
  readonly spells: readonly (readonly [state: string, from: string, to?: string])[];
  readonly asOf: string;
  readonly observedFrom?: string;
}

/** The outcomes of one citizen. */
export function outcomesFor(story: Story): Outcomes {
  const { referredOn = "2005-01-03", criterion = withoutSupport, observedFrom } = story;
  const spells = story.spells.map(([state, from, to]): Spell => ({
    citizen: "p1",
    state,
    from,
    ...(to === undefined ? {} : { to }),
  }));
  const course = { citizen: "p1", referredOn, deliveredBy: "supplier", ...story.course };
  return deriveOutcomes({
    protocol: protocolOf([criterion], story.terms),
    ledger: ledgerOf([entryOf({ citizen: "p1", referredOn })]),
    courses: story.course === undefined ? [] : [course],
    histories: historiesOf(spells, observedFrom === undefined ? {} : { observedFrom }),
    asOf: story.asOf,
  });
}

/** A day after every window of these stories. */
export const LATER = "2007-12-31";

/** The one outcome of a story. */
export function outcomeOf(story: Story, anchor: Anchor = "contract"): Outcome {
  const outcome = outcomesFor(story).by((story.criterion ?? withoutSupport).id, anchor)[0];
  if (outcome === undefined) throw new Error("one outcome per participant");
  return outcome;
}

/** A course that ended on a day, for someone on cash assistance up to that day. */
export function endedOn(day: string, ...further: Story["spells"]): Story {
  return {
    course: { startedOn: "2005-01-10", endedOn: day, endReason: "period-ended" },
    spells: [["cash-assistance", "2003-06-01", day], ...further],
    asOf: LATER,
  };
}
