import type { Span } from "../../core/index.js";
import type { Wording } from "../../outcomes/index.js";

const UNITS = {
  days: { da: ["dag", "dage"], en: ["day", "days"] },
  weeks: { da: ["uge", "uger"], en: ["week", "weeks"] },
  months: { da: ["måned", "måneder"], en: ["month", "months"] },
} as const;

/** Spans one after the other in words; neighbors of one unit are added up: 6 weeks + 7 weeks is 13 weeks. */
export function spansInWords(spans: readonly Span[]): Wording {
  const parts: { unit: keyof typeof UNITS; amount: number }[] = [];
  for (const span of spans) {
    const [unit, amount] = Object.entries(span)[0] as [keyof typeof UNITS, number];
    const last = parts.at(-1);
    if (last?.unit === unit) last.amount += amount;
    else parts.push({ unit, amount });
  }
  const words = (language: "da" | "en", and: string): string =>
    parts.map(({ unit, amount }) => `${amount} ${UNITS[unit][language][amount === 1 ? 0 : 1]}`).join(and);
  return { da: words("da", " og "), en: words("en", " and ") };
}
