import { competitionError } from "../core/index.js";
import { isParsed, rowsOf, type TableInput } from "../tables/index.js";
import { checkCheckpoint, memoryAt } from "./checkpoint.js";
import { procedureOf } from "./designs/table.js";
import { lineDigest } from "./lines.js";
import { rememberCitizen, visitsOf, type Memory, type Rules, type View } from "./memory.js";
import { readRecord } from "./read-line.js";
import { fieldOf } from "./shape.js";
import type { AllocationRecord, AmendmentRecord, LedgerCheckpoint, LedgerRecord } from "./types.js";

/** A ledger to go on with, without its lines. */
export interface LedgerResumption {
  readonly checkpoint: LedgerCheckpoint;
  /**
   * All earlier allocation and amendment lines of the citizens who will be referred, and, where households are
   * drawn, of everyone in their households; then whatever lines were written since the checkpoint, in order.
   */
  readonly entries: TableInput<LedgerRecord>;
  /**
   * Those whose earlier lines were looked up, with or without any. Where it is given, a referral of anyone
   * else is refused with the names (`unknown-past`); else whoever has no line in `entries` is taken as new.
   */
  readonly citizens?: readonly string[];
}

/** What a resumption gives to go on from. */
export interface Resumed {
  /** What errors call the lines. */
  readonly name: string;
  readonly rules: Rules;
  readonly memory: () => Memory;
  /** Earlier lines that are at hand, in order. */
  readonly earlier: readonly (AllocationRecord | AmendmentRecord)[];
  /** Lines since the checkpoint, as they were given. */
  readonly later: readonly LedgerRecord[];
}

/**
 * Takes a checkpoint and the lines that were given with it apart. That the checkpoint is the protocol's, and
 * what the later lines say, is the audit's affair.
 *
 * @throws CompetitionError `impossible-checkpoint`, `changed-checkpoint`; `malformed`, `broken-chain`,
 * `misplaced-entry`, `missing-entries` for the earlier lines.
 */
export function resumed({ checkpoint, entries }: LedgerResumption): Resumed {
  checkCheckpoint(checkpoint);
  const { opening, head } = checkpoint;
  const rules = { opening, procedure: procedureOf(opening.allocation, opening.arms) };
  const name = isParsed(entries) ? entries.source.name : "entries";
  const lines = rowsOf(entries);
  const earlier = lines
    .filter((line) => isEarlier(line, head.size))
    .map((line) => checkedLine(line, checkpoint, name))
    .toSorted((a, b) => a.sequence - b.sequence);
  const memory = (): Memory => {
    const seen = memoryAt(checkpoint, rules);
    for (const line of earlier) rememberCitizen(seen, rules, line, line.sequence);
    return seen;
  };
  checkWhole(earlier, { ...rules, memory: memory(), size: head.size }, name);
  return { name, rules, memory, earlier, later: lines.filter((line) => !isEarlier(line, head.size)) };
}

/** Lines that can't be read at all are left to the audit, which names what is wrong with them. */
function isEarlier(line: unknown, size: number): boolean {
  return Number(fieldOf(line, "sequence")) < size;
}

function checkedLine(
  line: LedgerRecord,
  { opening, head }: LedgerCheckpoint,
  name: string,
): AllocationRecord | AmendmentRecord {
  const { record, problems } = readRecord(line);
  const path = `${name}, sequence ${String(fieldOf(line, "sequence"))}`;
  const [problem] = problems;
  if (record === undefined) {
    throw competitionError({
      code: problem?.code ?? "malformed",
      path: `${path}, ${problem?.field}`,
      received: problem?.received,
      expected: problem?.expected ?? "a line of a ledger",
    });
  }
  if (record.digest !== lineDigest(record)) {
    throw competitionError({
      code: "broken-chain",
      path: `${path}, digest`,
      received: record.digest,
      expected: lineDigest(record),
    });
  }
  const own =
    record.type === "amendment" || (record.type === "allocation" && record.protocol === opening.protocol);
  if (own && record.mode === opening.mode) return record as AllocationRecord | AmendmentRecord;
  throw competitionError({
    code: "misplaced-entry",
    path,
    received: record.type,
    expected: `an allocation or amendment line of the ledger before line ${head.size + 1}`,
  });
}

/** Whoever has a further entry must have the first one too; and no line may stand there twice. */
function checkWhole(lines: readonly (AllocationRecord | AmendmentRecord)[], view: View, name: string): void {
  for (const [index, line] of lines.entries()) {
    if (line.sequence === lines[index - 1]?.sequence) {
      throw competitionError({
        code: "misplaced-entry",
        path: name,
        received: `two lines of sequence ${line.sequence}`,
        expected: "each line once",
      });
    }
  }
  const lacking = lines.filter(
    (line) =>
      line.type === "allocation" &&
      (line.first ?? line.sequence) !== visitsOf(view, line.citizen)[0]?.sequence,
  );
  if (lacking.length === 0) return;
  throw competitionError({
    code: "missing-entries",
    path: name,
    received: `not the first entry of ${[...new Set(lacking.map(({ citizen }) => citizen))].join(", ")}`,
    expected: "all earlier entries of each citizen",
  });
}

/**
 * Refuses referrals of citizens whose past wasn't looked up.
 *
 * @throws CompetitionError `unknown-past`, naming them.
 */
export function checkPast(
  known: ReadonlySet<string> | undefined,
  citizens: readonly string[],
  path: string,
): void {
  const unknown = known === undefined ? [] : [...new Set(citizens)].filter((citizen) => !known.has(citizen));
  if (unknown.length === 0) return;
  throw competitionError({
    code: "unknown-past",
    path,
    received: unknown.join(", "),
    expected: "citizens whose earlier lines were looked up for openLedger",
    hint: "Give their earlier entries, if they have any, and their names in citizens.",
  });
}
