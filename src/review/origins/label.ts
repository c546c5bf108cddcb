import type { Block, Language } from "../../display/index.js";

/** A table or a figure with its number, and the heading that it stands under. */
export interface Labeled {
  readonly label: string;
  readonly id: string;
  readonly caption: string;
  /** The address of the nearest heading that has one. */
  readonly place: string;
}

/** Blocks whose tables and figures all have a number and an id, and a list of these. */
export function labeledBlocks(
  blocks: readonly Block[],
  language: Language,
): { readonly blocks: readonly Block[]; readonly labeled: readonly Labeled[] } {
  const words = WORDS[language];
  const labeled: Labeled[] = [];
  const counts = { table: 0, picture: 0 };
  const inPlace = new Map<string, number>();
  let place = "top";
  const shown = blocks.map((block): Block => {
    if (block.block === "heading") place = block.id ?? place;
    if (block.block !== "table" && block.block !== "picture") return block;
    const label = `${words[block.block]} ${++counts[block.block]}`;
    const number = (inPlace.get(place) ?? 0) + 1;
    if (block.id === undefined) inPlace.set(place, number);
    const id = block.id ?? `${block.block === "table" ? "table" : "figure"}-${place}-${number}`;
    labeled.push({ label, id, caption: block.caption, place });
    return { ...block, label, id };
  });
  return { blocks: shown, labeled };
}

const WORDS: Readonly<Record<Language, Readonly<Record<"table" | "picture", string>>>> = {
  da: { table: "Tabel", picture: "Figur" },
  en: { table: "Table", picture: "Figure" },
};
