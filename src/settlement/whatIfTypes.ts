import type { ResultFacts, Shown } from "../display/index.js";
import type { ArmTotal } from "./types.js";
import type { Ore } from "./terms.js";

/** An arm's total under one plan. */
export interface ComparedTotal extends Omit<ArmTotal, "vat"> {
  /** Above (below) the arm's total under the first plan. */
  readonly difference: Ore;
}

export interface TermsComparedData extends ResultFacts {
  readonly kind: "terms-compared";
  readonly asOf: string;
  readonly plans: readonly { readonly name: string; readonly totals: readonly ComparedTotal[] }[];
}

/** The same outcomes settled under several plans. */
export type TermsCompared = TermsComparedData & Shown;
