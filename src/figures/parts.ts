import type { Drawn } from "./panel.js";

/** Tallest figure that is printed on a sheet of paper with letters that can be read: of A4 at its default width. */
const SHEET = 900;
/** Tallest part of a taller one: two of them fill a sheet. */
const PART = 470;

/** What is drawn of items, and the same in parts where it is taller than a sheet of paper; else there are none. */
export interface DrawnInParts extends Drawn {
  readonly parts: readonly Drawn[];
}

/**
 * Draws items, and if they are too tall for a sheet also in parts of as many as half of one holds. An item by itself is
 * as tall as it is.
 *
 * @param divide how items are made smaller beforehand, where that can be done
 */
export function drawInParts<Item>(
  items: readonly Item[],
  draw: (some: readonly Item[]) => Drawn,
  divide: (item: Item, tallest: number) => readonly Item[] = (item) => [item],
): DrawnInParts {
  const whole = draw(items);
  if (whole.bottom <= SHEET) return { ...whole, parts: [] };
  const parts: Item[][] = [];
  for (const item of items.flatMap((each) => divide(each, PART))) {
    const last = parts.at(-1);
    if (last !== undefined && draw([...last, item]).bottom <= PART) last.push(item);
    else parts.push([item]);
  }
  return { ...whole, parts: parts.map(draw) };
}
