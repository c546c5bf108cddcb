import { competitionError, nearestWord, readDay, resolveOptions, type OptionRules } from "../core/index.js";
import { containsCpr } from "../tables/index.js";
import { spellingProblems } from "./alike.js";
import { checkAmendment, otherRecord, unknownEntry, type AmendmentFacts } from "./amendment-facts.js";
import { appended, nextPlace, checkDrawn, entryAt, stateOf, type State } from "./ledger.js";
import { checkLineDate } from "./line-dates.js";
import { sealed } from "./lines.js";
import { checkPast } from "./open-checkpoint.js";
import { amendmentShape } from "./record-shapes.js";
import { fieldOf } from "./shape.js";
import { dateRule, type Appended } from "./start-ledger.js";
import type { AllocationRecord, AmendmentRecord, Ledger } from "./types.js";

interface Signed {
  /** In free text, without CPR numbers. */
  readonly reason: string;
  /** Who answers for it: at least one name. */
  readonly signedBy: readonly string[];
}

/** Someone goes to another arm than was drawn, or to one without a draw, because that was agreed. */
export type Exemption = Signed & {
  readonly amends: "exemption";
  /** Where the citizen goes. */
  readonly arm: string;
} & (
    | { /** Sequence of the entry. */ readonly entry: number }
    | {
        /** Before the draw: the referral that isn't to be drawn. */
        readonly citizen: string;
        /** ISO date. */
        readonly referredOn: string;
      }
  );

/** Something that an entry says turned out to be wrong. */
export interface FoundError extends Signed {
  readonly amends: "error";
  /** Sequence of the entry. */
  readonly entry: number;
  /** `referredOn`, `household`, `stratum.age`, `factors.group`, or in a word of your own what else was wrong. */
  readonly field: string;
  /** What the entry says there; needed only where it has no such field. */
  readonly recorded?: string;
  readonly correct: string;
}

export type Amendment = Exemption | FoundError;

/** An amendment, as its line says it. */
export interface Amended extends Appended {
  readonly record: AmendmentRecord;
}

export interface AmendOptions {
  /** ISO date of the line, no earlier than that of a line before. */
  readonly date: string;
}

const rules: OptionRules<AmendOptions> = { date: dateRule };

/**
 * Records what was agreed, or found out, beside the draw: a signed line about an earlier entry.
 *
 * Nothing is drawn again and nothing deleted. The entry stands as it was written, and the analysis keeps the
 * drawn arm and the frozen strata; the amendment tells whoever reads the ledger what happened and who answers
 * for it. An exemption that is agreed before the draw names the referral by citizen and date: that referral
 * is then not drawn (freezeRoster leaves it out, allocate refuses it), and stands nowhere as chance.
 *
 * @returns `record`, the line; `records` to append; and the `ledger` with it.
 * @throws CompetitionError `malformed`, `cpr-shaped`, `unknown-entry`, `unknown-field`, `unknown-arm`,
 * `impossible-correction`, `drawn-already` and
 * `exempted-already` for an exemption before the draw, `nothing-corrected`, `other-record`, `undrawn-roster`
 * while a frozen roster waits for its draw, `earlier-date`, `impossible-date`.
 * @example
 * const { records } = amend(ledger, { amends: "exemption", entry: 17, arm: "own", reason: "needs an
 *   interpreter whom only the municipality has", signedBy: ["K. Holm", "B. Friis"] }, { date: "2005-03-02" });
 * @example
 * amend(ledger, { amends: "error", entry: 17, field: "arm", correct: "own", … }, { date }) // throws
 */
export function amend(ledger: Ledger, amendment: Amendment, options: AmendOptions): Amended {
  const state = stateOf(ledger, "amend.ledger");
  const { date } = resolveOptions<AmendOptions>("amend", options, rules).values;
  checkLineDate(date, state, "amend.date");
  checkDrawn(ledger, "amend.ledger");
  const facts = filledIn(state, amendment);
  const [problem] = amendmentShape({})(facts, "amendment");
  if (problem !== undefined) {
    const { field, ...found } = problem;
    throw competitionError({ ...found, path: field });
  }
  if (facts.amends === "error") checkCorrection(state, facts);
  checkWords(facts);
  checkPast(state.store.beginning.citizens, [facts.citizen], "amendment.citizen");
  checkAmendment(state, facts);
  const record: AmendmentRecord = sealed({ type: "amendment", ...facts } as const, nextPlace(state, date));
  return { record, records: [record], ledger: appended(ledger, record) };
}

/** No word of a new amendment may hold a CPR number, and its citizen must be one that can be found. */
function checkWords(facts: AmendmentFacts): void {
  const [spelling] = spellingProblems(facts.citizen, "amendment.citizen");
  if (spelling !== undefined) {
    const { field, ...found } = spelling;
    throw competitionError({ ...found, path: field });
  }
  const field = Object.entries(facts).find(([, value]) => containsCpr(String(value)))?.[0];
  if (field === undefined) return;
  throw competitionError({
    code: "cpr-shaped",
    path: `amendment.${field}`,
    received: "a text that holds a CPR number",
    expected: "no CPR number in any field",
    hint: "Name the citizen by the pseudonym.",
  });
}

/** The amendment with what its entry says: whom it is about, and what is recorded in the field. */
function filledIn(state: State, amendment: Amendment): AmendmentFacts {
  if (fieldOf(amendment, "entry") === undefined || !("entry" in amendment)) {
    return amendment as AmendmentFacts; // before the draw, or malformed, which is for the shape to say
  }
  const entry = entryAt(state, amendment.entry);
  if (entry === undefined) throw unknownEntry(amendment.entry, "the sequence of an entry of the ledger");
  const about = { citizen: entry.citizen, ...amendment };
  if (about.amends !== "error") return about;
  const known = recordedIn(entry, about.field);
  const { recorded = known } = about;
  if (recorded === undefined) throw unknownField(entry, about.field);
  if (known !== undefined && known !== recorded) throw otherRecord(recorded, known);
  return { ...about, recorded };
}

/** A field that the entry hasn't, of which it isn't said what was recorded either. */
function unknownField({ stratum, factors = {}, household }: AllocationRecord, received: string): Error {
  const known = [
    "referredOn",
    ...(household === undefined ? [] : ["household"]),
    ...Object.keys(stratum).map((column) => `stratum.${column}`),
    ...Object.keys(factors).map((column) => `factors.${column}`),
  ];
  const near = nearestWord(received, known);
  return competitionError({
    code: "unknown-field",
    path: "amendment.field",
    received,
    expected: `one of ${known.join(", ")}, or what was recorded as well (recorded, --recorded)`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

/** What is correct has to be something that could have stood there. */
function checkCorrection(
  { opening }: State,
  { field, correct }: Pick<FoundError, "field" | "correct">,
): void {
  const levels = opening.allocation.levels?.[field.replace(/^(?:stratum|factors)\./, "")];
  const isDate = /^\d{4}-/.test(correct) && readDay(correct) !== undefined;
  if (field === "referredOn" ? isDate : (levels?.includes(correct) ?? true)) return;
  throw competitionError({
    code: "impossible-correction",
    path: "amendment.correct",
    received: correct,
    expected: levels === undefined ? "a day as YYYY-MM-DD" : `one of ${levels.join(", ")}`,
  });
}

/** What an entry says of the citizen in a field, if it has it. */
function recordedIn(entry: AllocationRecord, field: string): string | undefined {
  const [part = "", ...column] = field.split(".");
  const own = fieldOf(entry, part);
  const value = column.length === 0 ? own : fieldOf(own, column.join("."));
  return typeof value === "string" ? value : undefined;
}
