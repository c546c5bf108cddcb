import {
  formatInterval,
  formatNumber,
  formatPercent,
  HIDDEN,
  inPercent,
  type Language,
} from "../display/index.js";
import type { Measure } from "./measures.js";
import { WORDING } from "./wording.js";

/** An interval as it is shown: its pieces if it has several, and what is to be said beside it. */
interface ShownInterval {
  readonly lower: number;
  readonly upper: number;
  readonly open?: "lower" | "upper";
  readonly segments?: readonly (readonly [lower: number, upper: number])[];
  readonly region?: { readonly lower: number; readonly upper: number };
  readonly hidden?: true;
}

/** An estimate in the measure's unit, the unit itself left to the heading: `48,3 %`, `7,2`, `1,21`. */
export function formatEstimate(value: number | null, { unit }: Measure, language: Language): string {
  if (unit === "percent") return formatPercent(value, { language });
  if (unit === "rank") return formatNumber(value, { language, decimals: rankDecimals(value) });
  return unit === "points"
    ? formatNumber(value === null ? null : inPercent(value), { language, decimals: 1 })
    : formatNumber(value, { language });
}

/**
 * An estimate and its interval in a few characters: `7,2 (3,1 til 11,3)`, `7,2 (ensidet 3,1 til 100,0)`; where
 * there is a region instead of a best guess, that: `−10,0 til 20,0 (−16,6 til 26,6)`.
 */
export function formatValue(
  row: ShownInterval & { readonly estimate: number | null },
  measure: Measure,
  language: Language,
): string {
  const { estimate, region, hidden = false } = row;
  if (hidden) return HIDDEN[language];
  const value =
    region === undefined
      ? formatEstimate(estimate, measure, language)
      : formatLimits(region, measure, language);
  const hasInterval = row.segments === undefined || row.segments.length > 0;
  return hasInterval ? `${value} (${formatPieces(row, measure, language)})` : value;
}

function formatPieces(row: ShownInterval, measure: Measure, language: Language): string {
  const words = WORDING[language];
  const pieces = row.segments ?? [[row.lower, row.upper]];
  const limits = pieces.map(([lower, upper]) => formatLimits({ lower, upper }, measure, language));
  return `${row.open === undefined ? "" : `${words.oneSided} `}${limits.join(words.or)}`;
}

function formatLimits(
  limits: { readonly lower: number; readonly upper: number },
  { unit }: Measure,
  language: Language,
): string {
  if (unit !== "rank") return formatInterval(limits, { language, unit });
  const decimals = Math.max(rankDecimals(limits.lower), rankDecimals(limits.upper));
  return formatInterval(limits, { language, decimals });
}

/** Ranks are whole, but for the middle of two. */
function rankDecimals(rank: number | null): number {
  return rank === null || Number.isInteger(rank) ? 0 : 1;
}
