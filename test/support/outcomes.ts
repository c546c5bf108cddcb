import * as fc from "fast-check";
import type { AllocationRecord, Arm, Design, Ledger } from "../../src/allocation/index.js";
import type {
  Course,
  Criterion,
  FollowedReferral,
  Outcome,
  OutcomeReason,
  Outcomes,
  OutcomeStatus,
  Participant,
} from "../../src/outcomes/index.js";

/** What of an outcome may be another than the group's own. */
type ContractOutcome = Partial<
  Pick<
    Outcome,
    | "status"
    | "reason"
    | "windowComplete"
    | "windowTo"
    | "reachedOn"
    | "certainOn"
    | "degree"
    | "degreeCertainOn"
    | "payableOn"
  >
>;

/** Some citizens who are alike in everything that a comparison looks at. */
export interface Group {
  readonly arm: string;
  /** How many of them; 1 by default. */
  readonly count?: number;
  /** `block-1` by default; a batch of its own. */
  readonly block?: string;
  /** 2005-01-03 by default. */
  readonly referredOn?: string;
  /** True by default. */
  readonly mature?: boolean;
  /** Measured from the referral; `failure` by default. */
  readonly status?: OutcomeStatus;
  /** By the contract; the same status with a complete window by default. */
  readonly contract?: ContractOutcome;
  /** The same where one criterion's is another than the others'. */
  readonly contracts?: Readonly<Record<string, ContractOutcome>>;
  /** The same for every arm by default. */
  readonly probabilities?: Readonly<Record<string, number>>;
  readonly participation?: Participant["participation"];
  /** Delivered by the arm itself unless something else is said. */
  readonly course?: Partial<Omit<Course, "citizen" | "referredOn">>;
  /** Levels of the strata that they were drawn in. */
  readonly stratum?: Readonly<Record<string, string>>;
  /** All of them are of this household. */
  readonly household?: string;
  /** Entries in the ledger; 1 by default, and one for each in `again`. */
  readonly referrals?: number;
  /** Further referrals of each of them, with their courses, if they have one; in the same arm by default. */
  readonly again?: readonly {
    readonly arm?: string;
    readonly referredOn: string;
    readonly participation?: Participant["participation"];
    readonly course?: Group["course"];
  }[];
}

/** A competition in a few words. */
export interface Description {
  readonly groups: readonly Group[];
  readonly arms?: readonly Arm[];
  readonly criteria?: readonly Criterion[];
  readonly design?: Design;
  /** 2006-09-30 by default. */
  readonly asOf?: string;
}

export const TWO_ARMS: readonly Arm[] = [
  { id: "municipal", name: "Egen enhed" },
  { id: "supplier", name: "Leverandøren" },
];

export function criterion(id: string, basis: Criterion["basis"] = "contract"): Criterion {
  return {
    id,
    name: { da: `kriteriet ${id}`, en: `the criterion ${id}` },
    basis,
    states: { having: ["ordinary-employment"] },
    amount: { calendarMonths: 4 },
    continuity: "consecutive",
    window: { anchor: "course-end", length: { months: 6 } },
  };
}

/**
 * An `Outcomes` value made of groups of alike citizens, named c1, c2, … in their order. Every
 * criterion has the same outcomes. Nothing of it was derived: no history, no chained ledger.
 */
export function madeOutcomes({
  groups,
  arms = TWO_ARMS,
  criteria = [criterion("job")],
  design = {
    kind: "complete",
    batch: "iso-week",
    weights: Object.fromEntries(arms.map(({ id }) => [id, 1])),
  },
  asOf = "2006-09-30",
}: Description): Outcomes {
  const citizens = groups.flatMap((group) => Array.from({ length: group.count ?? 1 }, () => group));
  const even = Object.fromEntries(arms.map(({ id }) => [id, 1 / arms.length]));
  const participants = citizens.map((group, index) => participantOf(group, index, even));
  const by = (id: string, anchor: Outcome["anchor"]): readonly Outcome[] =>
    citizens.map((group, index) => outcomeFor(group, index, id, anchor));
  return {
    kind: "outcomes",
    asOf,
    observedUntil: asOf,
    protocol: { digest: "d".repeat(64), arms, course: { lengths: [{ length: { weeks: 13 } }] }, criteria },
    ledger: ledgerOf(participants, arms, design),
    histories: {
      kind: "histories",
      states: {},
      observedUntil: "2006-09-30",
      coverage: [],
      size: 0,
      of: () => undefined,
      columns: () => ({
        citizens: () => [],
        everyoneListed: false,
        numberOf: () => undefined,
        stateNames: [],
        bounds: new Int32Array(1),
        state: new Int32Array(0),
        start: new Int32Array(0),
        end: new Int32Array(0),
      }),
      notices: [],
      provenance: { version: "0", operation: "made", options: {}, inputs: {} },
    },
    participants,
    furtherReferrals: furtherOf(citizens),
    longestCourse: [{ weeks: 13 }],
    matureThrough: Object.fromEntries(criteria.map(({ id }) => [id, "2005-12-31"])),
    measuredAsOf: Object.fromEntries(criteria.map(({ id }) => [id, "2006-09-30"])),
    by,
    toRows: () => criteria.flatMap(({ id }) => [...by(id, "contract"), ...by(id, "referral")]),
    notices: [],
    provenance: { version: "0", operation: "madeOutcomes", options: {}, inputs: {} },
  };
}

function outcomeFor(group: Group, index: number, id: string, anchor: Outcome["anchor"]): Outcome {
  const { arm, status = "failure", mature = true, contract = {}, contracts = {} } = group;
  return {
    citizen: `c${index + 1}`,
    sequence: index + 1,
    arm,
    criterion: id,
    anchor,
    status,
    reason: REASONS[status],
    mature,
    windowComplete: mature,
    windowFrom: "2005-05-01",
    windowTo: "2005-10-31",
    ...(anchor === "contract" ? { ...contract, ...contracts[id] } : {}),
  };
}

const REASONS: Readonly<Record<OutcomeStatus, OutcomeReason>> = {
  success: "amount-reached",
  failure: "amount-out-of-reach",
  pending: "window-open",
  unknown: "left-observation",
};

function participantOf(group: Group, index: number, even: Readonly<Record<string, number>>): Participant {
  const { arm, block = "block-1", referredOn = "2005-01-03", course } = group;
  const citizen = `c${index + 1}`;
  return {
    citizen,
    sequence: index + 1,
    arm,
    referredOn,
    batch: block,
    block,
    stratum: group.stratum ?? {},
    ...(group.household === undefined ? {} : { household: group.household }),
    designProbabilities: group.probabilities ?? even,
    referrals: group.referrals ?? 1 + (group.again ?? []).length,
    ...(course === undefined ? {} : { course: { citizen, referredOn, deliveredBy: arm, ...course } }),
    participation: group.participation ?? "completed",
    hasHistory: true,
  };
}

/** Further referrals, numbered on from the participants. */
function furtherOf(citizens: readonly Group[]): readonly FollowedReferral[] {
  return citizens
    .flatMap(({ again = [], ...group }, index) =>
      again.map((each): Omit<FollowedReferral, "sequence"> => {
        const { arm = group.arm, referredOn, participation = "completed", course } = each;
        const citizen = `c${index + 1}`;
        const delivered =
          course === undefined ? {} : { course: { citizen, referredOn, deliveredBy: arm, ...course } };
        return { citizen, arm, referredOn, stratum: group.stratum ?? {}, participation, ...delivered };
      }),
    )
    .map((each, index): FollowedReferral => ({ ...each, sequence: citizens.length + index + 1 }));
}

function ledgerOf(participants: readonly Participant[], arms: readonly Arm[], design: Design): Ledger {
  const line = {
    date: "2005-01-03",
    mode: "test",
    previous: "0".repeat(64),
    digest: "0".repeat(64),
  } as const;
  const entries = participants.map((participant): AllocationRecord => {
    const { citizen, sequence, arm, referredOn, batch, block, stratum, designProbabilities } = participant;
    return {
      ...line,
      type: "allocation",
      protocol: "d".repeat(64),
      algorithm: "made",
      citizen,
      sequence,
      arm,
      referredOn,
      batch,
      block,
      stratum,
      basis: "drawn",
      designProbabilities,
      drawProbabilities: designProbabilities,
    };
  });
  const strata = [...new Set(participants.flatMap(({ stratum }) => Object.keys(stratum)))];
  const opening = {
    ...line,
    type: "opening",
    sequence: 0,
    format: "konkurrencemodel-ledger/1",
    protocol: "d".repeat(64),
    arms: arms.map(({ id }) => id),
    allocation: { design, strata, referredAgain: "keep-arm" },
    algorithm: "made",
    commitment: "c".repeat(64),
  } as const;
  return {
    kind: "ledger",
    opening,
    head: { size: entries.length + 1, chain: "0".repeat(64), root: "0".repeat(64) },
    since: 0,
    records: [opening, ...entries],
    entries,
    amendments: [],
    undrawn: undefined,
    entriesOf: (citizen) => entries.filter((entry) => entry.citizen === citizen),
    checkpoint: () => {
      throw new Error("a made ledger has no checkpoint");
    },
  };
}

/** Any competition of two arms: what may happen to citizens, in any mixture. */
export const arbitraryGroups: fc.Arbitrary<readonly Group[]> = fc.array(
  fc.record({
    arm: fc.constantFrom("municipal", "supplier"),
    count: fc.integer({ min: 1, max: 8 }),
    block: fc.constantFrom("block-1", "block-2", "block-3", "block-4"),
    mature: fc.boolean(),
    status: fc.constantFrom("success", "failure", "unknown", "pending"),
    probabilities: fc.constantFrom(
      { municipal: 0.5, supplier: 0.5 },
      { municipal: 0.25, supplier: 0.75 },
      { municipal: 1, supplier: 0 },
      { municipal: 0, supplier: 1 },
    ),
    participation: fc.constantFrom("completed", "returned", "never-started", "not-reported"),
    referrals: fc.integer({ min: 1, max: 3 }),
  }),
  { maxLength: 40 },
);
