import type { Language } from "./blocks.js";
import { formatPercent } from "./numbers.js";

/** What is shown has one decimal. */
const FINEST = 0.001;

/**
 * A probability or a share of resamples as text: never 0 % or 100 %, which neither a model nor finitely many resamples
 * can tell, but under 0.1 % or over 99.9 % (of few resamples, what one of them is).
 *
 * @param times How many resamples it is a share of; absent: of none.
 */
export function formatChance(chance: number, language: Language, times: number = Infinity): string {
  const finest = Math.max(FINEST, 1 / times);
  if (chance > 1 - finest) return `over ${formatPercent(1 - finest, { language })}`;
  if (chance < finest) return `under ${formatPercent(finest, { language })}`;
  return formatPercent(chance, { language });
}
