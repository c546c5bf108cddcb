import { formatCount, formatDate, type Language } from "../display/index.js";
import type { DerivationStep, Disclosure, DisclosureCheck, PrintedFinding } from "../review/index.js";

const listed = (language: "da" | "en-GB", texts: readonly string[]): string =>
  new Intl.ListFormat(language).format(texts);

const WORDS = {
  da: {
    "opening": (counts: string, hidden: string, minimum: string) =>
      `${counts} antal, heraf ${hidden} skjult; ingen under ${minimum} må vises`,
    "against": (dates: readonly string[]) =>
      `holdt op mod ${dates.length === 1 ? "udgaven" : "udgaverne"} pr. ${listed("da", dates)}`,
    "alone": "ikke holdt op mod en tidligere udgave (--previous)",
    "safe": "intet skjult antal kan regnes ud",
    "between": (lower: string, upper: string) => `ligger mellem ${lower} og ${upper}`,
    "is": (count: string) => `er ${count}`,
    "earlier": (cell: string, date: string) => `${cell} pr. ${date}`,
    "change": (by: string, date: string) => `er ændret med ${by} siden ${date}`,
    "newcomers": (cell: string, count: string, date: string) =>
      `er det for alle ${count}, der er kommet til siden ${date}: ${cell}`,
    "group": (cell: string) => `er det for alle i sin gruppe: ${cell}`,
    "contradiction": "antallene modsiger hinanden",
    "growth": (cell: string, date: string) => `tilvækst i ${cell} siden ${date}`,
    "hidden": "skjult",
    "printed-small": (n: string) => `viser ${n}`,
    "printed-hidden": (n: string, cell: string) => `viser ${n}, men ${cell} er skjult`,
    "printed-otherwise": (n: string, cell: string) => `viser ${n}, men ${cell} er et andet antal`,
    "printed-derived": (n: string) => `viser ${n}, som bygger på skjulte antal`,
    "printed-beside": (n: string) => `viser ${n}, som udgavens review.json ikke giver`,
    "unmarked": () => "er skjult uden ordet “suppressed”",
    "whole": "udgaven",
  },
  en: {
    "opening": (counts: string, hidden: string, minimum: string) =>
      `${counts} counts, ${hidden} of them hidden; none below ${minimum} may be shown`,
    "against": (dates: readonly string[]) =>
      `held against the ${dates.length === 1 ? "edition" : "editions"} as of ${listed("en-GB", dates)}`,
    "alone": "not held against an earlier edition (--previous)",
    "safe": "no hidden count can be worked out",
    "between": (lower: string, upper: string) => `lies between ${lower} and ${upper}`,
    "is": (count: string) => `is ${count}`,
    "earlier": (cell: string, date: string) => `${cell} as of ${date}`,
    "change": (by: string, date: string) => `has changed by ${by} since ${date}`,
    "newcomers": (cell: string, count: string, date: string) =>
      `is so for all ${count} who have come since ${date}: ${cell}`,
    "group": (cell: string) => `is so for all of its group: ${cell}`,
    "contradiction": "the counts contradict each other",
    "growth": (cell: string, date: string) => `growth of ${cell} since ${date}`,
    "hidden": "hidden",
    "printed-small": (n: string) => `shows ${n}`,
    "printed-hidden": (n: string, cell: string) => `shows ${n}, but ${cell} is hidden`,
    "printed-otherwise": (n: string, cell: string) => `shows ${n}, but ${cell} is another count`,
    "printed-derived": (n: string) => `shows ${n}, which rests on hidden counts`,
    "printed-beside": (n: string) => `shows ${n}, which the edition's review.json doesn't give`,
    "unmarked": () => 'is hidden without the word "suppressed"',
    "whole": "the edition",
  },
} as const;

/** What an attacker gets out of a review, each finding with the sums that lead to it. */
export function disclosureReport(
  name: string,
  { counts, hidden, minimum, previous, safe, findings }: DisclosureCheck,
  language: Language,
): string {
  const words = WORDS[language];
  const count = (value: number): string => formatCount(value, { language });
  const opening = `${name}: ${words.opening(count(counts), count(hidden), count(minimum))}`;
  const dates = previous.map((date) => formatDate(date, { language }));
  const against = previous.length === 0 ? words.alone : words.against(dates);
  const lines = safe ? [`  ${words.safe}`] : findings.flatMap((finding) => findingLines(finding, language));
  return [opening, `  ${against}`, ...lines, ""].join("\n");
}

function findingLines(finding: Disclosure | PrintedFinding, language: Language): string[] {
  if ("path" in finding) return [printedLine(finding, language)];
  const words = WORDS[language];
  const { kind, cell, lower, upper, chain } = finding;
  const date = dateOf(finding, language);
  const from = formatCount(lower, { language });
  const to = formatCount(upper, { language });
  const bounds = lower === upper ? words.is(from) : words.between(from, to);
  const told = {
    small: `${cell} ${bounds}`,
    derivable: `${cell} ${bounds}`,
    earlier: `${words.earlier(cell, date)} ${bounds}`,
    change: `${cell} ${words.change(`${(lower ?? 0) > 0 ? "+" : ""}${from}`, date)}`,
    newcomers: words.newcomers(cell, from, date),
    group: words.group(cell),
    contradiction: `${cell}: ${words.contradiction}`,
  }[kind];
  return [`  ${told}`, ...chain.map((step) => `    ${stepLine(step, language)}`)];
}

function stepLine({ total, parts }: DerivationStep, language: Language): string {
  const words = WORDS[language];
  const term = ({ cell, review, asOf, count }: DerivationStep["total"]): string => {
    const date = asOf === undefined ? "" : formatDate(asOf, { language });
    const named = { published: cell, previous: words.earlier(cell, date), change: words.growth(cell, date) }[
      review
    ];
    return `${named} (${typeof count === "number" ? formatCount(count, { language }) : words.hidden})`;
  };
  return `${term(total)} = ${parts.map(term).join(" + ")}`;
}

function dateOf({ asOf }: { readonly asOf?: string }, language: Language): string {
  return asOf === undefined ? "" : formatDate(asOf, { language });
}

function printedLine({ kind, path, printed, cell }: PrintedFinding, language: Language): string {
  const words = WORDS[language];
  const number = printed === null ? "" : String(printed);
  return `  ${path === "" ? words.whole : path} ${words[kind](number, cell ?? "")}`;
}
