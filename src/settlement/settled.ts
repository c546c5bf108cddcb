import type { ArmTerms } from "./terms.js";
import type { LineItem, Unpaid } from "./types.js";

/** The terms of an arm, and where in the plan they stand. */
export interface PlacedTerms {
  readonly terms: ArmTerms;
  /** `terms[1]` */
  readonly place: string;
}

/** What a term comes to: lines, and who has none. */
export interface Settled {
  readonly items: readonly LineItem[];
  readonly unpaid: readonly Unpaid[];
}

/** A day on which a base payment falls due, with the week that it is for. */
export type Due = Pick<LineItem, "date" | "week">;

/** Why there is no line. */
export type Missing = Pick<Unpaid, "standing" | "reason">;

export const NOTHING_SETTLED: Settled = { items: [], unpaid: [] };

export function joined(parts: readonly Settled[]): Settled {
  return {
    items: parts.flatMap(({ items }) => items),
    unpaid: parts.flatMap(({ unpaid }) => unpaid),
  };
}
