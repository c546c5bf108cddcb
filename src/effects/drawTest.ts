import { group } from "d3-array";
import { referenceSet, type AllocationPlan, type ReferenceSet } from "../allocation/index.js";
import type { Notice } from "../core/index.js";
import {
  randomizationTest,
  referenceTest,
  type RandomizationBlock,
  type TestResult,
} from "../inference/index.js";
import type { CohortMember, Outcomes } from "../outcomes/index.js";
import { householdCounts, shareHouseholds } from "./households.js";
import type { PairBlock } from "./pair.js";
import type { Replay } from "./types.js";

/** The two arms of a comparison. */
export interface Pair {
  readonly arm: string;
  readonly reference: string;
}

/** A test by the draw alone, or the reason why there is none. */
export interface DrawTest {
  readonly test: TestResult | null;
  readonly notices: readonly Notice[];
}

/**
 * Could the draw alone have made the arms differ so much, if nobody's outcome depends on the arm?
 *
 * Given how many of a block came into each arm, complete randomization, simple randomization and permuted
 * blocks of one size make every way to divide the block equally likely: the p-value is exact, by
 * convolution. For the other designs, and where quotas stood in the way of single draws, the recorded
 * procedure is run again (`replay`), on the known outcomes' difference in means. Alternation, and what else
 * leaves next to nothing to chance, has no such test.
 */
export function testByDraw(
  members: readonly CohortMember[],
  blocks: readonly PairBlock[],
  pair: Pair,
  { ledger }: Outcomes,
  replayed: ReferenceSet | undefined,
): DrawTest {
  const { allocation, algorithm } = ledger.opening;
  if (isPredictable(allocation)) return without("randomization-test-refused", pair, algorithm);
  if (isUniformWithinBlocks(allocation)) {
    const test = randomizationTest(
      shareHouseholds(members) ? householdBlocks(members, pair) : countBlocks(blocks),
    );
    return { test, notices: [] };
  }
  // A replay moves citizens to a third arm, of whose outcome there nothing is known.
  if (ledger.opening.arms.length > 2) return without("randomization-test-needs-two-arms", pair, algorithm);
  return replayed === undefined
    ? without("randomization-test-needs-replay", pair, algorithm)
    : { test: replayTest(members, pair, replayed), notices: [] };
}

/** The draws that a ledger's procedure could have made, where a comparison asks for them and its design needs them. */
export function replayOf({ ledger }: Outcomes, replay: Replay | undefined): ReferenceSet | undefined {
  const { allocation } = ledger.opening;
  const { arms } = ledger.opening;
  if (replay === undefined || arms.length > 2) return undefined;
  if (isPredictable(allocation) || isUniformWithinBlocks(allocation)) return undefined;
  return referenceSet(ledger, replay);
}

/** That replays were asked for where the test is exact without them. */
export function replayNotices({ ledger }: Outcomes, replay: Replay | undefined): readonly Notice[] {
  const { allocation, algorithm } = ledger.opening;
  if (replay === undefined || isPredictable(allocation) || !isUniformWithinBlocks(allocation)) return [];
  return [{ code: "replay-not-used", severity: "info", algorithm }];
}

function isPredictable({ design }: AllocationPlan): boolean {
  return (
    design.kind === "alternation" ||
    (design.kind === "minimization" && design.preference === 1) ||
    (design.kind === "biased-coin" && design.bias === 1)
  );
}

/** Whether every way to divide a block is equally likely, given how many of it came into each arm. */
export function isUniformWithinBlocks({ design, quotas = [] }: AllocationPlan): boolean {
  if (design.kind === "complete") return true;
  if (quotas.length > 0) return false; // who met a closed arm depends on the draws before
  return design.kind === "simple" || (design.kind === "permuted-block" && design.sizes.length === 1);
}

function countBlocks(blocks: readonly PairBlock[]): readonly RandomizationBlock[] {
  return blocks.map(({ comparator, reference }) => ({ comparator, reference }));
}

/** Households that were drawn alike: of a block, those of one size. */
function householdBlocks(
  members: readonly CohortMember[],
  { arm, reference }: Pair,
): readonly RandomizationBlock[] {
  const sizes = new Map<string, number>();
  for (const { participant } of members) {
    const { household } = participant;
    if (household !== undefined) sizes.set(household, (sizes.get(household) ?? 0) + 1);
  }
  const alike = group(members, ({ participant: { block, household } }) =>
    JSON.stringify([block, household === undefined ? 1 : sizes.get(household)]),
  );
  return Array.from(alike.values(), (block) => ({
    comparator: householdCounts(block.filter(({ participant }) => participant.arm === arm)),
    reference: householdCounts(block.filter(({ participant }) => participant.arm === reference)),
  }));
}

function replayTest(
  members: readonly CohortMember[],
  { arm, reference }: Pair,
  set: ReferenceSet,
): TestResult {
  const known = members.filter(({ standing }) => standing === "success" || standing === "failure");
  const columns = new Map(set.sequences.map((sequence, column) => [sequence, column]));
  const places = known.map(({ participant }) => columns.get(participant.sequence) ?? 0);
  const width = set.sequences.length;
  const draws = new Uint8Array(set.times * places.length);
  for (let row = 0; row < set.times; row++) {
    for (let i = 0; i < places.length; i++) {
      draws[row * places.length + i] = set.draws[row * width + (places[i] ?? 0)] ?? 0;
    }
  }
  return referenceTest({
    response: known.map(({ standing }) => (standing === "success" ? 1 : 0)),
    observed: places.map((place) => set.observed[place] ?? 0),
    referenceSet: { draws, times: set.times, exact: set.exact, weights: set.weights },
    comparator: set.arms.indexOf(arm),
    reference: set.arms.indexOf(reference),
  });
}

function without(code: string, { arm, reference }: Pair, algorithm: string): DrawTest {
  return { test: null, notices: [{ code, severity: "info", arm, reference, algorithm }] };
}
