import { requireList, requireObjects } from "../core/index.js";
import { sampleRatioTest } from "../inference/index.js";
import type { Participant } from "../outcomes/index.js";
import { wasDrawn } from "./drawn.js";

/** How many each arm got, and how many the draw's probabilities give it. */
export interface SampleRatio {
  /** What was drawn as one, and is counted once. */
  readonly unit: "citizen" | "household";
  readonly arms: readonly { readonly arm: string; readonly count: number; readonly expected: number }[];
  /** Of so large a difference or a larger one, if each had been drawn by itself with its probabilities. */
  readonly pValue: number;
}

/**
 * Do the numbers of the arms fit the probabilities that the ledger has for each draw? Of those between whom chance
 * decided, households counted once; nothing where there are none.
 *
 * @param arms Ids, in the order of the result.
 */
export function sampleRatio(
  participants: readonly Participant[],
  arms: readonly string[],
): SampleRatio | undefined {
  requireObjects("sampleRatio.participants", participants, {
    expected: "a list of participants",
    hint: "Write sampleRatio(outcomes.participants, arms).",
  });
  requireList("sampleRatio.arms", arms, { expected: "a list of ids of arms" });
  const units = new Map(
    participants
      .filter(wasDrawn)
      .map((participant) => [participant.household ?? `citizen ${participant.citizen}`, participant]),
  );
  const drawn = [...units.values()];
  if (drawn.length === 0) return undefined;
  const counts = arms.map((arm) => drawn.filter((participant) => participant.arm === arm).length);
  const expected = arms.map((arm) =>
    drawn.reduce((total, { designProbabilities }) => total + (designProbabilities[arm] ?? 0), 0),
  );
  return {
    unit: drawn.some(({ household }) => household !== undefined) ? "household" : "citizen",
    arms: arms.map((arm, index) => ({ arm, count: counts[index] ?? 0, expected: expected[index] ?? 0 })),
    pValue: sampleRatioTest(counts, expected).pValue,
  };
}

/** Below this p-value the numbers of the arms don't fit the draw: once in a thousand years of honest draws. */
export const MISMATCH = 0.001;
