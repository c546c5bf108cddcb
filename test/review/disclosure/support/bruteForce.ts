import type { CountSum, PublishedCounts } from "../../../../src/review/disclosure/index.js";

/** Least and greatest value of each hidden count, up to `most`. */
export type Ranges = ReadonlyMap<string, readonly [lower: number, upper: number]>;

/**
 * The attacker without mathematics: tries every set of whole numbers up to `most` for the hidden
 * counts, and keeps those with which every sum holds.
 */
export function bruteForce({ cells, sums }: PublishedCounts, most: number): Ranges {
  const zeros = mayBeZero(sums);
  const hidden = Object.keys(cells).filter((id) => cells[id] === "suppressed");
  const values = new Map(
    Object.entries(cells).filter((cell): cell is [string, number] => cell[1] !== "suppressed"),
  );
  const ranges = new Map<string, [number, number]>();
  const tied = hidden.filter((id) => sums.some(({ total, parts }) => total === id || parts.includes(id)));
  for (const id of hidden) if (!tied.includes(id)) ranges.set(id, [zeros.has(id) ? 0 : 1, most]);
  const tried = (): void => {
    const open = tied.filter((id) => !values.has(id));
    const id = open.find((one) => sums.some((sum) => leftFor(one, sum, values) !== undefined)) ?? open[0];
    if (id === undefined) {
      for (const one of tied) {
        const value = values.get(one) ?? 0;
        const [lower, upper] = ranges.get(one) ?? [value, value];
        ranges.set(one, [Math.min(lower, value), Math.max(upper, value)]);
      }
      return;
    }
    const forced = sums.map((sum) => leftFor(id, sum, values)).find((left) => left !== undefined);
    for (let value = zeros.has(id) ? 0 : 1; value <= most; value++) {
      if (forced !== undefined && value !== forced) continue;
      values.set(id, value);
      if (sums.every((sum) => canHold(sum, values))) tried();
    }
    values.delete(id);
  };
  tried();
  return ranges;
}

/** Hidden counts are from 1, those from 0 that are hidden with parts of personal sums, or tied to them by other sums. */
function mayBeZero(sums: readonly CountSum[]): ReadonlySet<string> {
  const found = new Set(sums.flatMap(({ personal, parts }) => (personal === true ? parts : [])));
  for (let round = 0; round < sums.length; round++) {
    for (const { total, parts, personal } of sums) {
      const tied = [total, ...parts];
      if (personal !== true && tied.some((id) => found.has(id))) for (const id of tied) found.add(id);
    }
  }
  return found;
}

/** What a count must be if all others of a sum are given. */
function leftFor(
  id: string,
  { total, parts }: CountSum,
  values: ReadonlyMap<string, number>,
): number | undefined {
  if (id !== total && !parts.includes(id)) return undefined;
  if ([total, ...parts].some((other) => other !== id && !values.has(other))) return undefined;
  const sum = parts.reduce((before, part) => before + (part === id ? 0 : (values.get(part) ?? 0)), 0);
  return id === total ? sum : (values.get(total) ?? 0) - sum;
}

/** Whether a sum holds, or can when what isn't tried yet is. */
function canHold({ total, parts }: CountSum, values: ReadonlyMap<string, number>): boolean {
  const whole = values.get(total) ?? Infinity;
  const sum = parts.reduce((before, part) => before + (values.get(part) ?? 0), 0);
  return values.has(total) && parts.every((part) => values.has(part)) ? sum === whole : sum <= whole;
}
