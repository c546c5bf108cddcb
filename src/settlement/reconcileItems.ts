import { competitionError, parseDay, type Day } from "../core/index.js";
import { isCprShaped, isParsed, rowsOf, type TableInput } from "../tables/index.js";
import type { Claim } from "./claims.js";
import type { Ore } from "./terms.js";
import type { LineItem, StatementData } from "./types.js";

/** A claim as it is held against lines. */
export interface Asked {
  readonly claim: Claim;
  readonly row: number;
  readonly day: Day;
  /** With its sign: what takes off is negative. */
  readonly amount: Ore;
  /** What lines it could be; absent where the item is unknown. */
  readonly item?: string;
}

/** The words that a claim's `item` can be, in small letters, and what lines each of them means. */
export type KnownItems = ReadonlyMap<string, string>;

/** Items that take off, whichever sign a supplier gives them. */
const TAKING_OFF: ReadonlySet<string> = new Set(["deduction", "late-start", "clawback", "cap"]);

/** What a line is, as claims name it: its kind, and of a bonus its criterion. */
export function itemOf({ kind, criterion }: Pick<LineItem, "kind" | "criterion">): string {
  return kind === "bonus" ? `bonus ${criterion ?? ""}` : kind;
}

/**
 * The items that can be claimed of an arm: the kinds of lines, `deduction`, the criteria that it has a bonus
 * for, and `bonus` itself where that is only one.
 */
export function knownItems({ items, unpaid }: StatementData, arm: string): KnownItems {
  const bonuses = [...items, ...unpaid].filter((each) => each.arm === arm && each.kind === "bonus");
  const criteria = new Map(bonuses.map((each) => [each.criterion ?? "", itemOf(each)]));
  const [only = "bonus", ...further] = criteria.values();
  const known = new Map([["base", "base"]]);
  if (further.length === 0) known.set("bonus", only);
  for (const [criterion, item] of criteria) known.set(criterion.toLowerCase(), item);
  for (const kind of ["deduction", "late-start", "clawback", "cap", "minimum"]) known.set(kind, kind);
  return known;
}

/** Claims with what they ask for, checked where they come from no file. */
export function askedOf(claims: TableInput<Claim>, known: KnownItems): readonly Asked[] {
  const rowOf = isParsed(claims) ? (index: number) => claims.rowNumber(index) : (index: number) => index + 1;
  return rowsOf(claims).map((claim, index) => {
    const day = checkedDay(claim, `claims[${index}]`);
    const item = known.get(claim.item.toLowerCase());
    const amount = item !== undefined && TAKING_OFF.has(item) ? lowered(claim.amount) : claim.amount;
    return { claim, row: rowOf(index), day, amount, ...(item === undefined ? {} : { item }) };
  });
}

function lowered(amount: Ore): Ore {
  return amount > 0 ? -amount : amount;
}

function checkedDay({ citizen, date, amount }: Claim, path: string): Day {
  if (!Number.isSafeInteger(amount)) {
    throw competitionError({
      code: "impossible-amount",
      path: `${path}.amount`,
      received: amount,
      expected: "a whole number of øre",
    });
  }
  if (citizen !== undefined && isCprShaped(citizen)) {
    throw competitionError({ code: "cpr-shaped", path: `${path}.citizen`, expected: "a pseudonym" });
  }
  return parseDay(date, `${path}.date`);
}
