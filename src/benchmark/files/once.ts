import type { RowProblem } from "../../tables/index.js";
import { comparable, municipalityKey } from "../names.js";
import type { MunicipalityRow } from "../types.js";

const PARTS = [
  "group",
  "cluster",
  "benefit",
  "definition",
  "population",
  "anchor",
  "window",
  "period",
  "direction",
  "source",
  "year",
] as const;

/**
 * A check of rows in their order: each figure stands once, under whatever spelling of the municipality.
 *
 * A row may come again in another cluster, and the figure of another source is another one.
 */
export function onceEach(): (row: MunicipalityRow) => RowProblem | undefined {
  const seen = new Set<string>();
  return (row) => {
    const key = [
      municipalityKey(row.municipality),
      row.figure === "expected" ? "expected" : "",
      ...PARTS.map((part) => comparable(row[part] ?? "")),
    ].join("\n");
    if (!seen.has(key)) {
      seen.add(key);
      return undefined;
    }
    return {
      code: "duplicate-row",
      column: "municipality",
      expected:
        "one row of a municipality for a group, a period and a measure; this one stands above already",
      hint: "Leave one of them out, or tell in the columns group, period or benefit what differs.",
    };
  };
}
