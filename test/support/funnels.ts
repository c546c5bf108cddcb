import { municipalities } from "../../src/benchmark/index.js";
import type { FunnelPlotLimit, FunnelPlotRow, FunnelPlotSubject } from "../../src/figures/index.js";
import { LONG_NAME } from "./figures.js";

const TARGET = 0.4;
const QUANTILES: Readonly<Record<number, number>> = { 0.95: 1.959964, 0.998: 3.090232 };

/** Limits at each whole size up to one, by the normal approximation, widened by a factor. */
export function limitsUpTo(most: number, exact: boolean, widened = 1): readonly FunnelPlotLimit[] {
  return [0.95, 0.998].map((level) => {
    const points = Array.from({ length: most }, (_, index) => {
      const size = index + 1;
      const half = widened * (QUANTILES[level] ?? 2) * Math.sqrt((TARGET * (1 - TARGET)) / size);
      return { size, lower: Math.max(0, TARGET - half), upper: Math.min(1, TARGET + half) };
    });
    return { level, exact, points };
  });
}

/** As many municipalities as wanted, the longest names among them, small ones more often than large ones. */
function municipalityRows(count: number, spread: number): readonly FunnelPlotRow[] {
  const names = municipalities
    .map(({ name }) => name)
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return names.slice(0, count).map((label, index) => {
    const size = 45 + Math.round(900 * (((index * 61) % 97) / 97) ** 3);
    const value = TARGET + spread * ((((index * 37) % 89) - 44) / 44);
    return { label, size, value: Math.round(value * size) / size };
  });
}

/** Municipalities around 40 %, as far apart as wanted, with two arms among them where there are more than two. */
export function funnelOf(count: number, spread = 0.15): FunnelPlotSubject {
  const arms: readonly FunnelPlotRow[] = [
    { label: "Virksomheden Fredericia", size: 179, value: 68 / 179, highlight: true },
    { label: LONG_NAME, size: 184, value: 101 / 184, highlight: true },
  ];
  const rows = count > 2 ? [...municipalityRows(count, spread), ...arms] : municipalityRows(count, spread);
  return {
    measure: "proportion",
    rows,
    target: { label: "Klynge C", value: TARGET },
    limits: limitsUpTo(1000, true),
  };
}
