import { canonicalJson } from "../core/index.js";
import { fieldOf } from "./shape.js";
import type { RosterReferral } from "./types.js";

type Stratum = RosterReferral["stratum"];

/** A stratum as a key: the same levels give the same text, whatever the order of the columns. */
export function stratumKey(stratum: Stratum): string {
  return canonicalJson(stratum);
}

/** Levels in the order of the protocol's strata, joined by `/` so that different strata never look alike. */
export function levelsOf(stratum: Stratum, strata: readonly string[]): string {
  return strata
    .map((name) => String(fieldOf(stratum, name) ?? "").replace(/[%/]/g, encodeURIComponent))
    .join("/");
}

/** Code-unit order by citizen, then date: the same on every machine and in every locale. */
export function inCanonicalOrder(a: RosterReferral, b: RosterReferral): number {
  return byCodeUnits(a.citizen, b.citizen) || byCodeUnits(a.referredOn, b.referredOn);
}

function byCodeUnits(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
