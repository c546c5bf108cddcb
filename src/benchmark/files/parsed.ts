import { competitionError, deepFreeze, type Notice } from "../../core/index.js";
import type { DecodedText, ParsedTable } from "../../tables/index.js";
import type { Places } from "./places.js";

/** What a file gave, as every reader of a table gives it, with the areas apart. */
export function parsedOf<Row extends { readonly municipality: string }>(
  name: string,
  { digest, notices: decoding }: DecodedText,
  { rows, lines, areas }: Places<Row>,
  notices: readonly Notice[],
): ParsedTable<Row> & { readonly areas: readonly Row[] } {
  return Object.freeze({
    rows: deepFreeze(rows),
    areas: deepFreeze(areas),
    notices: deepFreeze([...decoding, ...notices]),
    source: Object.freeze({ name, digest, rows: rows.length + areas.length }),
    rowNumber: (index: number) => {
      const line = lines[index];
      if (line !== undefined) return line;
      throw competitionError({
        code: "no-such-row",
        path: name,
        received: index,
        expected: `the position of one of ${lines.length} rows, from 0`,
      });
    },
  });
}
