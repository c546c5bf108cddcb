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

/**
 * A month in words: da `september 2006`, en `September 2006`; short da `sep. 06`, en `Sep 06`.
 *
 * @param month `YYYY-MM`
 * @throws CompetitionError `impossible-date` if the text is no month of the calendar.
 * @example
 * formatMonth("2006-09", { language: "da" }) // "september 2006"
 * @example
 * formatMonth("2005-05", { language: "da", short: true }) // "maj 05"
 */
export function formatMonth(
  month: string,
  { language, short = false }: { readonly language: Language; readonly short?: boolean },
): string {
  const { year, month: number } = civilOf(parseDay(`${month}-01`, "month"));
  const name = MONTHS[language][number - 1] ?? "";
  if (!short) return `${name} ${year}`;
  const cut = name.slice(0, 3);
  return `${cut}${language === "da" && cut !== name ? "." : ""} ${String(year).slice(2)}`;
}
