import { canonicalJson, isCompetitionError } from "../core/index.js";
import { batchOdds, drawBatch, drawnByStratum, shareOf, type Batch } from "./batch-draw.js";
import type { Drawn } from "./designs/procedure.js";
import { procedureOf } from "./designs/table.js";
import { drawSingle, entryFacts, singleOdds, type EntryFacts } from "./entry.js";
import type { Key } from "./key.js";
import type { View } from "./memory.js";
import { armsOf } from "./plan.js";
import { isRepeated, rosterFacts } from "./roster.js";
import { fieldOf } from "./shape.js";
import type {
  AllocationProtocol,
  AllocationRecord,
  LedgerFinding,
  OpeningRecord,
  RosterRecord,
  RosterReferral,
} from "./types.js";

/** A roster while its entries are read. */
export interface OpenBatch extends Batch {
  /** Arms of the entries read so far, by position in the roster. */
  readonly arms: string[];
  /** The beacon that the first entry names, and what the key draws with it. */
  draw?: { readonly beacon: string | undefined; readonly arms: ReadonlyMap<number, Drawn> | undefined };
}

/** What of the opening isn't what the protocol says. */
export function openingFinding(
  opening: OpeningRecord,
  protocol: AllocationProtocol,
): LedgerFinding | undefined {
  const { digest, allocation } = protocol;
  if (opening.protocol !== digest) {
    return { code: "other-protocol", field: "protocol", received: opening.protocol, expected: digest };
  }
  const plan = difference({ arms: armsOf(protocol), allocation }, opening);
  if (plan !== undefined) return { code: "other-plan", ...plan };
  const { algorithm } = procedureOf(opening.allocation, opening.arms);
  if (opening.algorithm === algorithm) return undefined;
  return { code: "unknown-algorithm", field: "algorithm", received: opening.algorithm, expected: algorithm };
}

/** What of a roster isn't what freezeRoster would have written. */
export function rosterFinding(view: View, roster: RosterRecord): LedgerFinding | undefined {
  const { procedure } = view;
  if (procedure.draws !== "batch") {
    return {
      code: "misplaced-roster",
      received: roster.batch,
      expected: `no rosters in ${procedure.algorithm}`,
    };
  }
  const { strata } = view.opening.allocation;
  const referrals = roster.referrals.map((referral) => withStrata(referral, strata));
  try {
    const found = difference({ ...rosterFacts(view, procedure, referrals, roster.date) }, roster);
    return found === undefined ? undefined : { code: "other-roster", ...found };
  } catch (error) {
    if (!isCompetitionError(error)) throw error;
    return { code: error.code, received: error.received, expected: error.expected ?? "a roster of one week" };
  }
}

/** What of a batch's entry isn't what allocateBatch would have written. */
export function batchEntryFinding(
  view: View,
  batch: OpenBatch,
  entry: AllocationRecord,
  key: Key | undefined,
): LedgerFinding | undefined {
  const position = batch.arms.length;
  const { roster } = batch;
  const referral = roster.referrals[position] ?? withStrata(entry, []);
  const { beacon } = entry;
  batch.draw ??= { beacon, arms: key === undefined ? undefined : drawBatch(batch, key, beacon) };
  const { arms } = batch.draw;
  const draw = (): Drawn => (arms === undefined ? entry : (arms.get(position) ?? { arm: "" }));
  const occasion = { batch: roster.batch, beacon: batch.draw.beacon, odds: () => batchOdds(batch), draw };
  const facts = entryFacts(view, referral, occasion);
  return entryDifference({ date: roster.date, ...facts }, entry);
}

/** What of a single entry isn't what allocate would have written. */
export function singleEntryFinding(
  view: View,
  entry: AllocationRecord,
  key: Key | undefined,
): LedgerFinding | undefined {
  const { procedure, opening } = view;
  if (procedure.draws !== "single") {
    return {
      code: "no-roster",
      received: entry.citizen,
      expected: "a roster before the entries of its batch",
    };
  }
  const referral = withStrata(entry, opening.allocation.strata);
  if (isRepeated(view, referral)) {
    return {
      code: "repeated-referral",
      field: "referredOn",
      received: entry.referredOn,
      expected: "one entry for a citizen on a date",
    };
  }
  const facts = entryFacts(view, referral, {
    batch: entry.referredOn,
    odds: () => singleOdds(view, procedure, referral),
    draw: () => (key === undefined ? entry : drawSingle(view, procedure, referral, key)),
  });
  return entryDifference({ date: entry.referredOn, ...facts }, entry);
}

/** What of a whole batch no draw could have given: the numbers of each arm within a stratum. */
export function countsFinding(batch: OpenBatch): LedgerFinding | undefined {
  const { arms } = batch.view.opening;
  const groups = [...drawnByStratum(batch)].map(([stratum, positions]) => {
    const drawn = positions.map((position) => batch.arms[position]);
    return { stratum, counts: arms.map((arm) => drawn.filter((each) => each === arm).length) };
  });
  if (shareOf(batch)?.possible(groups.map(({ counts }) => counts)) === true) return undefined;
  return {
    code: "impossible-counts",
    received: groups.map(({ stratum, counts }) => `${counts.join(", ")} in ${stratum}`).join("; "),
    expected: `numbers that ${batch.procedure.algorithm} can give`,
  };
}

function entryDifference(
  expected: EntryFacts & Pick<AllocationRecord, "date">,
  entry: AllocationRecord,
): LedgerFinding | undefined {
  const { arm, ...rest } = expected;
  const found = difference({ ...rest, first: expected.first, beacon: expected.beacon }, entry);
  if (found !== undefined) return { code: "other-entry", ...found };
  if ((fieldOf(expected.drawProbabilities, entry.arm) ?? 0) === 0) {
    const possible = Object.entries(expected.drawProbabilities).filter(([, probability]) => probability > 0);
    const names = possible.map(([name]) => name).join(" or ");
    return { code: "impossible-arm", field: "arm", received: entry.arm, expected: names };
  }
  return arm === entry.arm
    ? undefined
    : { code: "other-draw", field: "arm", received: entry.arm, expected: String(arm) };
}

type Difference = Omit<LedgerFinding, "code" | "line">;

/** The first of the expected fields that a line has otherwise. */
function difference(expected: Readonly<Record<string, unknown>>, line: object): Difference | undefined {
  const received: Readonly<Record<string, unknown>> = { ...line };
  for (const [field, value] of Object.entries(expected)) {
    const found = inText(received[field]);
    const wanted = inText(value);
    if (found !== wanted) return { field, received: found, expected: `${wanted ?? "nothing"}` };
  }
  return undefined;
}

/** Words and numbers as they are, the rest as JSON: a finding shares nothing with the lines it is about. */
function inText(value: unknown): unknown {
  return typeof value === "object" ? canonicalJson(value) : value;
}

function withStrata(referral: RosterReferral, strata: readonly string[]): RosterReferral {
  const { citizen, referredOn, stratum } = referral;
  return {
    citizen,
    referredOn,
    stratum: Object.fromEntries(strata.map((name) => [name, String(fieldOf(stratum, name) ?? "")])),
  };
}
