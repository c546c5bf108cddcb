import { competitionError, digestOfValue } from "../core/index.js";
import { headShape } from "./head.js";
import { canonicalCopy } from "./lines.js";
import { emptyMemory, type Memory, type Rules, type View } from "./memory.js";
import type { Peaks } from "./merkle.js";
import { countersShape, type QuotaCounters } from "./quotas/index.js";
import { openingShape } from "./record-shapes.js";
import {
  digest,
  isoDate,
  listOf,
  literal,
  malformed,
  object,
  recordOf,
  text,
  wholeNumber,
  type Shape,
} from "./shape.js";
import { stratumKey } from "./strata.js";
import type { LedgerCheckpoint, LedgerHead, Levels } from "./types.js";

/** All that the next draws depend on, but who was seen; of a ledger without a roster that waits. */
export function checkpointOf(
  { opening, memory }: View,
  head: LedgerHead,
  peaks: Readonly<Peaks>,
): LedgerCheckpoint {
  const body: Omit<LedgerCheckpoint, "digest"> = {
    kind: "checkpoint",
    format: "konkurrencemodel-checkpoint/1",
    opening,
    head,
    peaks: peaks.map((peak) => peak ?? null),
    stands: Array.from(memory.stands, ([stratum, { drawn, aside, turn }]) => ({
      stratum: JSON.parse(stratum) as Levels,
      drawn,
      aside,
      turn: turn.stand,
    })),
    rosters: Object.fromEntries(memory.rosters),
    ...(memory.writtenOn === opening.date ? {} : { writtenOn: memory.writtenOn }),
    ...(memory.counters === undefined ? {} : { counters: memory.counters }),
  };
  return canonicalCopy({ ...body, digest: digestOfValue(body) });
}

const peak: Shape = (value, field) => (value === null ? [] : digest(value, field));
const anyJson: Shape = (value, field) =>
  value === undefined ? [malformed(field, value, "what the design remembers")] : [];

const checkpointShape = object(
  {
    kind: literal("checkpoint"),
    format: literal("konkurrencemodel-checkpoint/1"),
    opening: openingShape,
    head: headShape,
    peaks: listOf(peak, 1),
    stands: listOf(
      object({
        stratum: recordOf(text),
        drawn: wholeNumber(0),
        aside: wholeNumber(0),
        turn: anyJson,
      }),
    ),
    rosters: recordOf(wholeNumber(1)),
    digest,
  },
  { counters: countersShape, writtenOn: isoDate },
);

/**
 * Makes sure that a checkpoint is whole.
 *
 * @throws CompetitionError `impossible-checkpoint`, `changed-checkpoint`.
 */
export function checkCheckpoint(checkpoint: LedgerCheckpoint): void {
  const [problem] = checkpointShape(checkpoint, "checkpoint");
  if (problem !== undefined) {
    const { field, received, expected } = problem;
    throw competitionError({
      code: "impossible-checkpoint",
      path: field,
      received,
      expected,
      hint: REMEDY,
    });
  }
  const own = digestOfValue({ ...checkpoint, digest: undefined });
  if (checkpoint.digest === own) return;
  throw competitionError({
    code: "changed-checkpoint",
    path: "checkpoint.digest",
    received: checkpoint.digest,
    expected: own,
    hint: REMEDY,
  });
}

const REMEDY = "Open the whole ledger with openLedger(protocol, records) and take a new checkpoint.";

/**
 * What is remembered of the lines before a checkpoint, but who was seen.
 *
 * @throws CompetitionError `impossible-checkpoint` where the design can't have stood so.
 */
export function memoryAt(
  { opening, stands, rosters, writtenOn, counters }: LedgerCheckpoint,
  { procedure }: Rules,
): Memory {
  const memory = emptyMemory();
  memory.writtenOn = writtenOn ?? opening.date;
  for (const [index, { stratum, drawn, aside, turn }] of stands.entries()) {
    const own = procedure.draws === "single" ? procedure.turnAt(turn) : undefined;
    if (own === undefined) throw strangeStand(index, turn, procedure.algorithm);
    memory.stands.set(stratumKey(stratum), { turn: own, drawn, aside, opened: {} });
  }
  for (const [week, number] of Object.entries(rosters)) memory.rosters.set(week, number);
  memory.counters = counters as QuotaCounters | undefined;
  return memory;
}

function strangeStand(index: number, turn: unknown, algorithm: string): Error {
  return competitionError({
    code: "impossible-checkpoint",
    path: `checkpoint.stands[${index}].turn`,
    received: turn,
    expected: `where ${algorithm} can stand`,
    hint: REMEDY,
  });
}
