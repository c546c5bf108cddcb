import { deepFreeze, resolveOptions } from "../../core/index.js";
import {
  decodeText,
  optional,
  parseTable,
  required,
  type ParsedTable,
  type RowProblem,
  type TableOptions,
  type TableSchema,
} from "../../tables/index.js";
import { comparable, municipalityKey } from "../names.js";
import { refuseJobindsats } from "../jobindsats/recognize.js";
import { areaKind } from "../register/areas.js";
import { shownName } from "../register/recognize.js";
import { HEADINGS } from "./header.js";
import { fileName, municipalityFileRules } from "./options.js";
import { unknownNotices } from "./places.js";
import { placeCell } from "./texts.js";

/** A municipality's place in a cluster, as somebody published it. */
export interface ClusterRow {
  readonly cluster: string;
  readonly municipality: string;
  /** Benefit area that the cluster is about; clusters of one municipality differ between areas. */
  readonly benefit?: string;
  readonly source: string;
  readonly year: string;
}

/**
 * Reads who belongs to which cluster of comparable municipalities: published groupings, by benefit area and year.
 *
 * No grouping is built in: they differ by area and year, so each row says whence and of which year it is. Clusters of
 * one municipality for several benefits or years are usual; two for the same benefit and year are an error.
 *
 * @param input Bytes or text with the columns `cluster;municipality;benefit;source;year`, `benefit` where there is one;
 *   `klynge`, `kommune`, `ydelse`, `kilde` and `år` are known too.
 * @param options `name` of the file as errors shall call it; `columns` where the file's names differ.
 * @returns Rows with their source and notices (`unknown-municipality`).
 * @throws CompetitionError `jobindsats-table` for one of Jobindsats'; with every issue of the file: `two-clusters`, `duplicate-row`, `not-a-municipality`,
 *   `cpr-shaped`.
 * @example
 * parseClusters("cluster;municipality;source;year\nK1;Fredericia;STAR;2007\n", { name: "klynger.csv" }).rows.length // 1
 * @example
 * // Twice in 2007, without a benefit that tells the two apart: two-clusters.
 * parseClusters("cluster;municipality;source;year\nK1;Vejle;STAR;2007\nK2;Vejle;STAR;2007\n", { name: "klynger.csv" })
 */
export function parseClusters(input: Uint8Array | string, options: TableOptions): ParsedTable<ClusterRow> {
  const { values } = resolveOptions("parseClusters", options, municipalityFileRules);
  const name = fileName("parseClusters", values);
  refuseJobindsats(name, decodeText(input, name).text, values.columns, NO_CLUSTERS);
  const parsed = parseTable(input, options, { ...SCHEMA, check: onceEach() });
  const rows = parsed.rows.map((row) => ({ ...row, municipality: shownName(row.municipality) }));
  const unknown = unknownNotices(
    parsed.source.name,
    rows.map(({ municipality }) => municipality),
  );
  return Object.freeze({
    ...parsed,
    rows: deepFreeze(rows),
    notices: deepFreeze([...parsed.notices, ...unknown]),
  });
}

const NO_CLUSTERS = {
  wanted: "rows that say who belongs to which cluster: cluster;municipality;benefit;source;year",
  hint: "Jobindsats has no clusters. The expected shares of its table y30r21 choose peers by expected-share (--peers-by expected-share).",
};

const SCHEMA: TableSchema<ClusterRow> = {
  columns: {
    cluster: required(placeCell),
    municipality: required(placeCell),
    benefit: optional(placeCell),
    source: required(placeCell),
    year: required(placeCell),
  },
  headings: HEADINGS,
};

/** A check of rows in their order that remembers who was placed where. */
function onceEach(): (row: ClusterRow) => RowProblem | undefined {
  const placed = new Map<string, string>();
  // A column that isn't there is an issue of its own; its cells are read as if they were empty.
  return ({ municipality = "", cluster = "", benefit = "", year = "" }) => {
    if (municipality === "" || cluster === "" || year === "") return undefined;
    if (areaKind(municipality) !== undefined)
      return { code: "not-a-municipality", column: "municipality", expected: "a municipality" };
    const key = [municipalityKey(municipality), comparable(benefit), comparable(year)].join("\n");
    const before = placed.get(key);
    if (before === undefined) {
      placed.set(key, cluster);
      return undefined;
    }
    const expected = `one cluster of a municipality for a benefit and a year; it is in ${before} already`;
    const code = comparable(before) === comparable(cluster) ? "duplicate-row" : "two-clusters";
    return { code, column: "cluster", expected };
  };
}
