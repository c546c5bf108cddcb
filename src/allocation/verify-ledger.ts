import { deepFreeze, resolveOptions, type Notice, type OptionRules } from "../core/index.js";
import { startAudit, type Audit } from "./audit.js";
import { keyRule, type Key } from "./key.js";
import { headFindings, headRule, trackHead } from "./head.js";
import { checkProtocol } from "./plan.js";
import { hasNominalProbabilities, NOMINAL } from "./plan-lint.js";
import { fieldOf } from "./shape.js";
import type { AllocationProtocol, LedgerFinding, LedgerHead, LedgerVerification } from "./types.js";

export interface VerifyOptions {
  /** Once it is revealed: every draw is made again. */
  readonly key?: Key;
  /** A head that was published; the ledger may have grown since. */
  readonly head?: LedgerHead;
}

/** Lines as values or as text, or a whole file as parseLedger gives it. */
export type LedgerLines =
  | Iterable<unknown>
  | AsyncIterable<unknown>
  | { readonly rows: Iterable<unknown>; readonly notices?: readonly Notice[] };

const LISTED = 100;

const rules: OptionRules<VerifyOptions> = { key: keyRule, head: headRule };

/**
 * Tells whether a ledger holds, and if not, which lines don't.
 *
 * Always: each line's form and digest, the chain, the sequence, that the protocol is the ledger's own, and
 * that each line says what this package would have written there, probabilities included. With the key:
 * the commitment and every draw. With a published head: that the ledger begins with the lines that it was
 * taken of, so that a cut-off or rewritten end is found. A ledger that was rewritten from some line on, with
 * new digests throughout, is found only by key or head.
 *
 * That nobody tried keys, dates or rosters until the arms pleased isn't in the ledger: it takes heads that were
 * published before each draw, and a public value that came later (the plan's `beacon`). How each draw is
 * made, in words and in another language, stands in the package's examples/draw.
 *
 * What a ledger took from outside, reported participants and amendments, is taken as it stands there.
 *
 * @param lines A file as parseLedger gives it, in which any byte that was changed, put in or taken away is
 * found; or records, or texts of lines, from any iterable, also an asynchronous one: a long file need not be
 * held in memory. Split it at line feeds only and keep everything else (Node's readline drops carriage
 * returns). Whatever else comes out of it is a finding.
 * @returns `valid`, what was `checked`, the number of lines (`size`), the `head`, and `findings` in the order
 * of the lines: the first names the first line that doesn't hold.
 * @throws CompetitionError `impossible-protocol`, `unknown-option`; never on a bad ledger.
 * @example
 * (await verifyLedger(protocol, ledger.records, { key, head: published })).valid
 * @example
 * (await verifyLedger(protocol, [null])).findings[0] // { code: "malformed", line: 1, … }
 */
export async function verifyLedger(
  protocol: AllocationProtocol,
  lines: LedgerLines,
  options: VerifyOptions = {},
): Promise<LedgerVerification> {
  const { key, head } = resolveOptions<VerifyOptions>("verifyLedger", options, rules).values;
  const audit = startAudit(checkProtocol(protocol), key);
  const list = findingList();
  const reached = trackHead(head?.size);
  for await (const line of iterableOf(lines)) {
    const read = audit.read(line);
    list.add(read.findings);
    reached.add(read.digest);
  }
  if (reached.size() === 0) list.add([EMPTY]);
  if (isCut(lines)) list.add([{ ...CUT, line: reached.size() }]);
  if (head !== undefined) list.add(headFindings(head, reached));
  const now = reached.now();
  return deepFreeze({
    kind: "verification",
    valid: list.total() === 0,
    checked: [
      "chain",
      "protocol",
      ...(audit.drawsChecked() ? (["draws"] as const) : []),
      ...(head === undefined ? [] : (["head"] as const)),
    ],
    size: reached.size(),
    ...(now === undefined ? {} : { head: now }),
    findings: list.listed(),
    notices: [...noticesOf(audit), ...list.notices()],
  });
}

/** Whether a file's last line lacks its line feed. */
function isCut(lines: LedgerLines): boolean {
  const notices = fieldOf(lines, "notices");
  return Array.isArray(notices) && notices.some((notice) => fieldOf(notice, "code") === CUT.code);
}

const CUT: LedgerFinding = {
  code: "no-final-line-feed",
  expected: "a line feed after the last line too",
  hint: "Writing may have been cut off; whoever appends next with the command adds it.",
};

const EMPTY: LedgerFinding = { code: "empty-ledger", expected: "at least the opening" };

/** Keeps the first findings and counts the further ones: a ruined file has as many as lines. */
function findingList() {
  const listed: LedgerFinding[] = [];
  let total = 0;
  return {
    add: (findings: readonly LedgerFinding[]): void => {
      total += findings.length;
      listed.push(...findings.slice(0, LISTED - listed.length));
    },
    total: (): number => total,
    listed: (): readonly LedgerFinding[] => listed,
    notices: (): readonly Notice[] =>
      total > LISTED ? [{ code: "more-findings", severity: "warning", listed: LISTED, total }] : [],
  };
}

function noticesOf(audit: Audit): readonly Notice[] {
  const view = audit.view();
  if (view === undefined) return [];
  const { opening, procedure, memory } = view;
  const unfinished = audit.unfinished();
  const backwards = audit.backwards();
  const repeated = audit.repeatedBeacon();
  const reported = Object.keys(memory.counters?.reported ?? {});
  return [
    ...(opening.mode === "test" ? [{ code: "test-ledger", severity: "caution" } as const] : []),
    ...(procedure.predictable
      ? [{ code: "predictable-design", severity: "caution", algorithm: procedure.algorithm } as const]
      : []),
    ...(hasNominalProbabilities(opening.allocation) ? [{ ...NOMINAL, algorithm: procedure.algorithm }] : []),
    ...(repeated === undefined
      ? []
      : [{ code: "repeated-beacon", severity: "caution", ...repeated } as const]),
    ...(backwards === undefined
      ? []
      : [{ code: "dates-run-backwards", severity: "caution", ...backwards } as const]),
    ...(opening.allocation.beacon === undefined
      ? []
      : [{ code: "declared-beacon", severity: "info", beacon: opening.allocation.beacon } as const]), // that each value was the one, its source tells
    ...(reported.length > 0
      ? [{ code: "reported-occupancy", severity: "info", arms: reported } as const] // taken as reported
      : []),
    ...(unfinished === undefined
      ? []
      : [
          {
            code: "undrawn-roster",
            severity: "info",
            batch: unfinished.roster.batch,
            citizens: unfinished.roster.referrals.length,
            drawn: unfinished.done,
          } as const,
        ]),
  ];
}

function iterableOf(lines: LedgerLines): Iterable<unknown> | AsyncIterable<unknown> {
  if (typeof lines !== "object" || lines === null) return [lines];
  if ("rows" in lines) return lines.rows;
  return Symbol.iterator in lines || Symbol.asyncIterator in lines ? lines : [lines];
}
