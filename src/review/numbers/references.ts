import type { Reference } from "../../display/index.js";
import type { EditionData } from "../types.js";
import { toldOnPageOne } from "./told.js";
import type { PointOfBrief, ReviewNumber } from "./types.js";

/** The numbers of page one, which the appendix tells of. */
export function numbersOfPageOne(data: EditionData): readonly ReviewNumber[] {
  const told = new Set(Object.values(toldOnPageOne(data)).flat());
  return data.numbers.filter(({ id }) => told.has(id));
}

/** Where the appendix tells of the numbers of a part of page one: `N1–N4`, a reference for those that follow each other. */
export function referencesTo(data: EditionData, point: PointOfBrief): readonly Reference[] {
  const told = new Set(toldOnPageOne(data)[point]);
  const runs: { first: ReviewNumber; last: ReviewNumber; end: number }[] = [];
  for (const [index, number] of data.numbers.entries()) {
    if (!told.has(number.id)) continue;
    const run = runs.at(-1);
    if (run?.end === index) Object.assign(run, { last: number, end: index + 1 });
    else runs.push({ first: number, last: number, end: index + 1 });
  }
  return runs.map(({ first, last }) => ({
    id: first.id,
    text: first === last ? first.label : `${first.label}–${last.label}`,
  }));
}
