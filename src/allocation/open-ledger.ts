import { competitionError } from "../core/index.js";
import { isParsed, rowsOf, type TableInput } from "../tables/index.js";
import { startAudit } from "./audit.js";
import { emptyStore, ledgerOf } from "./ledger.js";
import { canonicalCopy } from "./lines.js";
import { checkProtocol } from "./plan.js";
import type { AllocationProtocol, Ledger, LedgerFinding, LedgerRecord } from "./types.js";

const CHAIN: ReadonlySet<string> = new Set(["changed-line", "broken-link", "broken-sequence"]);

const HINTS: Readonly<Record<string, string>> = {
  "broken-chain":
    "Restore the file from a copy whose head was published; verifyLedger finds every line that doesn't hold.",
  "other-protocol": "Restore the protocol that the ledger was started with, or start a new ledger.",
  "other-plan": "Restore the protocol that the ledger was started with, or start a new ledger.",
  "unknown-algorithm": "A newer version of the package may have started this ledger.",
};

/**
 * Opens a ledger from its lines, to go on with it or to evaluate it.
 *
 * Everything that can be checked without the key is checked: digests, chain, sequence, one mode, that
 * the protocol is the ledger's own, and that each line says what this package would have written there.
 *
 * @param protocol The protocol that the ledger was started with.
 * @param records As parseLedger gives them, or plain, as they come out of a database.
 * @throws CompetitionError at the first line that doesn't hold, naming it and what was found:
 * `broken-chain`, `other-protocol`, `mixed-modes`, `empty-ledger`, or the code of verifyLedger's finding.
 * @example
 * const ledger = openLedger(protocol, parseLedger(bytes, { name: "ledger.jsonl" }));
 * @example
 * openLedger(protocol, []) // throws empty-ledger: startLedger makes the first line
 */
export function openLedger(protocol: AllocationProtocol, records: TableInput<LedgerRecord>): Ledger {
  const audit = startAudit(checkProtocol(protocol));
  if (typeof records !== "object" || records === null) {
    throw competitionError({
      code: "no-records",
      path: "openLedger.records",
      received: records,
      expected: "the lines of a ledger as records",
      hint: "Read a file's bytes or text with parseLedger.",
    });
  }
  const name = isParsed(records) ? records.source.name : "ledger";
  for (const record of rowsOf(records)) {
    const [finding] = audit.read(record).findings;
    if (finding !== undefined) throw brokenLedger(name, finding);
  }
  const view = audit.view();
  if (view === undefined) {
    throw competitionError({
      code: "empty-ledger",
      path: name,
      received: "no line",
      expected: "at least the opening",
      hint: "Start a ledger with startLedger.",
    });
  }
  const lines = isParsed(records) ? records.rows : records.map(canonicalCopy);
  const store = { ...emptyStore(), records: [...lines], memory: view.memory };
  return ledgerOf(store, view.opening, view.procedure);
}

function brokenLedger(name: string, finding: LedgerFinding): Error {
  const code = CHAIN.has(finding.code) ? "broken-chain" : finding.code;
  const hint = HINTS[code];
  return competitionError({
    code,
    path: [`${name}, line ${finding.line}`, ...(finding.field === undefined ? [] : [finding.field])].join(
      ", ",
    ),
    ...("received" in finding ? { received: finding.received } : {}),
    expected: finding.expected,
    ...(hint === undefined ? {} : { hint }),
  });
}
