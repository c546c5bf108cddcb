import type { LedgerHead } from "../allocation/index.js";
import { competitionError } from "../core/index.js";

/** The end of a ledger: how many lines it has, and the digest of the last. */
export type LedgerEnd = Pick<LedgerHead, "size" | "chain">;

/** The end of a ledger whose last line has this text; undefined if it isn't a line of a ledger. */
export function endWith(line: string | undefined): LedgerEnd | undefined {
  if (line === undefined) return undefined;
  try {
    const { sequence, digest } = JSON.parse(line) as { sequence?: unknown; digest?: unknown };
    if (typeof sequence !== "number" || typeof digest !== "string") return undefined;
    return { size: sequence + 1, chain: digest };
  } catch {
    return undefined;
  }
}

export function describeEnd({ size, chain }: LedgerEnd): string {
  return `${size} lines that end with ${chain}`;
}

export function ledgerMoved(path: string, received: string, expected: string): Error {
  return competitionError({
    code: "ledger-moved",
    path,
    received,
    expected,
    hint: "Somebody else has written to it. Read the ledger again and repeat the command.",
  });
}

export function tornLine(path: string): Error {
  return competitionError({
    code: "torn-line",
    path,
    expected: "a ledger whose last line is whole",
    hint: "Compare with a copy whose head was published before anything is appended.",
  });
}
