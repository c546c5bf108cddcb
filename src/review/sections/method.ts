import { SUPPRESSED, type Publishable, type Source } from "../../core/index.js";
import { formatDate, type Block, type Language } from "../../display/index.js";
import { primaryEffect, withCriterionName } from "../read.js";
import type { PublishableEffect } from "../../effects/index.js";
import type { EditionData } from "../types.js";
import { missingSection } from "./missing.js";
import { withheldSection } from "./withheld.js";
import { noticeText } from "../words/notices.js";
import { METHOD_WORDS } from "../words/method.js";

/** What the design can and can't tell, how the numbers came to be, and how to have them again. */
export function methodSection(data: EditionData, language: Language): readonly Block[] {
  const words = METHOD_WORDS[language];
  const effect = primaryEffect(data);
  const nameOf = (arm: string): string => data.arms.find(({ id }) => id === arm)?.name ?? arm;
  return [
    { block: "heading", level: 2, text: words.heading, id: "method" },
    { block: "list", items: words.limits },
    { block: "heading", level: 3, text: words.analysis, id: "analysis" },
    { block: "paragraph", text: methodText(effect, language) },
    ...(effect === undefined ? [] : [optionsTable(data, effect.provenance.options, language)]),
    ...(data.openPoints.length === 0
      ? []
      : ([
          { block: "heading", level: 3, text: words.open, id: "open-points" },
          { block: "paragraph", text: words.openText },
          {
            block: "list",
            items: unique(
              data.openPoints.map((notice) =>
                noticeText(withCriterionName(notice, data, language), language, nameOf),
              ),
            ),
          },
        ] as const)),
    ...(data.notices.length === 0
      ? []
      : ([
          { block: "heading", level: 3, text: words.data, id: "about-data" },
          {
            block: "list",
            items: unique(data.notices.map((notice) => noticeText(notice, language))),
          },
        ] as const)),
    ...missingSection(data, language),
    ...withheldSection(data, language),
    { block: "heading", level: 3, text: words.repeat, id: "repeat" },
    { block: "paragraph", text: words.protocol(data.protocolDigest, data.provenance.version) },
    ...heldAgainstBlocks(data, language),
    ...commandBlocks(data, language),
    ...sourcesTable(data, language),
    ...(data.references.length === 0
      ? []
      : ([
          { block: "heading", level: 3, text: words.references, id: "references" },
          { block: "list", items: data.references },
        ] as const)),
  ];
}

/** How the deciding difference was worked out, which depends on how the draw was made, and the rates. */
function methodText(effect: PublishableEffect | undefined, language: Language): string {
  const { methods, rates } = METHOD_WORDS[language];
  const told: Readonly<Record<string, string>> = methods;
  const first = told[effect?.method ?? ""];
  return first === undefined ? rates : `${first} ${rates}`;
}

/** Beside which earlier editions a published one was made, since it is another beside others. */
function heldAgainstBlocks({ heldAgainst }: EditionData, language: Language): readonly Block[] {
  if (heldAgainst === undefined) return [];
  const words = METHOD_WORDS[language];
  const dates = heldAgainst.map((date) => formatDate(date, { language }));
  const text = dates.length === 0 ? words.heldAgainstNone : words.heldAgainst(dates.join("; "));
  return [{ block: "paragraph", text }];
}

/** The command that the review came from, where it is known. */
function commandBlocks(data: EditionData, language: Language): readonly Block[] {
  const command = data.beside?.command ?? data.command ?? null;
  if (command === null) return [];
  const text = `konkurrencemodel ${command.map(quoted).join(" ")}`;
  return [
    { block: "paragraph", text: METHOD_WORDS[language].command },
    { block: "paragraph", style: "small", text },
  ];
}

/** An argument as a shell takes it. */
function quoted(argument: string): string {
  return /^[\w./:=,…-]+$/u.test(argument) ? argument : `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}

/** Options of a comparison that no plan has: whoever makes the review asks for them. */
const ASKED: ReadonlySet<string> = new Set(["subgroups", "replay"]);

function optionsTable(
  data: EditionData,
  options: Readonly<Record<string, { readonly value: unknown; readonly source: string }>>,
  language: Language,
): Block {
  const words = METHOD_WORDS[language];
  const named = (id: string): string =>
    data.criteria.find((criterion) => criterion.id === id)?.name[language] ??
    data.arms.find((arm) => arm.id === id)?.name ??
    data.labels[id]?.name[language] ??
    id;
  return {
    block: "table",
    id: "table-options",
    caption: words.optionsCaption,
    columns: words.optionsColumns.map((heading) => ({ heading })),
    rows: Object.entries(options).map(([name, { value, source }]) => [
      words.options[name] ?? name,
      valueText(value, language, named),
      ASKED.has(name) ? words.asked : (words.sources[source] ?? source),
    ]),
  };
}

function sourcesTable(data: EditionData, language: Language): Block[] {
  const sources = (data.provenance.inputs["sources"] ?? []) as readonly Publishable<Source>[];
  if (sources.length === 0) return [];
  const words = METHOD_WORDS[language];
  const isCounted = sources.every(({ rows }) => rows !== SUPPRESSED);
  return [
    {
      block: "table",
      id: "table-sources",
      caption: words.sourcesCaption,
      columns: words.sourcesColumns
        .map((heading, index) => ({ heading, align: index === 1 ? ("right" as const) : ("left" as const) }))
        .toSpliced(1, isCounted ? 0 : 1),
      rows: sources.map(({ name, rows, digest }) =>
        isCounted ? [name, String(rows), digest] : [name, digest],
      ),
    },
  ];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** An option's value, ids by their names, numbers with the language's comma; anything else as code. */
function valueText(value: unknown, language: Language, named: (id: string) => string): string {
  if (typeof value === "string") return named(value);
  if (Array.isArray(value)) return value.map((each) => valueText(each, language, named)).join("; ");
  const text = JSON.stringify(value);
  return typeof value === "number" && language === "da" ? text.replace(".", ",") : text;
}
