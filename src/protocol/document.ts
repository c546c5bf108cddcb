import { competitionError, deepFreeze, nearestWord, type Issue } from "../core/index.js";
import type * as z from "zod";
import type { Contradiction } from "./checks.js";
import { shapeFindings, type SchemaFinding } from "./schema.js";

/** A kind of document and how it is checked. */
export interface DocumentKind<Document> {
  readonly noun: "protocol" | "program" | "payment";
  readonly schema: z.ZodObject;
  /** What is wrong with the allocation plan by itself. */
  readonly planIssues: (value: unknown) => readonly Contradiction[];
  readonly contradictions: (document: Document, ofPlan: readonly Contradiction[]) => readonly Contradiction[];
}

/**
 * A frozen copy of a document that fits its schema and contradicts itself nowhere.
 *
 * @throws CompetitionError `impossible-protocol`, `impossible-program` or `impossible-payment` with every issue.
 */
export function checkedDocument<Document extends object>(
  kind: DocumentKind<Document>,
  value: unknown,
  file: string,
): Document {
  const plain = plainCopy(value);
  const shape = shapeFindings(kind.schema, plain);
  const ofPlan = kind.planIssues(plain);
  const issues: readonly Issue[] =
    shape.length > 0
      ? [
          ...shape.map((finding) => issueOf(finding, plain, file)),
          ...ofPlan.map((issue) => ({ file, ...issue })),
        ]
      : kind.contradictions(plain as Document, ofPlan).map((finding) => ({ file, ...finding }));
  const first = issues[0];
  if (first !== undefined) {
    throw kind.noun === "payment" ? impossiblePayment(first, issues) : impossible(kind.noun, first, issues);
  }
  return deepFreeze(plain as Document);
}

/** A copy as JSON would carry it, so that what is digested is what is stored; a protocol loses its digest. */
function plainCopy(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

function impossible(noun: string, first: Issue, issues: readonly Issue[]): Error {
  return competitionError({
    code: `impossible-${noun}`,
    summary: issues.length === 1 ? `the ${noun} has an issue` : `the ${noun} has ${issues.length} issues`,
    ...(first.path === undefined ? {} : { path: first.path }),
    received: first.received,
    expected: first.expected,
    ...(first.hint === undefined ? {} : { hint: first.hint }),
    issues,
  });
}

/** A file of payment terms is short: its only issue is told once, several as a list. */
function impossiblePayment(first: Issue, issues: readonly Issue[]): Error {
  const code = "impossible-payment";
  const { file, path = "document", code: found, expected, hint } = first;
  return issues.length > 1
    ? competitionError({
        code,
        path: file,
        summary: `the payment terms have ${issues.length} issues`,
        issues,
      })
    : competitionError({
        code,
        path: `${file}, ${path}`,
        summary: found.replaceAll("-", " "),
        received: first.received,
        expected,
        ...(hint === undefined ? {} : { hint }),
      });
}

function issueOf(finding: SchemaFinding, document: unknown, file: string): Issue {
  const key = finding.path.at(-1);
  const near = finding.known === undefined ? undefined : nearestWord(String(key), finding.known);
  const hint = near === undefined ? undefined : `Did you mean ${near}?`;
  return {
    code: finding.code,
    file,
    path: pathText(finding.path),
    received: finding.code === "unknown-key" ? key : valueAt(document, finding.path),
    expected:
      finding.known === undefined || finding.known.length === 0
        ? finding.expected
        : `one of ${finding.known.join(", ")}`,
    ...(hint === undefined ? {} : { hint }),
  };
}

function pathText(path: readonly (string | number)[]): string {
  if (path.length === 0) return "document";
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join("");
}

function valueAt(document: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, part) =>
      typeof at === "object" && at !== null ? (at as Record<string | number, unknown>)[part] : undefined,
    document,
  );
}
