import type { Source } from "../../core/index.js";
import type { Block, Language } from "../../display/index.js";
import { primaryEffect, withCriterionName } from "../read.js";
import type { ReviewData } from "../types.js";
import { noticeText } from "../words/notices.js";
import { METHOD_WORDS } from "../words/method.js";

/** What the design can and can't tell, how the numbers came to be, and how to have them again. */
export function methodSection(data: ReviewData, language: Language): readonly Block[] {
  const words = METHOD_WORDS[language];
  const effect = primaryEffect(data);
  const nameOf = (arm: string): string => data.arms.find(({ id }) => id === arm)?.name ?? arm;
  return [
    { block: "heading", level: 2, text: words.heading, id: "method" },
    { block: "list", items: words.limits },
    { block: "heading", level: 3, text: words.analysis },
    { block: "paragraph", text: words.method },
    ...(effect === undefined ? [] : [optionsTable(effect.provenance.options, language)]),
    ...(data.openPoints.length === 0
      ? []
      : ([
          { block: "heading", level: 3, text: words.open },
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
          { block: "heading", level: 3, text: words.data },
          { block: "list", items: unique(data.notices.map((notice) => noticeText(notice, language))) },
        ] as const)),
    { block: "heading", level: 3, text: words.repeat },
    { block: "paragraph", text: words.protocol(data.protocolDigest, data.provenance.version) },
    ...sourcesTable(data, language),
    ...(data.references.length === 0
      ? []
      : ([
          { block: "heading", level: 3, text: words.references },
          { block: "list", items: data.references },
        ] as const)),
  ];
}

/** Options of a comparison that no plan has: whoever makes the review asks for them. */
const ASKED: ReadonlySet<string> = new Set(["subgroups", "replay"]);

function optionsTable(
  options: Readonly<Record<string, { readonly value: unknown; readonly source: string }>>,
  language: Language,
): Block {
  const words = METHOD_WORDS[language];
  return {
    block: "table",
    id: "table-options",
    caption: words.optionsCaption,
    columns: words.optionsColumns.map((heading) => ({ heading })),
    rows: Object.entries(options).map(([name, { value, source }]) => [
      name,
      valueText(value, language),
      ASKED.has(name) ? words.asked : (words.sources[source] ?? source),
    ]),
  };
}

function sourcesTable(data: ReviewData, language: Language): Block[] {
  const sources = (data.provenance.inputs["sources"] ?? []) as readonly Source[];
  if (sources.length === 0) return [];
  const words = METHOD_WORDS[language];
  return [
    {
      block: "table",
      id: "table-sources",
      caption: words.sourcesCaption,
      columns: words.sourcesColumns.map((heading, index) => ({
        heading,
        align: index === 1 ? "right" : "left",
      })),
      rows: sources.map(({ name, rows, digest }) => [name, String(rows), digest]),
    },
  ];
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** An option's value as code, but for numbers, which have the language's comma. */
function valueText(value: unknown, language: Language): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map((each) => valueText(each, language)).join(", ");
  const text = JSON.stringify(value);
  return typeof value === "number" && language === "da" ? text.replace(".", ",") : text;
}
