import { SUPPRESSED } from "../../core/index.js";
import { isSmall, type PublishedCounts } from "../disclosure/index.js";
import { cellId } from "../publish/cells.js";
import { entriesOf, joined, partsOf } from "./json.js";
import type { PrintedFinding } from "./types.js";

/** Names of numbers that count citizens wherever they stand in a review. */
const COUNTS: ReadonlySet<string> = new Set([
  "referrals",
  "citizens",
  "referredAgain",
  "allocated",
  "mature",
  "known",
  "complete",
  "success",
  "failure",
  "unknown",
  "pending",
  "excluded",
  "closed",
  "exempted",
  "undrawn",
  "without",
]);
/** What counts citizens by kinds of its own. */
const KINDS: ReadonlySet<string> = new Set(["participation", "successes", "others"]);
/** What isn't about citizens, or is read on its own. */
const PASSED_OVER: ReadonlySet<string> = new Set(["disclosure", "provenance", "criteria", "openPoints"]);

/**
 * Compares what a published review prints with the counts it says it shows: small counts, hidden
 * counts that are printed nevertheless, counts that differ, and hidden counts without the
 * word that says so.
 */
export function printedFindings(
  review: Readonly<Record<string, unknown>>,
  published: PublishedCounts,
): readonly PrintedFinding[] {
  const anyHidden = Object.values(published.cells).includes(SUPPRESSED);
  const unmarked: PrintedFinding[] =
    anyHidden && !says(review) ? [{ kind: "unmarked", path: "", printed: null, cell: null }] : [];
  return [...unmarked, ...printedSmall(review, "", published.minimum), ...againstCells(review, published)];
}

function says(value: unknown, name = ""): boolean {
  if (PASSED_OVER.has(name)) return false;
  if (value === SUPPRESSED) return true;
  return entriesOf(value).some(([key, item]) => says(item, key));
}

function printedSmall(value: unknown, path: string, minimum: number): PrintedFinding[] {
  const parent = path.slice(path.lastIndexOf(".") + 1);
  return entriesOf(value).flatMap(([name, item]): PrintedFinding[] => {
    if (PASSED_OVER.has(name)) return [];
    const at = joined(path, name, Array.isArray(value));
    const counts = COUNTS.has(name) || KINDS.has(parent);
    if (typeof item !== "number") return printedSmall(item, at, minimum);
    return counts && isSmall(item, minimum)
      ? [{ kind: "printed-small", path: at, printed: item, cell: null }]
      : [];
  });
}

/** A count where it is printed, and the cell that it is. */
interface Place {
  readonly path: string;
  readonly value: unknown;
  readonly cell: string;
}

function againstCells(
  review: Readonly<Record<string, unknown>>,
  { cells }: PublishedCounts,
): PrintedFinding[] {
  return placesOf(review).flatMap(({ path, value, cell }): PrintedFinding[] => {
    if (!Object.hasOwn(cells, cell)) return [];
    const count = cells[cell];
    if (count === SUPPRESSED) {
      if (value === SUPPRESSED) return [];
      return typeof value === "number"
        ? [{ kind: "printed-hidden", path, printed: value, cell }]
        : [{ kind: "unmarked", path, printed: null, cell }];
    }
    return typeof value === "number" && value !== count
      ? [{ kind: "printed-otherwise", path, printed: value, cell }]
      : [];
  });
}

/** The counts that a review prints in known places: of the flow, of its results and of the contract's figures. */
function placesOf(review: Readonly<Record<string, unknown>>): Place[] {
  const flow = partsOf(review["flow"]);
  const totals: Place[] = [
    { path: "flow.referrals", value: flow["referrals"], cell: "referrals" },
    { path: "flow.citizens", value: flow["citizens"], cell: "citizens" },
    { path: "flow.referredAgain", value: flow["referredAgain"], cell: "referred-again" },
  ];
  const arms = entriesOf(flow["arms"]).flatMap(([at, item]): Place[] => {
    const { arm, allocated, participation } = partsOf(item);
    const path = `flow.arms[${at}]`;
    return [
      { path: `${path}.allocated`, value: allocated, cell: cellId(String(arm), "allocated") },
      ...placesIn(participation, `${path}.participation`, cellId(String(arm), "course")),
    ];
  });
  const effects = entriesOf(review["effects"]).flatMap(([at, effect]): Place[] => {
    const { criterion, rates, contractual } = partsOf(effect);
    const results = entriesOf(rates).flatMap(([place, item]): Place[] => {
      const { arm, counts } = partsOf(item);
      return placesIn(
        counts,
        `effects[${at}].rates[${place}].counts`,
        cellId(String(arm), String(criterion)),
      );
    });
    const contract = entriesOf(contractual).flatMap(([place, item]): Place[] => {
      const of = cellId(String(partsOf(item)["arm"]), "contract", String(criterion));
      return placesIn(item, `effects[${at}].contractual[${place}]`, of);
    });
    return [...results, ...contract];
  });
  return [...totals, ...arms, ...effects].filter(({ value }) => value !== undefined);
}

function placesIn(counts: unknown, path: string, cell: string): Place[] {
  return entriesOf(counts).map(([name, value]) => ({
    path: `${path}.${name}`,
    value,
    cell: `${cell}/${name}`,
  }));
}
