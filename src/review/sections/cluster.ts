import { benchmarkBlocks } from "../../benchmark/index.js";
import type { Block, Language } from "../../display/index.js";
import { clusterPictures } from "../pictures.js";
import type { EditionData } from "../types.js";
import { withheldText } from "../words/withheld.js";

/** Both arms beside comparable municipalities, in the benchmark's own, descriptive words. */
export function clusterSection({ benchmark, withheld }: EditionData, language: Language): readonly Block[] {
  const words = WORDS[language];
  const heading: Block = { block: "heading", level: 2, text: words.heading, id: "cluster" };
  if (benchmark === null) {
    const text = withheldText("benchmark", withheld, language) ?? words.none;
    return [heading, { block: "paragraph", text }];
  }
  const blocks = benchmarkBlocks(benchmark, language);
  const tables = blocks.findIndex(({ block }) => block === "table");
  // What is concluded comes first, then the pictures, then the tables.
  return [
    heading,
    ...blocks.slice(0, tables),
    ...clusterPictures(benchmark, language),
    ...blocks.slice(tables),
  ];
}

const WORDS: Readonly<Record<Language, { heading: string; none: string }>> = {
  da: {
    heading: "Sammenlignelige kommuner",
    none: "Der er ikke oplyst tal for sammenlignelige kommuner.",
  },
  en: {
    heading: "Comparable municipalities",
    none: "No figures of comparable municipalities were given.",
  },
};
