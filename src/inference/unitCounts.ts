import { competitionError } from "../core/index.js";
import { checkedCount } from "./counts.js";
import type { UnitCounts } from "./kernels/betaBinomialFit.js";
import type { Count } from "./types.js";
import { refuseMisspeltFields } from "./unknownFields.js";

/** Events among the citizens of a unit, such as a municipality. */
export interface UnitCount extends Count {
  /** What the unit is called in results; its number in the order given where absent. */
  readonly label?: string | undefined;
}

/** A unit that was checked, with its label. */
export interface NamedCount extends Count {
  readonly label: string;
}

/**
 * Units that can be.
 *
 * @throws CompetitionError `impossible-units` unless they are an array of objects with a text for a label, if any;
 *   `impossible-count`, `unknown-field`.
 */
export function checkedUnits(operation: string, counts: readonly UnitCount[]): readonly NamedCount[] {
  const path = `${operation}.counts`;
  if (!Array.isArray(counts)) throw impossibleUnits(path, counts, "an array of { events, total, label? }");
  return counts.map((unit: UnitCount, index) => {
    const { events, total } = checkedCount(unit, `${path}[${index}]`);
    refuseMisspeltFields(unit, `${path}[${index}]`, ["label", "events", "total"]);
    return { label: labelOf(unit.label, index, path), events, total };
  });
}

/** The label of a unit, or one by its place. */
export function labelOf(label: unknown, index: number, path: string): string {
  if (label === undefined) return String(index + 1);
  if (typeof label === "string" && label !== "") return label;
  throw impossibleUnits(`${path}[${index}].label`, label, "a text, or none");
}

/** The units that have anyone, as columns. */
export function columnsOf(units: readonly Count[]): UnitCounts {
  const counted = units.filter(({ total }) => total > 0);
  return {
    events: Float64Array.from(counted, ({ events }) => events),
    totals: Float64Array.from(counted, ({ total }) => total),
  };
}

export function impossibleUnits(path: string, received: unknown, expected: string): Error {
  return competitionError({ code: "impossible-units", path, received, expected });
}
