import type { Background } from "./reconcileEntries.js";
import { itemKey, itemOf, type Asked } from "./reconcileItems.js";
import type { DrawnCitizen } from "./reconcileTypes.js";
import type { LineItem, StatementData, Unpaid } from "./types.js";

/** Claims and lines of one citizen and item. */
export interface Group {
  readonly asked: Asked[];
  readonly lines: LineItem[];
}

/** Claims and lines by citizen and item; unknown items by what they are called. */
export function groupsOf(asked: readonly Asked[], lines: readonly LineItem[]): readonly Group[] {
  const groups = new Map<string, Group>();
  const groupOf = (item: string, citizen: string | undefined): Group => {
    const key = keyOf(item, citizen);
    const group = groups.get(key) ?? { asked: [], lines: [] };
    groups.set(key, group);
    return group;
  };
  for (const line of lines) groupOf(itemKey(itemOf(line)), line.citizen).lines.push(line);
  for (const each of asked) {
    const { item, claim } = each;
    groupOf(item === undefined ? `? ${claim.item}` : itemKey(item), claim.citizen).asked.push(each);
  }
  return [...groups.values()];
}

/** What a claim without a line may have been waiting for, the likeliest first. */
const STANDINGS: readonly Unpaid["standing"][] = ["open", "unknown", "lost"];

/** Who was drawn for which arm, which referrals are settled, and why the arm's citizens have no line for an item. */
export function citizensOf(
  { items, unpaid }: StatementData,
  arm: string,
  participants: readonly DrawnCitizen[] | undefined,
): Pick<Background, "armOf" | "referralOf" | "referralsOf" | "settledOf" | "unpaidOf"> {
  const drawn = new Map<string, DrawnCitizen>();
  for (const { citizen, arm: drawnFor } of [...items, ...unpaid]) {
    if (participants === undefined && citizen !== undefined) drawn.set(citizen, { citizen, arm: drawnFor });
  }
  for (const each of participants ?? []) drawn.set(each.citizen, each);
  const referralOf: Background["referralOf"] = ({ citizen, referredOn }) =>
    referredOn ?? drawn.get(citizen ?? "")?.referredOn;

  const reasons = new Map<string, Unpaid[]>();
  const settled = new Map<string, Set<string>>();
  const armsOfReferrals = new Map<string, string>();
  const own = new Set<string>();
  for (const each of [...(participants ?? []), ...items, ...unpaid]) {
    const { citizen, referredOn } = each;
    if (citizen !== undefined && referredOn !== undefined) {
      armsOfReferrals.set(keyOf(referredOn, citizen), each.arm);
    }
  }
  for (const each of [...items, ...unpaid]) {
    if (each.arm !== arm || each.citizen === undefined) continue;
    own.add(each.citizen);
    const key = keyOf(itemKey(itemOf(each)), each.citizen);
    const referral = referralOf(each);
    if (referral !== undefined) settled.set(key, (settled.get(key) ?? new Set()).add(referral));
    if ("standing" in each) reasons.set(key, [...(reasons.get(key) ?? []), each]);
  }
  for (const each of reasons.values()) {
    each.sort((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing));
  }
  return {
    armOf: (citizen, referredOn) =>
      armsOfReferrals.get(keyOf(referredOn ?? "", citizen)) ??
      (own.has(citizen) ? arm : drawn.get(citizen)?.arm),
    referralOf,
    referralsOf: (citizen) => drawn.get(citizen)?.referrals ?? 1,
    settledOf: (citizen, item) => settled.get(keyOf(itemKey(item), citizen)) ?? NONE,
    unpaidOf: (citizen, item, referredOn) =>
      reasons
        .get(keyOf(itemKey(item), citizen))
        ?.find((each) => referredOn === undefined || (referralOf(each) ?? referredOn) === referredOn),
  };
}

const NONE: ReadonlySet<string> = new Set();

function keyOf(item: string, citizen: string | undefined): string {
  return `${item}\n${citizen ?? ""}`;
}
