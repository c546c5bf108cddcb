import { benchmarkNumbers } from "./benchmark.js";
import type { Numbered } from "./data.js";
import { effectNumbers } from "./effects.js";
import { moneyNumbers } from "./money.js";
import { allocationNumbers, readingNumbers } from "./others.js";
import { targetNumbers } from "./targets.js";
import { toldOnPageOne } from "./told.js";
import type { ReviewNumber } from "./types.js";

/** The numbers of an edition: those of page one first, as it tells them, and then the others. */
export function numbersOf(data: Numbered): readonly ReviewNumber[] {
  const all = [
    ...allocationNumbers(data),
    ...effectNumbers(data),
    ...readingNumbers(data),
    ...moneyNumbers(data),
    ...benchmarkNumbers(data),
    ...targetNumbers(data),
  ];
  const first = [...new Set(Object.values(toldOnPageOne(data)).flat())];
  const told = first.flatMap((id) => all.filter((each) => each.id === id));
  const others = all.filter(({ id }) => !first.includes(id));
  return [...told, ...others].map(({ id, ...number }, index) => ({
    id,
    label: `N${index + 1}`,
    ...number,
    version: data.provenance.version,
  }));
}
