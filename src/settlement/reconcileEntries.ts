import type { Ore } from "./terms.js";
import type { Asked } from "./reconcileItems.js";
import { byContent, pairUp, type Pair } from "./reconcilePairs.js";
import type { NotOwedReason, ReconciledEntry, ReconciliationStatus } from "./reconcileTypes.js";
import type { LineItem, Unpaid } from "./types.js";

/** What is known beside the claims and lines of one citizen and item. */
export interface Background {
  readonly arm: string;
  readonly dateTolerance: number;
  /** The arm of a citizen who was drawn. */
  readonly armOf: (citizen: string) => string | undefined;
  /** Why a citizen of the arm has no line for an item (yet). */
  readonly unpaidOf: (citizen: string, item: string) => Unpaid | undefined;
}

/** The entries of one citizen and item: pairs first, then what credits take back, then what is left over. */
export function entriesOf(
  asked: readonly Asked[],
  lines: readonly LineItem[],
  background: Background,
): readonly ReconciledEntry[] {
  const paired = pairUp(asked, lines, background.dateTolerance);
  const { withdrawn, left } = takenBack(paired.asked);
  const owedOnly = paired.lines.map((line) =>
    entry("not-claimed", { owed: line.amount, undisputed: Math.min(0, line.amount), line }),
  );
  return [
    ...paired.pairs.map((pair) => pairEntry(pair, background)),
    ...withdrawn,
    ...left.map((each) => leftEntry(each, paired.pairs, lines, background)),
    ...owedOnly,
  ];
}

type Facts = Omit<ReconciledEntry, "status" | "claimed" | "owed" | "undisputed"> &
  Partial<Pick<ReconciledEntry, "claimed" | "owed" | "undisputed">>;

function entry(status: ReconciliationStatus, facts: Facts): ReconciledEntry {
  return { status, claimed: 0, owed: 0, undisputed: 0, ...facts };
}

function pairEntry({ asked, line, days }: Pair, { dateTolerance }: Background): ReconciledEntry {
  const { claim, row, amount: claimed } = asked;
  const owed = line.amount;
  const late = Math.abs(days) > dateTolerance;
  const status = claimed !== owed ? "another-amount" : late ? "another-date" : "agreed";
  return entry(status, { claimed, owed, undisputed: Math.min(claimed, owed), claim, row, line, days });
}

/** Claims without a line that a credit of the same amount takes back, each by one. */
function takenBack(asked: readonly Asked[]): {
  readonly withdrawn: readonly ReconciledEntry[];
  readonly left: readonly Asked[];
} {
  const inOrder = asked.toSorted(byContent);
  const credits = new Map<Ore, Asked[]>();
  for (const each of inOrder) {
    if (each.amount >= 0) continue;
    const same = credits.get(-each.amount);
    if (same === undefined) credits.set(-each.amount, [each]);
    else same.push(each);
  }
  const gone = new Set<Asked>();
  const withdrawn: ReconciledEntry[] = [];
  for (const each of inOrder) {
    const credit = each.amount > 0 ? credits.get(each.amount)?.pop() : undefined;
    if (credit === undefined) continue;
    gone.add(each).add(credit);
    const { claim, row } = each;
    withdrawn.push(entry("withdrawn", { claim, row, credit: credit.claim, creditRow: credit.row }));
  }
  return { withdrawn, left: inOrder.filter((each) => !gone.has(each)) };
}

/** A claim that no line is there for. */
function leftEntry(
  { claim, row, amount: claimed, item, day }: Asked,
  pairs: readonly Pair[],
  lines: readonly LineItem[],
  { arm, armOf, unpaidOf }: Background,
): ReconciledEntry {
  const facts = { claimed, claim, row };
  if (claimed < 0 || item === "deduction") return entry("deduction", { ...facts, undisputed: claimed });
  const { citizen } = claim;
  const drawn = citizen === undefined ? undefined : armOf(citizen);
  if (citizen !== undefined && drawn === undefined && lines.length === 0)
    return entry("unknown-citizen", facts);
  if (drawn !== undefined && drawn !== arm) return entry("other-arm", { ...facts, otherArm: drawn });
  if (item === undefined) return entry("unknown-item", facts);
  if (citizen === undefined && lines.length === 0 && item.startsWith("bonus")) {
    return entry("unknown-citizen", facts);
  }
  const unpaid = citizen === undefined ? undefined : unpaidOf(citizen, item);
  const once = lines.length === 1 && unpaid === undefined;
  if (once || pairs.some(({ asked }) => asked.day === day)) return entry("claimed-twice", facts);
  const reason: NotOwedReason = unpaid?.reason ?? "no-line";
  return entry("not-owed", {
    ...facts,
    reason,
    ...(unpaid === undefined ? {} : { standing: unpaid.standing }),
  });
}
