import { competitionError, nearestWord } from "../core/index.js";
import { exemptionOf, visitsOf, type View, type Visit } from "./memory.js";
import { fieldOf } from "./shape.js";
import type { ErrorRecord, ExemptionRecord, LineBase } from "./types.js";

type Facts<Line> = Omit<Line, keyof LineBase | "type">;

/** What an amendment says, apart from its place in the ledger. */
export type AmendmentFacts = Facts<ExemptionRecord> | Facts<ErrorRecord>;

/**
 * Makes sure that an amendment is about something that the ledger has, or, agreed before the draw, about
 * something that it doesn't have yet.
 *
 * @throws CompetitionError `unknown-arm`, `unknown-entry`, `referral-required`, `drawn-already`,
 * `exempted-already`, `other-record`, `nothing-corrected`.
 */
export function checkAmendment(view: View, facts: AmendmentFacts): void {
  const visit = facts.entry === undefined ? undefined : amendedVisit(view, facts.citizen, facts.entry);
  if (facts.amends === "error") return checkError(facts, visit);
  const { arms } = view.opening;
  if (!arms.includes(facts.arm)) throw unknownArm(facts.arm, arms, "amendment.arm");
  if (visit === undefined) checkExemption(view, facts);
}

/** An arm that the protocol doesn't have. */
export function unknownArm(received: string, arms: readonly string[], path: string): Error {
  const near = nearestWord(received, arms);
  return competitionError({
    code: "unknown-arm",
    path,
    received,
    expected: `one of ${arms.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

function amendedVisit(view: View, citizen: string, entry: number): Visit {
  const visits = visitsOf(view, citizen);
  const visit = visits.find(({ sequence }) => sequence === entry);
  if (visit !== undefined) return visit;
  const own = visits.map(({ sequence }) => sequence).join(", ");
  throw unknownEntry(entry, `the sequence of an entry of ${citizen}: ${own === "" ? "there is none" : own}`);
}

export function unknownEntry(received: number, expected: string): Error {
  return competitionError({
    code: "unknown-entry",
    path: "amendment.entry",
    received,
    expected,
    hint: "An exemption that was agreed before the draw names citizen and referredOn, and no entry.",
  });
}

/** Before the draw: of a referral that the ledger doesn't have, and that isn't exempt already. */
function checkExemption(view: View, { citizen, referredOn }: Facts<ExemptionRecord>): void {
  if (referredOn === undefined) {
    throw competitionError({
      code: "referral-required",
      path: "amendment.referredOn",
      expected: "the date of the referral that isn't to be drawn, or the entry that is amended",
    });
  }
  const drawn = visitsOf(view, citizen).find((visit) => visit.referredOn === referredOn);
  if (drawn !== undefined) {
    throw competitionError({
      code: "drawn-already",
      path: "amendment.referredOn",
      received: `${citizen} on ${referredOn}`,
      expected: "a referral that isn't in the ledger yet",
      hint: `Name the entry: ${drawn.sequence}.`,
    });
  }
  const before = exemptionOf(view, { citizen, referredOn });
  if (before === undefined) return;
  throw competitionError({
    code: "exempted-already",
    path: "amendment.referredOn",
    received: `${citizen} on ${referredOn}`,
    expected: `one exemption for a referral; line ${before.sequence + 1} has it, to ${before.arm}`,
  });
}

function checkError({ field, recorded, correct }: Facts<ErrorRecord>, visit: Visit | undefined): void {
  const known = visit === undefined ? undefined : rememberedFact(visit, field);
  if (known !== undefined && known !== recorded) throw otherRecord(recorded, known);
  if (PROCEDURE.has(field) || correct === recorded) {
    throw competitionError({
      code: "nothing-corrected",
      path: PROCEDURE.has(field) ? "amendment.field" : "amendment.correct",
      received: PROCEDURE.has(field) ? field : correct,
      expected: "something else than is recorded, of what was known about the citizen",
      hint: "What was drawn can't be corrected; where a citizen goes to another arm, amend with an exemption.",
    });
  }
}

export function otherRecord(received: string, known: string): Error {
  return competitionError({
    code: "other-record",
    path: "amendment.recorded",
    received,
    expected: `${known}, as the entry has it`,
  });
}

/** What the procedure wrote itself can't have been reported wrongly. */
const PROCEDURE: ReadonlySet<string> = new Set([
  "arm",
  "slot",
  "basis",
  "batch",
  "block",
  "first",
  "drawnWith",
  "closed",
  "designProbabilities",
  "drawProbabilities",
  "protocol",
  "algorithm",
]);

const STRATUM = "stratum.";

/** What the memory knows of an entry's fields: its date and levels of its stratum. */
function rememberedFact({ referredOn, stratum }: Visit, field: string): string | undefined {
  if (field === "referredOn") return referredOn;
  if (!field.startsWith(STRATUM)) return undefined;
  const level = fieldOf(JSON.parse(stratum), field.slice(STRATUM.length));
  return typeof level === "string" ? level : undefined;
}
