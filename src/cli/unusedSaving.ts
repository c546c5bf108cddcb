import { pricesAllArms, type Statement } from "../settlement/index.js";
import type { Surroundings } from "./surroundings.js";

/** Says that what a month saves is not used where costs can't be told, and whose prices that is for want of. */
export function tellUnusedSaving(statement: Statement | undefined, { err, strong }: Surroundings): void {
  const opening = `${strong("yellow", "caution:")} --saved-per-month is not used: `;
  if (statement === undefined) {
    err(`${opening}there are no payment terms\n`);
    return;
  }
  if (pricesAllArms(statement)) return;
  const unpriced = statement.totals
    .filter(({ arm }) =>
      statement.notices.some(
        ({ code, term, arm: of }) =>
          code === "term-missing" && of === arm && (term === "all" || term === "base"),
      ),
    )
    .map(({ name }) => name);
  const lack = unpriced.length === 1 ? "has no stated base" : "have no stated base";
  err(
    `${opening}what results cost is only told where every arm is priced, and ${unpriced.join(" and ")} ${lack}\n`,
  );
}
