import type { AllocationRecord, Ledger } from "../allocation/index.js";
import { competitionError } from "../core/index.js";

/** How a command line names an entry: by its number, or by the citizen and, where there are several, the date. */
export interface NamedEntry {
  readonly entry?: number;
  readonly citizen?: string;
  readonly referredOn?: string;
}

/**
 * The entry that was named.
 *
 * @param file The ledger's, for the error.
 * @param hint What to do where there is none.
 * @throws CompetitionError `not-in-ledger`, `several-entries`.
 */
export function entryNamed(ledger: Ledger, named: NamedEntry, file: string, hint: string): AllocationRecord {
  const { entry: sequence, citizen, referredOn } = named;
  const found =
    citizen === undefined
      ? ledger.entries.filter((entry) => entry.sequence === sequence)
      : ledger.entriesOf(citizen).filter((entry) => (referredOn ?? entry.referredOn) === entry.referredOn);
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only;
  const received =
    citizen === undefined ? `--entry ${sequence}` : [citizen, referredOn].filter(Boolean).join(", ");
  throw only === undefined
    ? competitionError({
        code: "not-in-ledger",
        path: file,
        received,
        expected: "an entry that it has",
        hint,
      })
    : competitionError({
        code: "several-entries",
        path: file,
        received,
        expected: `one entry; there are those of ${found.map((each) => each.referredOn).join(", ")}`,
        hint: "Say which with --referred-on.",
      });
}
