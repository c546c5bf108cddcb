import { civilOf, parseDay } from "../core/index.js";
import type { Language } from "./blocks.js";

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  da: "januar februar marts april maj juni juli august september oktober november december".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/**
 * An ISO date in words: da `30. september 2006`, en `30 September 2006`.
 *
 * @throws CompetitionError `impossible-date` if the text is no day of the calendar.
 * @example
 * formatDate("2006-09-30", { language: "da" }) // "30. september 2006"
 * @example
 * formatDate("2006-02-29", { language: "en" }) // throws impossible-date
 */
export function formatDate(date: string, { language }: { readonly language: Language }): string {
  const { year, month, dayOfMonth } = civilOf(parseDay(date, "date"));
  return `${dayOfMonth}${language === "da" ? "." : ""} ${MONTHS[language][month - 1]} ${year}`;
}
