import { formatDate, type Language } from "../display/index.js";

/** A day in the cell of a table: da `31-12-2026`, en `2026-12-31`. */
export function shortDate(date: string, language: Language): string {
  return language === "da" ? date.split("-").toReversed().join("-") : date;
}

/** A month by its name: `2026-03` is da `marts 2026`, en `March 2026`. */
export function nameOfMonth(month: string, language: Language): string {
  return formatDate(`${month}-01`, { language }).replace(/^\S+ /u, "");
}
