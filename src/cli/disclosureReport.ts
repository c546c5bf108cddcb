import { formatCount, type Language } from "../display/index.js";
import type { DerivationStep, Disclosure, DisclosureCheck, PrintedFinding } from "../review/index.js";

const WORDS = {
  da: {
    "opening": (counts: string, hidden: string, minimum: string) =>
      `${counts} antal, heraf ${hidden} skjult; ingen under ${minimum} må vises`,
    "against": (date: string) => `holdt op mod udgaven pr. ${date}`,
    "alone": "ikke holdt op mod en tidligere udgave (--previous)",
    "safe": "intet skjult antal kan regnes ud",
    "between": (lower: string, upper: string) => `ligger mellem ${lower} og ${upper}`,
    "is": (count: string) => `er ${count}`,
    "earlier": (cell: string) => `${cell} i den tidligere udgave`,
    "change": (by: string) => `er ændret med ${by} siden den tidligere udgave`,
    "group": (cell: string) => `er det for alle i sin gruppe: ${cell}`,
    "contradiction": "antallene modsiger hinanden",
    "growth": (cell: string) => `tilvækst i ${cell}`,
    "hidden": "skjult",
    "printed-small": (n: string) => `viser ${n}`,
    "printed-hidden": (n: string, cell: string) => `viser ${n}, men ${cell} er skjult`,
    "printed-otherwise": (n: string, cell: string) => `viser ${n}, men ${cell} er et andet antal`,
    "printed-derived": () => "viser en andel af skjulte antal",
    "unmarked": () => "er skjult uden ordet “suppressed”",
    "whole": "udgaven",
  },
  en: {
    "opening": (counts: string, hidden: string, minimum: string) =>
      `${counts} counts, ${hidden} of them hidden; none below ${minimum} may be shown`,
    "against": (date: string) => `held against the edition as of ${date}`,
    "alone": "not held against an earlier edition (--previous)",
    "safe": "no hidden count can be worked out",
    "between": (lower: string, upper: string) => `lies between ${lower} and ${upper}`,
    "is": (count: string) => `is ${count}`,
    "earlier": (cell: string) => `${cell} in the earlier edition`,
    "change": (by: string) => `has changed by ${by} since the earlier edition`,
    "group": (cell: string) => `is so for all of its group: ${cell}`,
    "contradiction": "the counts contradict each other",
    "growth": (cell: string) => `growth of ${cell}`,
    "hidden": "hidden",
    "printed-small": (n: string) => `shows ${n}`,
    "printed-hidden": (n: string, cell: string) => `shows ${n}, but ${cell} is hidden`,
    "printed-otherwise": (n: string, cell: string) => `shows ${n}, but ${cell} is another count`,
    "printed-derived": () => "shows a rate of hidden counts",
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
  const against = previous === null ? words.alone : words.against(previous);
  const lines = safe ? [`  ${words.safe}`] : findings.flatMap((finding) => findingLines(finding, language));
  return [opening, `  ${against}`, ...lines, ""].join("\n");
}

function findingLines(finding: Disclosure | PrintedFinding, language: Language): string[] {
  if ("path" in finding) return [printedLine(finding, language)];
  const words = WORDS[language];
  const { kind, cell, lower, upper, chain } = finding;
  const from = formatCount(lower, { language });
  const to = formatCount(upper, { language });
  const bounds = lower === upper ? words.is(from) : words.between(from, to);
  const told = {
    small: `${cell} ${bounds}`,
    derivable: `${cell} ${bounds}`,
    earlier: `${words.earlier(cell)} ${bounds}`,
    change: `${cell} ${words.change(`${(lower ?? 0) > 0 ? "+" : ""}${from}`)}`,
    group: words.group(cell),
    contradiction: `${cell}: ${words.contradiction}`,
  }[kind];
  return [`  ${told}`, ...chain.map((step) => `    ${stepLine(step, language)}`)];
}

function stepLine({ total, parts }: DerivationStep, language: Language): string {
  const words = WORDS[language];
  const term = ({ cell, review, count }: DerivationStep["total"]): string => {
    const named = { published: cell, previous: words.earlier(cell), change: words.growth(cell) }[review];
    return `${named} (${typeof count === "number" ? formatCount(count, { language }) : words.hidden})`;
  };
  return `${term(total)} = ${parts.map(term).join(" + ")}`;
}

function printedLine({ kind, path, printed, cell }: PrintedFinding, language: Language): string {
  const words = WORDS[language];
  const number = printed === null ? "" : String(printed);
  return `  ${path === "" ? words.whole : path} ${words[kind](number, cell ?? "")}`;
}
