import { competitionError, type Issue, type Notice } from "../core/index.js";
import { withoutCpr } from "../tables/index.js";
import { nameOfWeek, type Week } from "./weeks.js";

/** Weeks whose codes have no meaning in the map. */
export interface UnknownCode {
  weeks: number;
  citizens: number;
  first: Week;
  last: Week;
  /** The row that had it last, so that its citizen counts once. */
  row: number;
}

/** How many codes are listed in full. */
const LISTED = 100;

/** Counts weeks of a code that the map doesn't know. */
export function countUnknown(
  unknown: Map<string, UnknownCode>,
  code: string,
  row: number,
  first: Week,
  last: Week,
): void {
  const known = unknown.get(code) ?? { weeks: 0, citizens: 0, first, last, row: -1 };
  known.weeks += last - first + 1;
  if (known.row !== row) known.citizens++;
  known.row = row;
  known.first = Math.min(known.first, first);
  known.last = Math.max(known.last, last);
  unknown.set(code, known);
}

/** The error that names every code without a meaning, how often it occurs, and what to add. */
export function unknownCodes(
  unknown: ReadonlyMap<string, UnknownCode>,
  file: string,
  known: CodeNames,
): Error {
  const sorted = [...unknown].toSorted(([, a], [, b]) => b.weeks - a.weeks);
  const issues = sorted.slice(0, LISTED).map(([code, { weeks, citizens, first, last }]): Issue => {
    const when =
      first === last ? `in ${nameOfWeek(first)}` : `between ${nameOfWeek(first)} and ${nameOfWeek(last)}`;
    return {
      code: known.has(code) ? "code-outside-validity" : "unknown-code",
      file,
      received: withoutCpr(code),
      expected: `a line of the codes that gives it a state ${when}`,
      hint: `Weeks: ${weeks}, citizens: ${citizens}. Add ${withoutCpr(code)};<state>;<from>;<to>;<source>.`,
    };
  });
  return competitionError({
    code: "unknown-codes",
    path: file,
    received: `${unknown.size} codes`,
    expected: "a meaning of each code in each week that has it",
    hint: "What isn't known must not pass for no support. Add them to codes.csv, or name a state by unknownCodesAs (--unknown-codes-as).",
    issues,
  });
}

interface CodeNames {
  has(code: string): boolean;
}

/** That codes without a meaning were taken for a state. */
export function unknownCodesNotice(unknown: ReadonlyMap<string, UnknownCode>, state: string): Notice {
  const sorted = [...unknown].toSorted(([, a], [, b]) => b.weeks - a.weeks);
  return {
    code: "unknown-codes",
    severity: "caution",
    state,
    codes: sorted.map(([code]) => withoutCpr(code)),
    weeks: sorted.map(([, { weeks }]) => weeks),
    citizens: sorted.map(([, { citizens }]) => citizens),
  };
}
