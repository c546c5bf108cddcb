import type { Block, Language, Row } from "../../display/index.js";
import type { EditionData } from "../types.js";
import { originFacts } from "./facts.js";
import type { Labeled } from "./label.js";
import { ORIGIN_WORDS, type Origin } from "./words.js";

const CRITERION = "criterion-";

/** What each table and figure is made of, by which rule and how. */
export function originsSection(
  labeled: readonly Labeled[],
  data: EditionData,
  language: Language,
): readonly Block[] {
  if (labeled.length === 0) return [];
  const words = ORIGIN_WORDS[language];
  return [
    { block: "heading", level: 2, text: words.heading, id: "origins" },
    { block: "paragraph", text: words.text(data.provenance.version) },
    {
      block: "table",
      id: "table-origins",
      caption: words.caption,
      columns: words.columns.map((heading) => ({ heading })),
      rows: groupsOf(labeled).map((group) => {
        const { rows, rule, method } = originOf(group[0], data, language);
        const named = group.map(({ label, caption }) => `${label}: ${firstSentence(caption)}`);
        return [named.join("\n"), rows, rule, method];
      }),
    },
  ];
}

/** The same as rows, one for each table and figure, with the file that its numbers stand in. */
export function originRows(
  labeled: readonly Labeled[],
  data: EditionData,
  language: Language,
): readonly Row[] {
  return labeled.map((each) => {
    const { rows, rule, method } = originOf(each, data, language);
    const { label, id, caption } = each;
    return { language, label, id, file: fileOf(each), caption, madeOf: rows, rule, method };
  });
}

const FIGURE = "figure-";

/** Tables are named by the heading that they stand under, where their numbers aren't of another name: by heading or table. */
const TABLES: Readonly<Record<string, string>> = {
  "brief": "key-points",
  "chance": "participation",
  "cluster": "benchmark",
  "settlement": "settlement-totals",
  "analysis": "options",
  "repeat": "sources",
  "table-benchmark-ranks": "benchmark-ranks",
  "table-benchmark-without-one": "benchmark-without-one",
};

/** The file that holds the numbers of a table or the picture, in the folder that a review is written to. */
function fileOf({ id, place }: Labeled): string {
  if (id.startsWith(FIGURE)) return `figures/${id.slice(FIGURE.length)}.svg`;
  const name = place.startsWith(CRITERION)
    ? `effect-${place.slice(CRITERION.length)}`
    : (TABLES[id] ?? TABLES[place]);
  return `tables/${name ?? place}.csv`;
}

/** Tables and figures in a row that stand under one heading have one origin. */
function groupsOf(labeled: readonly Labeled[]): readonly (readonly [Labeled, ...Labeled[]])[] {
  const groups: [Labeled, ...Labeled[]][] = [];
  for (const each of labeled) {
    const last = groups.at(-1);
    if (last?.[0].place === each.place) last.push(each);
    else groups.push([each]);
  }
  return groups;
}

function originOf({ place }: Labeled, data: EditionData, language: Language): Origin {
  const { places, criterion, other } = ORIGIN_WORDS[language];
  const id = place.startsWith(CRITERION) ? place.slice(CRITERION.length) : undefined;
  const told = id === undefined ? (places[place] ?? other) : criterion;
  return told(originFacts(data, language, id));
}

/** A caption says first what it is of. */
function firstSentence(caption: string): string {
  return caption.split(/(?<=[^.\d])\. (?=\p{Lu})/u)[0]?.replace(/\.$/, "") ?? caption;
}
