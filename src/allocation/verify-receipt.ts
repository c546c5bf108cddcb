import { deepFreeze, describeValue } from "../core/index.js";
import { headShape } from "./head.js";
import { rootByPath } from "./inclusion.js";
import { lineDigest } from "./lines.js";
import { leafOf } from "./merkle.js";
import type { Receipt } from "./receipt.js";
import { allocationShape } from "./record-shapes.js";
import { digest, listOf, literal, object, type Problem } from "./shape.js";
import type { LedgerFinding, LedgerHead } from "./types.js";

/** Findings of the check of a receipt; `valid` is true when there is none. */
export interface ReceiptVerification {
  readonly kind: "receipt-verification";
  readonly valid: boolean;
  readonly findings: readonly LedgerFinding[];
}

const receiptShape = object({
  kind: literal("receipt"),
  format: literal("konkurrencemodel-receipt/1"),
  head: headShape,
  line: allocationShape,
  path: listOf(digest),
});

/**
 * Tells whether a receipt shows that its entry stands in the ledger of a published head.
 *
 * It holds if the receipt was made for this head, the entry carries the digest of what it says, and leaf and
 * path lead to the head's root (RFC 9162, 2.1.3.2). The head must come from where it was published, not from
 * the receipt: the receipt's own only tells which one to look for.
 *
 * @param receipt As receipt gave it, after JSON or not. Whatever else comes here is a finding.
 * @param head `size`, `chain` and `root` as they were published.
 * @returns `valid` and the `findings`: `malformed`, `unknown-field` or `cpr-shaped` with the field;
 * `other-head` with what the receipt names instead; `changed-line`; `broken-path` where the entry doesn't stand in
 * that ledger at its place. Never throws.
 * @example
 * verifyReceipt(receipt(ledger, entry), ledger.head) // { kind: "receipt-verification", valid: true, findings: [] }
 * @example
 * verifyReceipt(null, ledger.head).findings[0]?.code // "malformed"
 * @see RFC 9162, https://www.rfc-editor.org/rfc/rfc9162, section 2.1.3.2
 */
export function verifyReceipt(receipt: Receipt, head: LedgerHead): ReceiptVerification {
  const malformed = [...headShape(head, "head"), ...receiptShape(receipt, "receipt")];
  const findings = malformed.length > 0 ? malformed.map(formFinding) : contentFindings(receipt, head);
  return deepFreeze({ kind: "receipt-verification", valid: findings.length === 0, findings });
}

function contentFindings({ head: named, line, path }: Receipt, head: LedgerHead): readonly LedgerFinding[] {
  const findings: LedgerFinding[] = [];
  for (const field of ["size", "chain", "root"] as const) {
    if (named[field] === head[field]) continue;
    findings.push({
      code: "other-head",
      field: `receipt.head.${field}`,
      received: named[field],
      expected: String(head[field]),
    });
  }
  const own = lineDigest(line);
  if (line.digest !== own) {
    findings.push({
      code: "changed-line",
      field: "receipt.line.digest",
      received: line.digest,
      expected: own,
    });
  }
  const inside = line.sequence < head.size;
  const root = inside ? rootByPath(leafOf(own), line.sequence, head.size, path) : undefined;
  if (findings.length === 0 && root !== head.root) {
    findings.push({
      code: "broken-path",
      field: "receipt.path",
      received: root ?? `${path.length} hashes for line ${line.sequence + 1} of ${head.size}`,
      expected: `a path to the root ${head.root}`,
    });
  }
  return findings;
}

function formFinding({ code, field, received, expected }: Problem): LedgerFinding {
  return {
    code,
    field,
    received: typeof received === "object" ? describeValue(received) : received,
    expected,
  };
}
