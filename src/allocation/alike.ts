import type { Notice } from "../core/index.js";
import { fieldOf, type Problem } from "./shape.js";

const PLAIN = /^[ -~]*$/;
const NONE: readonly Problem[] = [];

/**
 * What of a text could be written with other bytes and look the same: an Å as one character or as A and a ring,
 * half of a character. It is refused, not mended: what the ledger has must be what the other files have.
 */
export function spellingProblems(value: unknown, field: string): readonly Problem[] {
  if (typeof value !== "string" || PLAIN.test(value)) return NONE;
  if (value === value.normalize("NFC") && !/\p{Surrogate}/u.test(value)) return NONE;
  return [
    {
      code: "not-normalized",
      field,
      received: value,
      expected: "whole characters, composed as Unicode's NFC has them",
      hint: "Some systems write Å as A and a ring. Save the file with composed characters, in all files alike, or take pseudonyms and levels of plain letters.",
    },
  ];
}

/** Names citizens who differ in nothing but capital letters, and may be meant to be one. */
export function alikeNotices(referrals: readonly unknown[]): readonly Notice[] {
  const spellings = new Map<string, Set<string>>();
  for (const referral of referrals) {
    const citizen = String(fieldOf(referral, "citizen") ?? "");
    const folded = citizen.toLowerCase();
    const known = spellings.get(folded);
    if (known === undefined) spellings.set(folded, new Set([citizen]));
    else known.add(citizen);
  }
  return [...spellings.values()]
    .filter(({ size }) => size > 1)
    .map((citizens) => ({ code: "citizens-alike", severity: "caution", citizens: [...citizens] }));
}
