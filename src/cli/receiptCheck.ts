import { verifyReceipt, type Receipt, type ReceiptVerification } from "../allocation/index.js";
import { checkKeysOnce, competitionError } from "../core/index.js";
import type { Language } from "../display/index.js";
import { readBytes } from "../files/index.js";
import { decodeText } from "../tables/index.js";
import { findingText } from "./findings.js";
import { readHead } from "./head.js";
import { placeOf } from "./inputs.js";
import { jsonText } from "./output.js";
import type { Surroundings } from "./surroundings.js";

/** Which receipt is checked against which head. */
interface Given {
  readonly receipt: string;
  readonly head: string;
  readonly language: Language;
  readonly json?: boolean | undefined;
}

/**
 * Tells whether a receipt shows that its entry stands in the ledger of a head.
 *
 * @throws CompetitionError `broken-receipt` after the findings, `not-json`, `file-not-found`.
 */
export async function checkReceipt(given: Given, surroundings: Surroundings): Promise<void> {
  const head = await readHead(given.head, surroundings);
  const receipt = await readReceipt(given.receipt, surroundings);
  const verification = verifyReceipt(receipt, head);
  surroundings.out(given.json === true ? jsonText(verification) : report(given, receipt, verification));
  const [first] = verification.findings;
  if (first === undefined) return;
  throw competitionError({
    code: "broken-receipt",
    path: given.receipt,
    summary: `the receipt doesn't hold (${first.code.replaceAll("-", " ")})`,
    hint: "Look whether the head is the one that was published for it; ask for a new receipt.",
  });
}

/** Whatever the file says; what a receipt must be is for the check to tell. */
async function readReceipt(name: string, surroundings: Surroundings): Promise<Receipt> {
  const { text } = decodeText(await readBytes(placeOf(surroundings, name)), name);
  let receipt: Receipt;
  try {
    receipt = JSON.parse(text) as Receipt;
  } catch {
    throw competitionError({
      code: "not-json",
      path: name,
      received: text,
      expected: "a receipt, as konkurrencemodel receipt --out writes it",
    });
  }
  checkKeysOnce(text, name);
  return receipt;
}

const WORDS = {
  da: {
    holds: ({ citizen, referredOn, arm, sequence }: Receipt["line"]) =>
      `${citizen}, visiteret ${referredOn}, er trukket til ${arm} og står på linje ${sequence + 1} i den offentliggjorte fordelingsprotokol; i orden`,
    test: "; PRØVE: lodtrækningen er fra en prøveprotokol og binder ingen",
    fails: "ikke i orden",
  },
  en: {
    holds: ({ citizen, referredOn, arm, sequence }: Receipt["line"]) =>
      `${citizen}, referred on ${referredOn}, drawn to ${arm}, is on line ${sequence + 1} of the published ledger; holds`,
    test: "; TEST: the draw is from a test ledger and binds nobody",
    fails: "does not hold",
  },
} as const;

function report(
  { receipt: file, language }: Given,
  { line }: Receipt,
  { valid, findings }: ReceiptVerification,
): string {
  const words = WORDS[language];
  if (valid) return `${file}: ${words.holds(line)}${line.mode === "test" ? words.test : ""}\n`;
  return `${file}: ${words.fails}\n${findings.map((finding) => `  ${findingText(file, finding)}\n`).join("")}`;
}
