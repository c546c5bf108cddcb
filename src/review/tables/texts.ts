import type { Language, Row, Table } from "../../display/index.js";
import { reviewDocument } from "../document.js";
import { originRows } from "../origins/section.js";
import type { EditionData } from "../types.js";

const LANGUAGES: readonly Language[] = ["da", "en"];

/** What the columns of tables that are made of words are called. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  "key-points": ["subject", "text"],
  "options": ["setting", "value", "chosenBy"],
};

/** The tables that are made of words, in both languages under each other, and where all of them come from. */
export function textTables(data: EditionData): Readonly<Record<string, readonly Row[]>> {
  const documents = LANGUAGES.map((language) => ({ language, ...reviewDocument(data, language) }));
  const told = Object.entries(COLUMNS).map(([name, columns]): [string, readonly Row[]] => [
    name,
    documents.flatMap(({ language, blocks }) => {
      const shown = blocks.find(
        (block): block is Table => block.block === "table" && block.id === `table-${name}`,
      );
      return (shown?.rows ?? []).flatMap((row) =>
        linesOf(row, columns).map((line) => ({ language, ...line })),
      );
    }),
  ]);
  return {
    ...Object.fromEntries(told.filter(([, rows]) => rows.length > 0)),
    origins: documents.flatMap(({ language, labeled }) => originRows(labeled, data, language)),
  };
}

/** A row for each line of the cell that has several. */
function linesOf([first = "", ...rest]: readonly string[], columns: readonly string[]): readonly Row[] {
  const lines = Math.max(1, ...rest.map((cell) => cell.split("\n").length));
  return Array.from({ length: lines }, (_, line) =>
    Object.fromEntries(
      columns.map((column, index) => [
        column,
        index === 0 ? first : (rest[index - 1]?.split("\n")[line] ?? null),
      ]),
    ),
  );
}
