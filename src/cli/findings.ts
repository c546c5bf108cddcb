import type { LedgerFinding } from "../allocation/index.js";
import { describeIssue } from "../core/index.js";

/** A finding of a verification as a line, with the file and its row. */
export function findingText(file: string, { line, field, ...finding }: LedgerFinding): string {
  return describeIssue({
    ...finding,
    file,
    ...(line === undefined ? {} : { row: line }),
    ...(field === undefined ? {} : { column: field }),
  });
}
