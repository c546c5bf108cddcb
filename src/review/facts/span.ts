import type { Span } from "../../core/index.js";
import { spanInWords, type Wording } from "../../outcomes/index.js";

/** Spans one after the other in words; neighbors of one unit are added up: 6 weeks and 7 weeks are 13 weeks. */
export function spansInWords(spans: readonly Span[]): Wording {
  const merged = spans.reduce<readonly Span[]>((done, span) => {
    const sum = added(done.at(-1), span);
    return sum === undefined ? [...done, span] : [...done.slice(0, -1), sum];
  }, []);
  const words = (language: "da" | "en"): readonly string[] =>
    merged.map((span) => spanInWords(span, language));
  return { da: words("da").join(" og "), en: words("en").join(" and ") };
}

function added(a: Span | undefined, b: Span): Span | undefined {
  if (a === undefined) return undefined;
  if ("days" in a && "days" in b) return { days: a.days + b.days };
  if ("weeks" in a && "weeks" in b) return { weeks: a.weeks + b.weeks };
  return "months" in a && "months" in b ? { months: a.months + b.months } : undefined;
}
