import { competitionError } from "../../core/index.js";
import type { CountModel } from "./types.js";

/**
 * Refuses a model that can't be.
 *
 * @throws CompetitionError `impossible-counts`.
 */
export function checkModel({ cells, sums }: CountModel, minimum: number): void {
  if (!Number.isSafeInteger(minimum) || minimum < 1) {
    throw impossible("minimum", minimum, "a whole number from 1");
  }
  const counts = new Map<string, number>();
  for (const { id, count, weight } of cells) {
    if (counts.has(id)) throw impossible(id, id, "each cell once");
    if (!Number.isSafeInteger(count) || count < 0) throw impossible(id, count, "a whole number from 0");
    if (!(weight > 0) || weight === Infinity) throw impossible(id, weight, "a weight above 0");
    counts.set(id, count);
  }
  for (const { total, parts } of sums) {
    const named = [total, ...parts];
    const unknown = named.find((id) => !counts.has(id));
    if (unknown !== undefined) throw impossible(`sum of ${total}`, unknown, "the id of a cell");
    if (new Set(named).size < named.length) throw impossible(`sum of ${total}`, parts, "different cells");
    const sum = parts.reduce((before, id) => before + (counts.get(id) ?? 0), 0);
    if (sum !== counts.get(total)) throw impossible(`sum of ${total}`, sum, String(counts.get(total)));
  }
}

function impossible(path: string, received: unknown, expected: string): Error {
  return competitionError({ code: "impossible-counts", path, received, expected });
}
