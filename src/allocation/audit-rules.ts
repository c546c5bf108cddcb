import { canonicalJson, isCompetitionError, type KeyedHash } from "../core/index.js";
import { checkAmendment } from "./amendment-facts.js";
import { batchFacts, drawBatch, drawsBatches, prepareBatch, type Prepared } from "./batch-draw.js";
import { procedureOf } from "./designs/table.js";
import type { EntryFacts } from "./entry.js";
import { levelProblems } from "./frozen-referrals.js";
import { exemptionOf, type View } from "./memory.js";
import { checkOccupancy } from "./occupancy-facts.js";
import { openingDifferences, protocolHint } from "./opening-differences.js";
import { armsOf } from "./plan.js";
import { isRepeated, rosterFacts } from "./roster.js";
import { fieldOf } from "./shape.js";
import { drawsSingly, singleFacts } from "./single-draw.js";
import { factorsOf, levelsAt, type FrozenReferral } from "./strata.js";
import type {
  AllocationPlan,
  AllocationProtocol,
  AllocationRecord,
  AmendmentRecord,
  LedgerFinding,
  OccupancyRecord,
  OpeningRecord,
  RosterRecord,
} from "./types.js";

/** A roster while its entries are read. */
export interface OpenBatch {
  readonly roster: RosterRecord;
  /** How it is drawn, or why it can't be: the arms have no room for it. */
  readonly prepared: Prepared | undefined;
  readonly refusal: LedgerFinding | undefined;
  /** Arms of the entries read so far, by position in the roster. */
  readonly arms: string[];
  /** The beacon that the first entry names, and what the key draws with it. */
  draw?: { readonly beacon: string | undefined; readonly arms: ReadonlyMap<number, string> | undefined };
}

/** What of the opening isn't what the protocol says. */
export function openingFinding(
  opening: OpeningRecord,
  protocol: AllocationProtocol,
): LedgerFinding | undefined {
  const { digest, allocation } = protocol;
  const differs = openingDifferences(opening, protocol);
  if (opening.protocol !== digest) {
    return {
      code: "other-protocol",
      field: "protocol",
      received: opening.protocol,
      expected: digest,
      hint: protocolHint(differs),
      ...(differs.length === 0 ? {} : { differs }),
    };
  }
  const plan = difference({ arms: armsOf(protocol), allocation }, opening, ["arms", "allocation"]);
  if (plan !== undefined) return { code: "other-plan", ...plan, hint: protocolHint(differs), differs };
  const { algorithm } = procedureOf(opening.allocation, opening.arms);
  if (opening.algorithm === algorithm) return undefined;
  return { code: "unknown-algorithm", field: "algorithm", received: opening.algorithm, expected: algorithm };
}

/** What of a roster isn't what freezeRoster would have written. */
export function rosterFinding(view: View, roster: RosterRecord): LedgerFinding | undefined {
  const { opening } = view;
  if (!drawsBatches(view)) {
    return {
      code: "misplaced-roster",
      received: roster.batch,
      expected: `no rosters in ${view.procedure.algorithm}`,
    };
  }
  const referrals = roster.referrals.map((referral) => asFrozen(referral, opening.allocation));
  return caught(() => {
    const facts = rosterFacts(view, referrals, roster.date);
    const found = difference(facts, roster, ["referrals", "batch"]);
    if (found !== undefined) return { code: "other-roster", ...found };
    return referrals.map((referral) => levelFinding(referral, opening.allocation)).find(Boolean);
  });
}

/** A roster whose entries come next, whether it is one that freezeRoster would have written or not. */
export function openBatch(view: View, roster: RosterRecord): OpenBatch | undefined {
  if (!drawsBatches(view)) return undefined;
  let prepared: Prepared | undefined;
  const refusal = caught(() => {
    prepared = prepareBatch(view, roster.referrals);
    return undefined;
  });
  return { roster, prepared, refusal, arms: [] };
}

/** What of a batch's entry isn't what allocateBatch would have written. */
export function batchEntryFinding(
  view: View,
  batch: OpenBatch,
  entry: AllocationRecord,
  key: KeyedHash | undefined,
): LedgerFinding | undefined {
  const { roster, prepared } = batch;
  if (prepared === undefined) return undefined; // its roster is a finding already
  const { beacon: declared } = view.opening.allocation;
  if (declared !== undefined && entry.beacon === undefined) {
    return { code: "missing-beacon", field: "beacon", expected: `the public value: ${declared}` };
  }
  const position = batch.arms.length;
  const { beacon } = (batch.draw ??= {
    beacon: entry.beacon,
    arms: key === undefined ? undefined : drawBatch(prepared, view.opening, roster, key, entry.beacon),
  });
  const arm = batch.draw.arms === undefined ? entry.arm : (batch.draw.arms.get(position) ?? "");
  const facts = batchFacts(view, roster, prepared, { position, arm, beacon });
  return entryDifference(roster.date, facts, entry);
}

/** What of a single entry isn't what allocate would have written. */
export function singleEntryFinding(
  view: View,
  entry: AllocationRecord,
  key: KeyedHash | undefined,
): LedgerFinding | undefined {
  const { opening } = view;
  if (!drawsSingly(view)) {
    return {
      code: "no-roster",
      received: entry.citizen,
      expected: "a roster before the entries of its batch",
    };
  }
  const referral = asFrozen(entry, opening.allocation);
  if (isRepeated(view, referral)) {
    return {
      code: "repeated-referral",
      field: "referredOn",
      received: entry.referredOn,
      expected: "one entry for a citizen on a date",
    };
  }
  const exempt = exemptionOf(view, referral);
  if (exempt !== undefined) {
    return {
      code: "exempted",
      field: "referredOn",
      received: entry.referredOn,
      expected: `no draw: line ${exempt.sequence + 1} exempts the referral`,
    };
  }
  return caught(() => {
    const { arm, slot } = entry;
    const recorded = slot === undefined ? { arm } : { arm, slot };
    const facts = singleFacts(view, referral, key === undefined ? { recorded } : { key });
    return entryDifference(entry.referredOn, facts, entry) ?? levelFinding(referral, opening.allocation);
  });
}

/** What of an amendment or an occupancy line isn't what amend or recordOccupancy would have written. */
export function noteFinding(
  view: View,
  record: AmendmentRecord | OccupancyRecord,
): LedgerFinding | undefined {
  return caught(() => {
    if (record.type === "amendment") checkAmendment(view, record);
    else checkOccupancy(view, record);
    return undefined;
  });
}

/** What of a whole batch no draw could have given: the numbers of each arm within a group. */
export function countsFinding(batch: OpenBatch, { opening, procedure }: View): LedgerFinding | undefined {
  const { prepared } = batch;
  if (prepared === undefined) return undefined;
  const counts = prepared.groups.map(({ places }) => {
    const drawn = places.map(([first = 0]) => batch.arms[first]);
    return opening.arms.map((arm) => drawn.filter((each) => each === arm).length);
  });
  if (prepared.share.possible(counts)) return undefined;
  const received = counts.map((each, g) => `${each.join(", ")} in ${prepared.groups[g]?.stratum ?? ""}`);
  return {
    code: "impossible-counts",
    received: received.join("; "),
    expected: `numbers that ${procedure.algorithm} can give`,
  };
}

/** All that an entry says beside its place and what was drawn. */
const SETTLED: readonly (keyof EntryFacts)[] = [
  "protocol",
  "algorithm",
  "citizen",
  "referredOn",
  "batch",
  "block",
  "stratum",
  "factors",
  "household",
  "basis",
  "first",
  "drawnWith",
  "beacon",
  "designProbabilities",
  "drawProbabilities",
  "closed",
];

function entryDifference(
  date: string,
  expected: EntryFacts,
  entry: AllocationRecord,
): LedgerFinding | undefined {
  const found = difference({ date }, entry, ["date"]) ?? difference(expected, entry, SETTLED);
  if (found !== undefined) return { code: "other-entry", ...found };
  if ((fieldOf(expected.drawProbabilities, entry.arm) ?? 0) === 0) {
    const possible = Object.entries(expected.drawProbabilities).filter(([, probability]) => probability > 0);
    const names = possible.map(([name]) => name).join(" or ");
    return { code: "impossible-arm", field: "arm", received: entry.arm, expected: names };
  }
  const draw = difference(expected, entry, ["arm", "slot"]);
  return draw === undefined ? undefined : { code: "other-draw", ...draw };
}

type Difference = Omit<LedgerFinding, "code" | "line">;

/** The first of some fields that a line has otherwise than expected. */
function difference<Field extends string>(
  expected: { readonly [Each in Field]?: unknown },
  line: { readonly [Each in Field]?: unknown },
  fields: readonly Field[],
): Difference | undefined {
  for (const field of fields) {
    const found = inText(line[field]);
    const wanted = inText(expected[field]);
    if (found !== wanted) return { field, received: found, expected: `${wanted ?? "nothing"}` };
  }
  return undefined;
}

/** Words and numbers as they are, the rest as JSON: a finding shares nothing with the lines it is about. */
function inText(value: unknown): unknown {
  return typeof value === "object" ? canonicalJson(value) : value;
}

/** A finding, or the refusal that the same call would meet that wrote the line. */
function caught(find: () => LedgerFinding | undefined): LedgerFinding | undefined {
  try {
    return find();
  } catch (error) {
    if (!isCompetitionError(error)) throw error;
    const { code, received, expected } = error;
    return {
      code,
      ...(received === undefined ? {} : { received }),
      expected: expected ?? "nothing of the kind",
    };
  }
}

/** What a line says of a referral, in the fields that the plan freezes. */
function asFrozen(line: FrozenReferral, plan: AllocationPlan): FrozenReferral {
  const { citizen, referredOn, stratum, factors, household = "" } = line;
  const columns = factorsOf(plan);
  return {
    citizen,
    referredOn,
    stratum: levelsAt(stratum, plan.strata),
    ...(columns.length === 0 ? {} : { factors: levelsAt(factors, columns) }),
    ...(plan.unit === "household" ? { household } : {}),
  };
}

function levelFinding(referral: FrozenReferral, plan: AllocationPlan): LedgerFinding | undefined {
  const levels = { ...referral.factors, ...referral.stratum };
  const [problem] = Object.entries(levels).flatMap(([column, level]) => levelProblems(level, column, plan));
  if (problem === undefined) return undefined;
  const { code, field, received, expected } = problem;
  return { code, field, received, expected };
}
