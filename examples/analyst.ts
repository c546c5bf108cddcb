// The analyst, in a notebook, where the last value of a cell shows itself: each block is a cell.
// Run it with `npx tsx examples/analyst.ts`.
import {
  compareProportions,
  forestPlot,
  proportion,
  type Estimate,
  type Figure,
  type Row,
} from "konkurrencemodel/inference";

const supplier = { events: 412, total: 1204 };
const municipal = { events: 335, total: 1198 };

export const rate: Estimate = proportion(supplier); // Wilson, 95 %

export const effects: readonly Estimate[] = (
  ["newcombe", "miettinen-nurminen", "agresti-caffo"] as const
).map((method) => compareProportions(supplier, municipal, { measure: "risk-difference", method }));

export const plot: Figure = forestPlot(effects); // SVG, no DOM needed

export const rows: readonly Row[] = effects.flatMap((effect) => effect.toRows()); // plain rows for any table or plot library

export const level: unknown = effects[0]?.provenance.options.level; // { value: 0.95, source: "default" }

if (process.argv[1] === import.meta.filename) {
  for (const value of [rate, ...effects]) console.log(`${value.toText()}\n`);
  console.table(rows);
  console.log(level);
}
