import { deepFreeze } from "./freeze.js";
import { describeValue } from "./describe.js";

/** What an error tells besides its code. Every part is data; the sentence is made from it. */
export interface ErrorFacts {
  /** Kebab-case name of the situation, stable across versions. */
  readonly code: string;
  /** Where: `criteria[0].window`, `courses.csv, row 7, column endedOn`, `total`. */
  readonly path?: string;
  /** What was given, as it was given. */
  readonly received?: unknown;
  /** What is wanted, in words: "a whole number from 0". */
  readonly expected?: string;
  /** What to do about it, as one sentence. */
  readonly hint?: string;
  /** The single findings where one error carries many, such as the rows of a file. */
  readonly issues?: readonly Issue[];
  /** The opening of the sentence; by default the code in words. */
  readonly summary?: string;
}

/** One finding in a file: where, what stood there, what was wanted. */
export interface Issue {
  readonly code: string;
  /** File name as the caller gave it. */
  readonly file: string;
  /** Line of the record, the header being row 1; absent where the whole file is meant. */
  readonly row?: number;
  readonly column?: string;
  /** Place inside a document that has no rows: `criteria[0].amount`. */
  readonly path?: string;
  readonly received?: unknown;
  readonly expected: string;
  readonly hint?: string;
}

const KIND = "CompetitionError";

/**
 * The one error of this package: `code`, `path`, `received`, `expected` and `hint` are data, and
 * the message is a sentence made from them.
 *
 * Recognize it with {@link isCompetitionError}, not with `instanceof`: two copies of the package
 * may meet in one notebook.
 */
export class CompetitionError extends Error {
  readonly kind: string = KIND;
  readonly code: string;
  readonly path: string | undefined;
  readonly received: unknown;
  readonly expected: string | undefined;
  readonly hint: string | undefined;
  readonly issues: readonly Issue[];

  constructor(facts: ErrorFacts) {
    super(sentence(facts));
    this.name = KIND;
    this.code = facts.code;
    this.path = facts.path;
    this.received = facts.received;
    this.expected = facts.expected;
    this.hint = facts.hint;
    this.issues = deepFreeze([...(facts.issues ?? [])]);
  }
}

/** Makes the error; the caller throws it, so that control flow stays visible. */
export function competitionError(facts: ErrorFacts): CompetitionError {
  return new CompetitionError(facts);
}

/**
 * Tells whether a value is an error of this package and, if a code is given, of that code.
 *
 * @example
 * isCompetitionError(error, "batch-required")
 * @example
 * isCompetitionError(new Error("other")) // false
 */
export function isCompetitionError(error: unknown, code?: string): error is CompetitionError {
  if (typeof error !== "object" || error === null) return false;
  const candidate = error as { kind?: unknown; code?: unknown };
  return candidate.kind === KIND && (code === undefined || candidate.code === code);
}

/** The one frame of all sentences: where, what, received, expected, what to do. */
function sentence(facts: ErrorFacts): string {
  const parts: string[] = [];
  const summary = facts.summary ?? facts.code.replaceAll("-", " ");
  parts.push(facts.path === undefined ? summary : `${facts.path}: ${summary}`);
  if ("received" in facts) parts.push(`received ${describeValue(facts.received)}`);
  if (facts.expected !== undefined) parts.push(`expected ${facts.expected}`);
  const first = parts.join("; ");
  const lines = (facts.issues ?? []).map((issue) => `\n  ${describeIssue(issue)}`).join("");
  return `${first}.${facts.hint === undefined ? "" : ` ${facts.hint}`}${lines}`;
}

/** One finding as a line: `courses.csv, row 7, column endedOn: impossible date; received "31-02-2005"; …`. */
export function describeIssue(issue: Issue): string {
  const place = [
    issue.file,
    ...(issue.row === undefined ? [] : [`row ${issue.row}`]),
    ...(issue.column === undefined ? [] : [`column ${issue.column}`]),
    ...(issue.path === undefined ? [] : [issue.path]),
  ].join(", ");
  const received = "received" in issue ? `; received ${describeValue(issue.received)}` : "";
  const hint = issue.hint === undefined ? "" : `. ${issue.hint}`;
  return `${place}: ${issue.code.replaceAll("-", " ")}${received}; expected ${issue.expected}${hint}`;
}
