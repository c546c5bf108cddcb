import { canonicalJson } from "../core/index.js";
import { fieldOf } from "./shape.js";
import type { AllocationPlan, Levels, RosterReferral } from "./types.js";

/** A referral as the ledger freezes it. */
export interface FrozenReferral extends RosterReferral {
  readonly factors?: Levels;
}

/** Columns of the referrals that the design balances by, beside the strata. */
export function factorsOf({ design }: AllocationPlan): readonly string[] {
  return design.kind === "minimization" ? Object.keys(design.factors) : [];
}

/** A stratum as a key: the same levels give the same text, whatever the order of the columns. */
export function stratumKey(stratum: Levels): string {
  return canonicalJson(stratum);
}

/** Levels in the order of the protocol's strata, joined by `/` so that different strata never look alike. */
export function levelsOf(stratum: Levels, strata: readonly string[]): string {
  return strata
    .map((name) => String(fieldOf(stratum, name) ?? "").replace(/[%/]/g, encodeURIComponent))
    .join("/");
}

/** The levels of some columns, empty where there are none. */
export function levelsAt(value: unknown, columns: readonly string[]): Levels {
  return Object.fromEntries(columns.map((name) => [name, String(fieldOf(value, name) ?? "")]));
}

/** All that is frozen of a citizen beside the date: two referrals of one citizen and date must agree in it. */
export function frozenFacts({ stratum, factors, household }: FrozenReferral): string {
  return canonicalJson({ ...factors, ...stratum, household });
}

/** Code-unit order by citizen, then date: the same on every machine and in every locale. */
export function inCanonicalOrder(a: RosterReferral, b: RosterReferral): number {
  return byCodeUnits(a.citizen, b.citizen) || byCodeUnits(a.referredOn, b.referredOn);
}

function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
