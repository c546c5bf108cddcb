import { competitionError } from "../core/index.js";
import { isParsed, rowsOf, type TableInput } from "../tables/index.js";
import { startAudit, type Audit } from "./audit.js";
import { openingFinding } from "./audit-rules.js";
import { ledgerOf, NO_LINES, storeOf, type Beginning } from "./ledger.js";
import { canonicalCopy } from "./lines.js";
import { resumed, type LedgerResumption } from "./open-checkpoint.js";
import { checkProtocol } from "./plan.js";
import { fieldOf } from "./shape.js";
import type { AllocationProtocol, Ledger, LedgerFinding, LedgerRecord } from "./types.js";

const CHAIN: ReadonlySet<string> = new Set(["changed-line", "broken-link", "broken-sequence"]);

const HINTS: Readonly<Record<string, string>> = {
  "broken-chain":
    "Restore the file from a copy whose head was published; verifyLedger finds every line that doesn't hold.",
  "unknown-algorithm": "A newer version of the package may have started this ledger.",
};

/**
 * Opens a ledger from its lines, to go on with it or to evaluate it.
 *
 * Everything that can be checked without the key is checked: digests, chain, sequence, one mode, that
 * the protocol is the ledger's own, and that each line says what this package would have written there.
 *
 * A long ledger need not be read again for each referral: `{ checkpoint, entries }` goes on from
 * `ledger.checkpoint()`, a plain value that doesn't grow with the citizens who were seen. Who was seen is
 * therefore the caller's to say: `entries` must hold all earlier lines about everyone who will be referred
 * (and, where households are drawn, about their households), such as
 * `SELECT line FROM ledger WHERE citizen = ANY($1) OR household = ANY($2)`. Whoever is left out is taken as
 * new, and would be drawn a second time; naming in `citizens` who was looked up makes that an error. Lines
 * written since the checkpoint may follow. The ledger that comes of it holds these lines only (`since`): it
 * draws, but can't be evaluated.
 *
 * @param protocol The protocol that the ledger was started with.
 * @param lines As parseLedger gives them, or plain, as they come out of a database; or a checkpoint with the
 * earlier lines of the citizens concerned.
 * @throws CompetitionError at the first line that doesn't hold, naming it and what was found:
 * `broken-chain`, `other-protocol` (with what differs), `mixed-modes`, `empty-ledger`, or the code of
 * verifyLedger's finding; of a checkpoint `impossible-checkpoint`, `changed-checkpoint`, `missing-entries`,
 * `misplaced-entry`.
 * @example
 * const ledger = openLedger(protocol, parseLedger(bytes, { name: "ledger.jsonl" }));
 * @example
 * const ledger = openLedger(protocol, { checkpoint, entries, citizens: [referral.citizen] });
 * @example
 * openLedger(protocol, []) // throws empty-ledger: startLedger makes the first line
 */
export function openLedger(
  protocol: AllocationProtocol,
  lines: TableInput<LedgerRecord> | LedgerResumption,
): Ledger {
  const checked = checkProtocol(protocol);
  if (!isLines(lines)) {
    const isCheckpoint = fieldOf(lines, "kind") === "checkpoint";
    throw competitionError({
      code: "no-records",
      path: "openLedger.records",
      received: isCheckpoint ? "a checkpoint by itself" : lines,
      expected: isCheckpoint
        ? "a checkpoint with the earlier lines of those who will be referred"
        : "the lines of a ledger as records",
      hint: isCheckpoint
        ? "Give openLedger(protocol, { checkpoint, entries, citizens })."
        : "Read a file's bytes or text with parseLedger.",
    });
  }
  return "checkpoint" in lines ? openFrom(checked, lines) : openWhole(checked, lines);
}

function isLines(lines: unknown): boolean {
  return (
    Array.isArray(lines) ||
    Array.isArray(fieldOf(lines, "rows")) ||
    fieldOf(lines, "checkpoint") !== undefined
  );
}

function openWhole(protocol: AllocationProtocol, lines: TableInput<LedgerRecord>): Ledger {
  const audit = startAudit(protocol);
  readAll(audit, rowsOf(lines), isParsed(lines) ? lines.source.name : "ledger");
  const view = audit.view();
  if (view === undefined) {
    throw competitionError({
      code: "empty-ledger",
      path: isParsed(lines) ? lines.source.name : "ledger",
      received: "no line",
      expected: "at least the opening",
      hint: "Start a ledger with startLedger.",
    });
  }
  const records = isParsed(lines) ? lines.rows : lines.map(canonicalCopy);
  return ledgerOf(storeOf(NO_LINES, view.memory, records), view);
}

function openFrom(protocol: AllocationProtocol, resumption: LedgerResumption): Ledger {
  const { checkpoint } = resumption;
  const { rules, earlier, later, name, memory } = resumed(resumption);
  const { opening, head, peaks } = checkpoint;
  const strange = openingFinding(opening, protocol);
  if (strange !== undefined) throw refusal("checkpoint.opening", strange);
  const view = { ...rules, memory: memory(), size: head.size };
  readAll(startAudit(protocol, undefined, { view, chain: head.chain }), later, name);
  const { citizens } = resumption;
  const beginning: Beginning = {
    size: head.size,
    chain: head.chain,
    peaks: peaks.map((peak) => peak ?? undefined),
    memory,
    earlier: new Map(earlier.map((line) => [line.sequence, canonicalCopy(line)])),
    ...(citizens === undefined ? {} : { citizens: new Set(citizens) }),
  };
  return ledgerOf(storeOf(beginning, view.memory, later.map(canonicalCopy)), view);
}

function readAll(audit: Audit, lines: readonly unknown[], name: string): void {
  for (const line of lines) {
    const [finding] = audit.read(line).findings;
    if (finding !== undefined) throw refusal(`${name}, line ${finding.line}`, finding);
  }
}

/** A finding as an error. */
function refusal(place: string, finding: LedgerFinding): Error {
  const code = CHAIN.has(finding.code) ? "broken-chain" : finding.code;
  const hint = finding.hint ?? HINTS[code];
  return competitionError({
    code,
    path: finding.field === undefined ? place : `${place}, ${finding.field}`,
    ...("received" in finding ? { received: finding.received } : {}),
    expected: finding.expected,
    ...(hint === undefined ? {} : { hint }),
  });
}
