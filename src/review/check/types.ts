import type { Disclosure } from "../disclosure/index.js";

/** Something that a published review prints and that doesn't agree with its counts. */
export interface PrintedFinding {
  /**
   * - `printed-small`: a count from 1 to `minimum − 1`.
   * - `printed-hidden`: a count that is hidden in `disclosure`.
   * - `printed-otherwise`: a count that is another one in `disclosure`.
   * - `printed-derived`: a number that is made of hidden counts, such as a rate, a limit or a p-value.
   * - `printed-beside`: a number in a file beside it that isn't in the same form made anew of the JSON.
   * - `unmarked`: a hidden count without the word "suppressed"; without a path: no such word at all.
   */
  readonly kind:
    | "printed-small"
    | "printed-hidden"
    | "printed-otherwise"
    | "printed-derived"
    | "printed-beside"
    | "unmarked";
  /** Where in the review's JSON; of `printed-beside` the file. */
  readonly path: string;
  readonly printed: number | null;
  /** Its name in `disclosure`, where it is known. */
  readonly cell: string | null;
}

/** What an attacker gets out of a published review. */
export interface DisclosureCheck {
  readonly kind: "disclosure-check";
  readonly asOf: string;
  /** Dates of the earlier reviews that it was held against. */
  readonly previous: readonly string[];
  readonly minimum: number;
  /** How many counts there are, and how many of them are hidden. */
  readonly counts: number;
  readonly hidden: number;
  /** Whether there are no findings. */
  readonly safe: boolean;
  readonly findings: readonly (Disclosure | PrintedFinding)[];
}
