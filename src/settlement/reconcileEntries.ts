import type { Day } from "../core/index.js";
import type { Item } from "./itemNames.js";
import type { Asked } from "./reconcileItems.js";
import { byContent, pairUp, type Meets, type Pair } from "./reconcilePairs.js";
import { sumUpNearly } from "./reconcileNearSums.js";
import { sumUp, type PartPair, type Summing } from "./reconcileSumUps.js";
import type { NotOwedReason, ReconciledEntry, ReconciliationStatus } from "./reconcileTypes.js";
import type { Ore } from "./terms.js";
import type { LineItem, Unpaid } from "./types.js";

/** What is known beside the claims and lines of one citizen and item. */
export interface Background {
  readonly arm: string;
  readonly dateTolerance: number;
  /** The statement's date. */
  readonly asOf: Day;
  /** The arm that a citizen, or the referral that is named, was drawn for; this one where a citizen was drawn for several. */
  readonly armOf: (citizen: string, referredOn: string | undefined) => string | undefined;
  /** The referral that a line, or what is unpaid, is of; undefined where nobody has told. */
  readonly referralOf: (of: Pick<LineItem, "citizen" | "referredOn">) => string | undefined;
  /** How many referrals a citizen has. */
  readonly referralsOf: (citizen: string) => number;
  /** The referrals of a citizen that the statement settles for an item, as far as they are told. */
  readonly settledOf: (citizen: string, item: Item) => ReadonlySet<string>;
  /** Why a citizen of the arm has no line for an item (yet), by the referral where one is named. */
  readonly unpaidOf: (citizen: string, item: Item, referredOn: string | undefined) => Unpaid | undefined;
}

/**
 * The entries of one citizen and item: claims and lines of one amount, then those that meet when they are summed up,
 * then lump sums that are off, then the nearest; then what credits take back, and what is left over.
 */
export function entriesOf(
  asked: readonly Asked[],
  lines: readonly LineItem[],
  background: Background,
): readonly ReconciledEntry[] {
  const { dateTolerance, asOf, referralOf } = background;
  const meets = meetsOf(background);
  const lastDay = asOf + dateTolerance;
  const summing: Summing = { meets, dateTolerance, referralOf, allLines: lines, lastDay };
  const equal = pairUp({ asked, lines }, "equal", { meets, dateTolerance });
  const summed = sumUp(equal, summing);
  const nearly = sumUpNearly(summed, summing);
  const nearest = pairUp(nearly, "unequal", { meets, dateTolerance });
  const parts = [...summed.pairs, ...nearly.pairs];
  const pairs = [...equal.pairs, ...parts, ...nearest.pairs];
  const { withdrawn, left } = takenBack(nearest.asked);
  return [
    ...[...equal.pairs, ...nearest.pairs].map((pair) => pairEntry(pair, background)),
    ...parts.map((pair) => partEntry(pair, parts, background)),
    ...withdrawn,
    ...left.map((each) => leftEntry(each, pairs, lines, background)),
    ...nearest.lines.map((line) => entry("not-claimed", { owed: line.amount, line })),
  ];
}

/** A claim that names a referral or a team is of no other's line; a line of which neither is told may be any's. */
function meetsOf({ referralOf }: Pick<Background, "referralOf">): Meets {
  return ({ claim: { referredOn, team } }, line) =>
    (referredOn === undefined || (referralOf(line) ?? referredOn) === referredOn) &&
    (team === undefined || (line.team ?? team) === team);
}

type Facts = Omit<ReconciledEntry, "status" | "claimed" | "owed" | "undisputed"> &
  Partial<Pick<ReconciledEntry, "claimed" | "owed" | "undisputed">>;

function entry(status: ReconciliationStatus, facts: Facts): ReconciledEntry {
  return { status, claimed: 0, owed: 0, undisputed: 0, ...facts };
}

/** What is told of every claim. */
function factsOf({ claim, row, item }: Asked): Pick<ReconciledEntry, "claim" | "row" | "item"> {
  return { claim, row, ...(item === undefined ? {} : { item }) };
}

function pairEntry({ asked, line, days }: Pair, { dateTolerance }: Background): ReconciledEntry {
  const claimed = asked.amount;
  const owed = line.amount;
  const late = Math.abs(days) > dateTolerance;
  const status = claimed !== owed ? "another-amount" : late ? "another-date" : "agreed";
  const undisputed = Math.min(claimed, owed);
  return entry(status, { claimed, owed, undisputed, ...factsOf(asked), line, days, ...vatOf(claimed, owed) });
}

/**
 * A part of a lump sum that is due later than it was claimed is a dispute of dates, as a claim of that line alone
 * would be; one that was due before isn't.
 */
function partEntry(
  { asked, line, days, claimed, owed, part }: PartPair,
  parts: readonly PartPair[],
  { dateTolerance }: Background,
): ReconciledEntry {
  const early = part.of === "claim" && -days > dateTolerance;
  const status = claimed !== owed ? "another-amount" : early ? "another-date" : "agreed";
  const undisputed = Math.min(claimed, owed);
  const ofClaim = (): Ore => parts.reduce((sum, each) => (each.asked === asked ? sum + each.owed : sum), 0);
  const vat = claimed === owed ? {} : vatOf(asked.amount, ofClaim());
  return entry(status, { claimed, owed, undisputed, ...factsOf(asked), line, days, part, ...vat });
}

/** Whether what is claimed is what is owed with VAT of a quarter, which claims are without. */
function vatOf(claimed: Ore, owed: Ore): Pick<ReconciledEntry, "withVat"> {
  return owed > 0 && 4 * (claimed - owed) === owed ? { withVat: true } : {};
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
    withdrawn.push(entry("withdrawn", { ...factsOf(each), credit: credit.claim, creditRow: credit.row }));
  }
  return { withdrawn, left: inOrder.filter((each) => !gone.has(each)) };
}

/**
 * A claim that no line is there for. Whom and what it is for goes before what it takes off: a credit for a citizen
 * whom nobody knows is no deduction yet, and no agreement.
 */
function leftEntry(
  asked: Asked,
  pairs: readonly Pair[],
  lines: readonly LineItem[],
  background: Background,
): ReconciledEntry {
  const { arm, armOf } = background;
  const { amount: claimed, item, claim } = asked;
  const { citizen } = claim;
  const facts = { claimed, ...factsOf(asked) };
  const drawn = citizen === undefined ? undefined : armOf(citizen, claim.referredOn);
  if (citizen !== undefined && drawn === undefined && lines.length === 0)
    return entry("unknown-citizen", facts);
  if (drawn !== undefined && drawn !== arm) return entry("other-arm", { ...facts, otherArm: drawn });
  if (item === undefined) return entry("unknown-item", facts);
  if (claimed < 0 || item.kind === "deduction") {
    return entry("deduction", { ...facts, undisputed: Math.min(0, claimed) });
  }
  if (citizen === undefined && lines.length === 0 && item.kind === "bonus") {
    return entry("unknown-citizen", facts);
  }
  return notOwed(asked, item, facts, pairs, lines, background);
}

/** Why a claim for something that could be owed to a citizen of the arm isn't: claimed twice, or a reason. */
function notOwed(
  asked: Asked,
  item: Item,
  facts: Facts,
  pairs: readonly Pair[],
  lines: readonly LineItem[],
  background: Background,
): ReconciledEntry {
  const { citizen, referredOn, team } = asked.claim;
  const { asOf, unpaidOf, settledOf, referralsOf } = background;
  const because = (reason: NotOwedReason, standing?: Unpaid["standing"]): ReconciledEntry =>
    entry("not-owed", { ...facts, reason, ...(standing === undefined ? {} : { standing }) });
  const meets = meetsOf(background);
  const own = lines.filter((line) => meets(asked, line));
  if (team !== undefined && lines.length > 0 && own.length === 0)
    return because("team-not-settled", "unknown");
  const settled = citizen === undefined ? undefined : settledOf(citizen, item);
  if (settled !== undefined && settled.size > 0 && referredOn !== undefined && !settled.has(referredOn)) {
    return because("referral-not-settled", "unknown");
  }
  const unpaid = citizen === undefined ? undefined : unpaidOf(citizen, item, referredOn);
  const later = asked.day > asOf;
  const sameDay = pairs.some((pair) => pair.asked.day === asked.day && meets(asked, pair.line));
  const once = own.length === 1 && unpaid === undefined && !(later && own.some(recurs));
  if (once || sameDay) return entry("claimed-twice", facts);
  if (unpaid === undefined) return because(later ? "after-statement" : "no-line", later ? "open" : undefined);
  const further =
    citizen !== undefined && referredOn === undefined && referralsOf(citizen) > (settled?.size ?? 0);
  return further && settled !== undefined && settled.size > 0
    ? because("referral-not-told", "unknown")
    : because(unpaid.reason, unpaid.standing);
}

/** A line after which another of its kind may come. */
function recurs({ week }: LineItem): boolean {
  return week !== undefined;
}
