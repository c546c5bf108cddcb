import { matrixVector } from "../../numerics/index.js";
import { designOf, type Design } from "./design.js";
import { separationOf, type Separation } from "./separation.js";

/** A term that moves the rows by less than this share of how far they move has no part in it. */
const NO_PART = 1e-6;

/**
 * The terms, by number, that separate 1 from 0: where the separation is complete, as few as do it (the
 * intercept alone if all responses are the same); else those along whose combination it is.
 *
 * @param design of the columns without weights
 */
export function separatingTerms(
  columns: readonly ArrayLike<number>[],
  response: ArrayLike<number>,
  { extent, direction }: Separation,
  design: Design,
): readonly number[] {
  return extent === "complete" ? fewest(columns, response, design) : along(columns, direction, design);
}

/** Leaves out one term after another, the last first, as long as the rest tells all rows apart. */
function fewest(
  columns: readonly ArrayLike<number>[],
  response: ArrayLike<number>,
  { kept }: Design,
): readonly number[] {
  let terms = kept.filter((term) => term > 0);
  for (const term of terms.toReversed()) {
    const rest = terms.filter((other) => other !== term);
    const { basis } = designOf(
      rest.map((each) => columns[each - 1] ?? []),
      response.length,
    );
    if (separationOf(basis, response)?.extent === "complete") terms = rest;
  }
  return terms.length === 0 ? [0] : terms;
}

function along(
  columns: readonly ArrayLike<number>[],
  direction: readonly number[],
  { back, kept }: Design,
): readonly number[] {
  const coefficients = matrixVector(back, direction);
  const moved = kept.map((term, i) => Math.abs(coefficients[i] ?? 0) * rangeOf(columns[term - 1] ?? []));
  const most = Math.max(...moved);
  return kept.filter((_, i) => (moved[i] ?? 0) > NO_PART * most);
}

/** From the least to the greatest value; 0 without values. */
function rangeOf(column: ArrayLike<number>): number {
  let [least, greatest] = [Infinity, -Infinity];
  for (let i = 0; i < column.length; i++) {
    least = Math.min(least, column[i] ?? 0);
    greatest = Math.max(greatest, column[i] ?? 0);
  }
  return greatest > least ? greatest - least : 0;
}
