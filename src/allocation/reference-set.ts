import {
  competitionError,
  deepFreeze,
  fastStream,
  provenanceOf,
  resolveOptions,
  type GivenOptions,
  type Notice,
  type OptionRules,
  type Provenance,
  type RandomStream,
} from "../core/index.js";
import { stateOf, type State } from "./ledger.js";
import { newRows } from "./replay/rows.js";
import type { AllocationRecord, Ledger } from "./types.js";

export interface ReferenceSetOptions {
  /** How many draws to simulate (10,000 by default), or `all` that are possible, with their probabilities. */
  readonly times: number | "all";
  /** Asked where draws are simulated. */
  readonly seed?: string | number;
}

/**
 * What the procedure could have drawn for the citizens of a ledger: what a randomization test compares
 * with what it did draw.
 */
export interface ReferenceSet {
  readonly kind: "reference-set";
  /** The recorded algorithm that was run. */
  readonly algorithm: string;
  readonly arms: readonly string[];
  /** The citizen of each column, in the order of the ledger's entries. */
  readonly citizens: readonly string[];
  /** The ledger's line of each column, the opening being 0. */
  readonly sequences: readonly number[];
  /** Position of the arm that each entry has. */
  readonly observed: Uint8Array;
  /** One row after the other: the position of the arm in each draw, for each column. */
  readonly draws: Uint8Array;
  /** Number of rows. */
  readonly times: number;
  /** Whether these are all draws that are possible, nothing that chance influences being held fixed. */
  readonly exact: boolean;
  /** Probability of each row where all that are possible are there; without it every row counts the same. */
  readonly weights?: Float64Array;
  readonly notices: readonly Notice[];
  readonly provenance: Provenance;
}

const OPERATION = "referenceSet";
const MOST_CELLS = 1_000_000_000;

/**
 * The reference set of a ledger, by running its recorded procedure again with new draws.
 *
 * Referrals, rosters, weeks, quotas, reports of participants, amendments and exemptions are those of the
 * ledger; what followed from the drawn arms follows from the new ones: arms that are kept, households,
 * the room that quotas leave. Draws that the procedure would have refused for want of room are drawn
 * anew, with a notice of how many.
 *
 * Simulated draws come from xoshiro128** (`seed`) and don't include the observed one: a Monte Carlo p-value
 * is (b + 1)/(times + 1). `all` gives every possible draw once, with its probability in `weights`.
 *
 * @param ledger With all of its lines, every roster drawn.
 * @returns Columns are the ledger's entries, in their order; `draws` has `times` rows of them, packed.
 * @throws CompetitionError `degenerate-reference-set` for a design that leaves next to nothing to chance
 * (alternation; minimization or a biased coin with probability 1) or where nobody was drawn between two
 * arms: there are too few draws for a test to find anything, whatever the data;
 * `too-many-draws` where more than 20,000 are possible and `all` is asked; `reference-set-too-large` above 10⁹ cells;
 * `seed-required`, `unfinished-roster`, `partial-ledger`.
 * @example
 * const { draws, observed, times } = referenceSet(ledger, { times: 10_000, seed: "2006-09-30" });
 * @example
 * referenceSet(fourCitizens, { times: "all" }).weights // of two in each arm: six times 1/6
 *
 * Sources: Rosenberger and Lachin (2016), Randomization in Clinical Trials, 2nd edition, chapter 6,
 * doi:10.1002/9781118742112; Phipson and Smyth (2010), Statistical Applications in Genetics and Molecular
 * Biology 9(1), article 39, doi:10.2202/1544-6115.1585.
 */
export function referenceSet(
  ledger: Ledger,
  options: GivenOptions<ReferenceSetOptions> &
    ({ readonly times: "all" } | { readonly seed: string | number }),
): ReferenceSet {
  const state = stateOf(ledger, `${OPERATION}.ledger`);
  const { values, record } = resolveOptions<ReferenceSetOptions>(OPERATION, options, rules);
  const { entries } = ledger;
  if (ledger.since > 0) throw partialLedger(ledger.since);
  checkChance(state, entries);
  checkFinished(ledger);
  const { arms, algorithm } = state.opening;
  const { times, seed } = values;
  const drawn = newRows(
    ledger,
    state,
    times === "all" ? "all" : { times, stream: streamFor(times, entries.length, seed) },
  );
  const steered = isSteeredByOccupancy(state);
  const set: ReferenceSet = {
    kind: "reference-set",
    algorithm,
    arms,
    citizens: entries.map(({ citizen }) => citizen),
    sequences: entries.map(({ sequence }) => sequence),
    observed: Uint8Array.from(entries, ({ arm }) => arms.indexOf(arm)),
    draws: drawn.draws,
    times: drawn.draws.length / entries.length,
    exact: drawn.weights !== undefined && !steered,
    ...(drawn.weights === undefined ? {} : { weights: drawn.weights }),
    notices: noticesOf(drawn.refused, steered),
    provenance: provenanceOf(OPERATION, record, {
      protocol: state.opening.protocol,
      ledger: ledger.head,
      entries: entries.length,
    }),
  };
  return deepFreeze(set);
}

const rules: OptionRules<ReferenceSetOptions> = {
  times: {
    default: 10_000,
    expected: 'a whole number from 1, or "all"',
    accepts: (value) => value === "all" || (Number.isSafeInteger(value) && Number(value) >= 1),
  },
  seed: {
    expected: "a text or a number that can be written down",
    accepts: (value) => typeof value === "string" || typeof value === "number",
  },
};

function streamFor(times: number, width: number, seed: string | number | undefined): RandomStream {
  if (times * width > MOST_CELLS) throw tooLarge(times, width);
  if (seed !== undefined) return fastStream(seed, OPERATION);
  throw competitionError({ code: "seed-required", path: `${OPERATION}.seed`, expected: rules.seed.expected });
}

/** Where too little was left to chance, no test finds anything: that is said instead of p = 1. */
function checkChance({ procedure }: State, entries: readonly AllocationRecord[]): void {
  const open = entries.filter(
    ({ basis, designProbabilities }) =>
      basis === "drawn" && Object.values(designProbabilities).filter((each) => each > 0).length > 1,
  );
  if (!procedure.predictable && open.length > 0) return;
  throw competitionError({
    code: "degenerate-reference-set",
    path: `${OPERATION}.ledger`,
    summary: procedure.predictable
      ? "degenerate reference set, because next to nothing is left to chance after the first draws"
      : "degenerate reference set, because nobody was drawn between two arms",
    received: `a ledger of ${procedure.algorithm}`,
    expected: "a ledger whose arms were drawn by chance",
    hint: "Compare its arms by intervals that assume a model of the outcomes, and say so.",
  });
}

function checkFinished({ undrawn, entries }: Ledger): void {
  const done =
    undrawn === undefined ? 0 : entries.filter(({ sequence }) => sequence > undrawn.sequence).length;
  if (done === 0) return;
  throw competitionError({
    code: "unfinished-roster",
    path: `${OPERATION}.ledger`,
    received: `${done} of the entries of ${undrawn?.batch}`,
    expected: "a ledger whose rosters are drawn as a whole",
    hint: "Draw the rest with allocateBatch first.",
  });
}

function isSteeredByOccupancy({ opening }: State): boolean {
  return (opening.allocation.quotas ?? []).some((quota) => "participants" in quota);
}

function noticesOf(refused: number, steered: boolean): readonly Notice[] {
  return [
    ...(refused === 0 ? [] : [{ code: "draws-refused", severity: "info", refused } as const]),
    // More in an arm would have meant other reports of its participants: what is held fixed did depend on the draw.
    ...(steered ? [{ code: "occupancy-held-fixed", severity: "caution" } as const] : []),
  ];
}

function partialLedger(since: number): Error {
  return competitionError({
    code: "partial-ledger",
    path: `${OPERATION}.ledger`,
    received: `a ledger from line ${since + 1} on`,
    expected: "a ledger with all of its lines",
    hint: "Open it from its records instead of a checkpoint.",
  });
}

function tooLarge(times: number, width: number): Error {
  return competitionError({
    code: "reference-set-too-large",
    path: `${OPERATION}.times`,
    received: `${times} draws of ${width} entries`,
    expected: `at most ${MOST_CELLS} of both together`,
    hint: "Ask for fewer draws.",
  });
}
