import type { Language } from "../../../src/display/index.js";

/** A number as a reader finds it in a text. */
export interface PrintedNumber {
  readonly value: number;
  readonly decimals: number;
  /** What it may have been made of: JSON has amounts in øre and shares as proportions. */
  readonly units: readonly number[];
  /** The words around it, to find it again. */
  readonly context: string;
}

const NUMBER: Readonly<Record<Language, RegExp>> = {
  da: /(?<![\p{L}\d,.])[−-]?\d{1,3}(?:(?:\.\d{3})+|\d*)(?:,\d+)?(?![\p{L}\d])/gu,
  en: /(?<![\p{L}\d,.])[−-]?\d{1,3}(?:(?:,\d{3})+|\d*)(?:\.\d+)?(?![\p{L}\d])/gu,
};

/** Every number of a text, by the signs of its language. */
export function numbersIn(text: string, language: Language): readonly PrintedNumber[] {
  return [...text.matchAll(NUMBER[language])].map(({ 0: printed, index }) => {
    const [whole = "", fraction = ""] = printed
      .replaceAll(language === "da" ? "." : ",", "")
      .replace("−", "-")
      .split(language === "da" ? "," : ".");
    return {
      value: Number(`${whole}.${fraction}`),
      decimals: fraction.length,
      units: unitsOf(text.slice(Math.max(0, index - 40), index), text.slice(index + printed.length)),
      context: text.slice(Math.max(0, index - 60), index + printed.length + 30).replaceAll(/\s+/g, " "),
    };
  });
}

/** Of `5.000 kr.`, `1.000 til 5.000 kr.`, `DKK 5,000`, `DKK 1,000 to 5,000`, of `40 %`, and of a number by itself. */
function unitsOf(before: string, after: string): readonly number[] {
  const isMoney =
    /^(?:\s(?:til|eller)\s[−\d.,∞]+)?\s?kr\./u.test(after) ||
    /DKK\s?(?:[−\d.,∞]+\s(?:to|or)\s)?$/u.test(before);
  if (isMoney) return [1 / 100];
  return /^\s?%/u.test(after) ? [100] : [1, 100];
}

/** What a reader of the page sees, the pictures' axes apart: their numbers stand in the tables beneath them. */
export function textOfHtml(html: string): string {
  return html
    .replaceAll(/<style>.*?<\/style>|<svg.*?<\/svg>|<title>.*?<\/title>/gs, " ")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}

/** What a reader of Markdown means by it. */
export function textOfMarkdown(markdown: string): string {
  return markdown.replaceAll(/\\([\\`*_{}[\]()#+\-.!|<>~&])/g, "$1").replaceAll("<br>", " ");
}

/** Every number below a value, and every text. */
export function leavesOf(value: unknown): {
  readonly numbers: readonly number[];
  readonly texts: readonly string[];
} {
  const numbers: number[] = [];
  const texts = new Set<string>();
  const visit = (each: unknown): void => {
    if (typeof each === "number") numbers.push(each);
    else if (typeof each === "string") texts.add(each);
    else if (typeof each === "object" && each !== null) Object.values(each).forEach(visit);
  };
  visit(value);
  return { numbers, texts: [...texts] };
}

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  da: "januar februar marts april maj juni juli august september oktober november december".split(" "),
  en: "January February March April May June July August September October November December".split(" "),
};

/** A text without those of its dates and months that stand, as ISO has them, among other texts. */
export function withoutDates(text: string, known: readonly string[], language: Language): string {
  const months = MONTHS[language];
  const written = new RegExp(`(?:(\\d{1,2})\\.? )?(${months.join("|")}) (\\d{4})`, "g");
  return text.replaceAll(written, (date, day: string | undefined, month: string, year: string) => {
    const iso = `${year}-${String(months.indexOf(month) + 1).padStart(2, "0")}`;
    return known.includes(day === undefined ? iso : `${iso}-${day.padStart(2, "0")}`) ? " " : date;
  });
}

/** A text without those others that hold a number: the protocol's words, names, sources, digests. */
export function withoutTexts(text: string, known: readonly string[]): string {
  return known
    .filter((each) => /\d/.test(each) && text.includes(each.slice(1)))
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, each) => rest.replaceAll(wholly(each), " "), text);
}

/** A text by itself, not as a part of a number or a word; a sentence may begin with it. */
function wholly(text: string): RegExp {
  const [first = "", second = ""] = [text.slice(0, 1), text.slice(1)].map((part) =>
    part.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&"),
  );
  return new RegExp(
    `(?<![\\p{L}\\d.,])(?:${first}|${first.toUpperCase()})${second}(?![\\p{L}\\d]|[.,]\\d)`,
    "gu",
  );
}
