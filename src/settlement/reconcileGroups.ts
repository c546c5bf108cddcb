import type { Background } from "./reconcileEntries.js";
import { itemOf, type Asked } from "./reconcileItems.js";
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
  for (const line of lines) groupOf(itemOf(line), line.citizen).lines.push(line);
  for (const each of asked) groupOf(each.item ?? `? ${each.claim.item}`, each.claim.citizen).asked.push(each);
  return [...groups.values()];
}

/** Who was drawn for which arm, and why the arm's citizens have no line for an item. */
export function citizensOf(
  { items, unpaid }: StatementData,
  arm: string,
  participants: readonly DrawnCitizen[] | undefined,
): Pick<Background, "armOf" | "unpaidOf"> {
  const arms = new Map<string, string>();
  for (const { citizen, arm: drawn } of participants ?? [...items, ...unpaid]) {
    if (citizen !== undefined) arms.set(citizen, drawn);
  }
  const reasons = new Map<string, Unpaid>();
  for (const each of unpaid) {
    const key = keyOf(itemOf(each), each.citizen);
    if (each.arm === arm && !reasons.has(key)) reasons.set(key, each);
  }
  return {
    armOf: (citizen) => arms.get(citizen),
    unpaidOf: (citizen, item) => reasons.get(keyOf(item, citizen)),
  };
}

function keyOf(item: string, citizen: string | undefined): string {
  return `${item}\n${citizen ?? ""}`;
}
