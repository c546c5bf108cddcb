import { competitionError, deepFreeze, type Notice } from "../../core/index.js";
import type { DecodedText } from "../../tables/index.js";
import type { MunicipalityRow, ParsedMunicipalities } from "../types.js";
import type { Places } from "./places.js";

/** What a file gave, as every reader of a table gives it, with the areas apart. */
export function parsedOf(
  name: string,
  { digest, notices: decoding }: DecodedText,
  { rows, lines, areas }: Places<MunicipalityRow>,
  notices: readonly Notice[],
): ParsedMunicipalities {
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
