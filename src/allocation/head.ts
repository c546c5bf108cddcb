import type { OptionRule } from "../core/index.js";
import { addLeaf, rootOf, type Peaks } from "./merkle.js";
import { digest as sha256, object, wholeNumber, type Shape } from "./shape.js";
import type { LedgerFinding, LedgerHead } from "./types.js";

/** What a published head looks like. */
export const headShape: Shape = object({ size: wholeNumber(1), chain: sha256, root: sha256 });

/** What an option that takes a published head accepts. */
export const headRule: OptionRule<LedgerHead> = {
  expected: "a head as ledger.head gives it: size, chain, root",
  accepts: (value) => headShape(value, "").length === 0,
};

/** Follows the head of a ledger while its lines are read. */
export interface HeadTracker {
  /** Takes the digest of the next line; a line without one leaves no head from there on. */
  readonly add: (digest: string | undefined) => void;
  readonly size: () => number;
  /** The head of all lines so far. */
  readonly now: () => LedgerHead | undefined;
  /** The head as it was at the size that is looked for, once that many lines were read. */
  readonly atWanted: () => LedgerHead | undefined;
}

export function trackHead(wanted: number | undefined): HeadTracker {
  const peaks: Peaks = [];
  let size = 0;
  let chain: string | undefined = "";
  let atWanted: LedgerHead | undefined;
  const now = (): LedgerHead | undefined =>
    chain === undefined || size === 0 ? undefined : { size, chain, root: rootOf(peaks) };
  return {
    add: (digest) => {
      size++;
      chain = chain === undefined ? undefined : digest;
      if (digest !== undefined) addLeaf(peaks, digest);
      if (size === wanted) atWanted = now();
    },
    size: () => size,
    now,
    atWanted: () => atWanted,
  };
}

/** What a published head shows to be missing from a ledger, or other than it was. */
export function headFindings(head: LedgerHead, tracker: HeadTracker): readonly LedgerFinding[] {
  const size = tracker.size();
  if (size < head.size) {
    const expected = `at least the ${head.size} lines that the head was taken of`;
    return [{ code: "cut-off", received: `${size} lines`, expected }];
  }
  const then = tracker.atWanted();
  return (["chain", "root"] as const)
    .filter((field) => then?.[field] !== head[field])
    .map((field) => {
      const received = then?.[field];
      return { code: "other-head", line: head.size, field, received, expected: String(head[field]) };
    });
}
