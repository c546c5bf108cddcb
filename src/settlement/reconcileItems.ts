import { competitionError, parseDay, type Day } from "../core/index.js";
import { isCprShaped, isParsed, rowsOf, type TableInput } from "../tables/index.js";
import type { Claim } from "./claims.js";
import { checkGiven } from "./given.js";
import { ITEM_KINDS, namesOfItem, plainName, type Item } from "./itemNames.js";
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
  readonly item?: Item;
}

/** What can be claimed of an arm. */
export interface KnownItems {
  /** An item by any of its names; undefined where nobody knows what is meant. */
  readonly of: (name: string) => Item | undefined;
  /** The items by their codes, as the notice of unknown ones lists them. */
  readonly codes: readonly string[];
}

/** Items that take off, whichever sign a supplier gives them. */
const TAKING_OFF: ReadonlySet<string> = new Set(["deduction", "late-start", "clawback", "cap"]);

/** The key that claims and lines for the same thing share. */
export function itemKey({ kind, criterion }: Item): string {
  return kind === "bonus" ? `bonus ${criterion ?? ""}` : kind;
}

/**
 * The items that can be claimed of an arm: the kinds of lines, `deduction`, the criteria that it has a bonus
 * for, and `bonus` itself where that is only one; each by its code and by its names in both languages.
 */
export function knownItems(statement: StatementData, arm: string): KnownItems {
  const { items, unpaid } = statement;
  const criteria = [
    ...new Set(
      [...items, ...unpaid].flatMap((each) =>
        each.arm === arm && each.kind === "bonus" ? [each.criterion ?? ""] : [],
      ),
    ),
  ];
  const [only, ...further] = criteria;
  const bonuses = criteria.map((criterion): Item => ({ kind: "bonus", criterion }));
  const anyBonus: readonly Item[] = further.length === 0 ? [{ kind: "bonus", criterion: only }] : [];
  const others = ITEM_KINDS.filter((kind) => kind !== "bonus").map((kind): Item => ({ kind }));
  const byName = new Map<string, Item>();
  const name = (names: readonly string[], item: Item): void => {
    for (const each of names) byName.set(plainName(each), item);
  };
  for (const item of [...bonuses, ...others]) name(namesOfItem(item, statement), item);
  for (const item of anyBonus) name(namesOfItem({ kind: "bonus" }, statement), item);
  return {
    of: (text) => byName.get(plainName(text)),
    codes: [
      "base",
      ...(anyBonus.length > 0 ? ["bonus"] : []),
      ...criteria,
      ...others.slice(1).map(({ kind }) => kind),
    ],
  };
}

/** Claims with what they ask for, checked where they come from no file. */
export function askedOf(claims: TableInput<Claim>, known: KnownItems): readonly Asked[] {
  const rowOf = isParsed(claims) ? (index: number) => claims.rowNumber(index) : (index: number) => index + 1;
  return rowsOf(claims).map((claim, index) => {
    const day = checkedDay(claim, `claims[${index}]`);
    const item = known.of(claim.item);
    const amount = item !== undefined && TAKING_OFF.has(item.kind) ? lowered(claim.amount) : claim.amount;
    return { claim, row: rowOf(index), day, amount, ...(item === undefined ? {} : { item }) };
  });
}

function lowered(amount: Ore): Ore {
  return amount > 0 ? -amount : amount;
}

function checkedDay(claim: Claim, path: string): Day {
  checkGiven("reconcileClaims", { claim }, path);
  const { citizen, date, amount, referredOn } = claim;
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
  if (referredOn !== undefined) parseDay(referredOn, `${path}.referredOn`);
  return parseDay(date, `${path}.date`);
}

/** What a line is for, as claims name it. */
export function itemOf({ kind, criterion }: Pick<LineItem, "kind" | "criterion">): Item {
  return criterion === undefined ? { kind } : { kind, criterion };
}
