import type { LedgerFinding } from "./types.js";

/** What to do about a ledger that can't be used as it is. */
export function hintFor(code: string, { differs = [] }: LedgerFinding): string | undefined {
  if (code === "other-protocol" || code === "other-plan") return protocolHint(differs);
  return HINTS[code];
}

const HINTS: Readonly<Record<string, string>> = {
  "broken-chain":
    "Restore the file from a copy whose head was published; verifyLedger finds every line that doesn't hold.",
  "wrong-key":
    "Give the key that the ledger was started with. The lines may well hold: verify them without a key.",
  "unknown-algorithm": "A newer version of the package may have started this ledger.",
};

const LISTED = 6;

function protocolHint(differs: readonly string[]): string {
  const listed = differs.slice(0, LISTED).join(", ");
  const more = differs.length > LISTED ? ` and ${differs.length - LISTED} more` : "";
  const what = differs.length === 0 ? "" : `What differs: ${listed}${more}. `;
  return `${what}Open it with the protocol that it was started with; what is agreed anew takes a ledger of its own.`;
}
