import {
  competitionError,
  deepFreeze,
  resolveOptions,
  SUPPRESSED,
  type OptionRules,
} from "../../core/index.js";
import { attack, readCounts, type PublishedCounts } from "../disclosure/index.js";
import { derivedFindings } from "./derived.js";
import { filesFindings, type PrintedFile } from "./files.js";
import { printedFindings } from "./printed.js";
import type { DisclosureCheck } from "./types.js";

export interface DisclosureCheckOptions {
  /** The JSON of every review that was published before this one, in any order, or of the only one. */
  readonly previous?: object | readonly unknown[] | undefined;
  /** Page, Markdown, tables and figures that were written beside it, in which no other number may stand. */
  readonly files?: readonly PrintedFile[] | undefined;
  /** The least count that may be shown; the review's own by default. */
  readonly minimum?: number | undefined;
  /** How errors name them, such as by their files: `review` and `previous[0]` by default. */
  readonly name?: string | undefined;
  readonly previousNames?: readonly string[] | undefined;
}

/**
 * Tells whether a review that was or is to be published gives away a count of few citizens, by playing
 * the attacker: what follows from its counts by subtraction, and by comparison with the reviews before
 * it, and what it prints that doesn't agree with these counts.
 *
 * It reads the counts that the review names in `disclosure`, the numbers that it prints and, if they are
 * given, those of its files; not other publications, nor texts that someone has written beside it.
 *
 * @param review The JSON of a published edition, parsed.
 * @param options See {@link DisclosureCheckOptions}.
 * @returns What was found; each finding names the count, between which values it must lie, and the sums that say so.
 * @throws CompetitionError `internal-edition` for an edition that hides nothing; `not-a-review`; `impossible-disclosure` for one whose counts can't be read; `other-competition`, `not-earlier` for a previous review that can't be one; `unknown-option`, `impossible-option`.
 *
 * @example
 * checkDisclosure(JSON.parse(text)).safe
 * @example
 * checkDisclosure(JSON.parse(JSON.stringify(review))) // throws: this is the internal edition
 *
 * Source: as `attack`; Hundepool, A. et al. (2012). Statistical Disclosure Control. Wiley, section 4.4
 * (auditing a suppression pattern).
 */
export function checkDisclosure(review: unknown, options?: DisclosureCheckOptions): DisclosureCheck {
  const {
    previous = [],
    files = [],
    minimum,
    name = "review",
    previousNames = [],
  } = resolveOptions<DisclosureCheckOptions>("checkDisclosure", options, RULES).values;
  const now = editionOf(review, name);
  const earlier = [previous].flat().map((each: unknown, at) => {
    const path = previousNames[at] ?? `previous[${at}]`;
    const then = editionOf(each, path);
    checkOrder(now, then, path);
    return then.counts;
  });
  const counts: PublishedCounts = { ...now.counts, minimum: minimum ?? now.counts.minimum };
  const printed = printedFindings(now.review, counts);
  const places = new Set(printed.map(({ path }) => path));
  const findings = [
    ...printed,
    ...derivedFindings(now.review, counts, name).filter(({ path }) => !places.has(path)),
    ...filesFindings(now.review, files),
    ...attack(counts, earlier),
  ];
  const all = Object.values(counts.cells);
  return deepFreeze({
    kind: "disclosure-check",
    asOf: counts.asOf,
    previous: earlier.map(({ asOf }) => asOf).toSorted(),
    minimum: counts.minimum,
    counts: all.length,
    hidden: all.filter((count) => count === SUPPRESSED).length,
    safe: findings.length === 0,
    findings,
  });
}

const RULES: OptionRules<DisclosureCheckOptions> = {
  previous: {
    expected: "the JSON of the review that was published before, parsed, or a list of them",
    accepts: (value) => typeof value === "object" && value !== null,
  },
  files: {
    expected: "a list of files: { path, text }",
    accepts: (value) =>
      Array.isArray(value) &&
      value.every((file: Partial<PrintedFile> | null) =>
        [file?.path, file?.text].every((part) => typeof part === "string"),
      ),
  },
  minimum: {
    expected: "a whole number from 1",
    accepts: (value) => Number.isSafeInteger(value) && Number(value) >= 1,
  },
  name: { expected: "a text", accepts: (value) => typeof value === "string" },
  previousNames: { expected: "a list of texts", accepts: (value) => Array.isArray(value) },
};

interface Edition {
  readonly review: Readonly<Record<string, unknown>>;
  readonly counts: PublishedCounts;
}

function editionOf(value: unknown, path: string): Edition {
  const review: Readonly<Record<string, unknown>> =
    typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
  if (review["kind"] !== "review") {
    throw competitionError({
      code: "not-a-review",
      path,
      received: review["kind"] ?? value,
      expected: "the review.json of a published review",
    });
  }
  if (review["audience"] !== "published") {
    throw competitionError({
      code: "internal-edition",
      path,
      summary: "this is the internal edition",
      received: review["audience"],
      expected: "the published edition, in which small counts are hidden",
      hint: "Don't publish this file; write the published edition with --audience published.",
    });
  }
  return { review, counts: readCounts(review["disclosure"], `${path}, disclosure`) };
}

function checkOrder(now: Edition, then: Edition, name: string): void {
  for (const fact of ["municipality", "protocolDigest"] as const) {
    if (now.review[fact] === then.review[fact]) continue;
    throw competitionError({
      code: "other-competition",
      path: `${name}, ${fact}`,
      received: then.review[fact],
      expected: String(now.review[fact]),
      hint: "Give an earlier review of the same competition.",
    });
  }
  if (then.counts.asOf < now.counts.asOf) return;
  throw competitionError({
    code: "not-earlier",
    path: `${name}, disclosure.asOf`,
    received: then.counts.asOf,
    expected: `a date before ${now.counts.asOf}`,
    hint: "Give reviews that were published before this one.",
  });
}
