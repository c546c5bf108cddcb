import type { Command } from "commander";
import { verifyLedger, type LedgerLines, type LedgerVerification } from "../../allocation/index.js";
import type { Language } from "../../display/index.js";
import { isCompetitionError } from "../../core/index.js";
import { readLedger as readLedgerBytes } from "../../files/index.js";
import { brokenLedger } from "../broken.js";
import { declareCommand } from "../command.js";
import { findingText } from "../findings.js";
import { readHead } from "../head.js";
import { placeOf, readKey, readLedgerLines, readProtocol } from "../inputs.js";
import { tellNotices } from "../notices.js";
import * as options from "../options.js";
import { checkReceipt } from "../receiptCheck.js";
import { jsonText } from "../output.js";
import { present } from "../present.js";
import type { Surroundings } from "../surroundings.js";

interface Given {
  readonly protocol?: string;
  readonly ledger?: string;
  readonly keyFile?: string;
  readonly receipt?: string;
  readonly head?: string;
  readonly language: Language;
  readonly json?: boolean;
}

/** `verify`: tells whether a ledger holds, line by line, or whether a receipt does. */
export function verifyCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "verify",
    summary:
      "check a ledger: its chain, with the key its draws, with a published head its length; or a receipt",
    usage: "--protocol <file> --ledger <file> [options] | --receipt <file> --head <head> [options]",
    detail: `Without the key: that each line says what the package would have written there, in an unbroken chain. With
the key: that every draw is the one that key, protocol and rosters give. With a head that was published: that no line
before it was changed or taken away since. None of these tells whether the key's holder tried several keys,
dates or rosters before a head was published; the README says what does.`,
    options: [
      options.protocol().makeOptionMandatory(false),
      options.ledger().makeOptionMandatory(false),
      options.keyFile(),
      options.receipt().conflicts(["protocol", "ledger", "keyFile"]),
      options.head(),
      options.language(),
      options.json(),
    ],
  }).action(async (given: Given, command: Command) => {
    const { protocol, ledger, receipt, head, language, json } = given;
    if (receipt !== undefined) {
      if (head === undefined) return missing(command, "--head <head>");
      return await checkReceipt({ receipt, head, language, json }, surroundings);
    }
    if (protocol === undefined) return missing(command, "--protocol <file>");
    if (ledger === undefined) return missing(command, "--ledger <file>");
    return await checkLedger({ ...given, protocol, ledger }, surroundings);
  });
}

function missing(command: Command, flags: string): never {
  return command.error(`error: required option '${flags}' not specified`);
}

async function checkLedger(
  given: Given & { readonly protocol: string; readonly ledger: string },
  surroundings: Surroundings,
): Promise<void> {
  const { protocol } = await readProtocol(given.protocol, surroundings);
  const lines = await readLines(given.ledger, surroundings);
  const key = given.keyFile === undefined ? undefined : await readKey(given.keyFile, surroundings);
  const head = given.head === undefined ? undefined : await readHead(given.head, surroundings);
  const verification = await verifyLedger(protocol, lines, present({ key, head }));
  tellNotices(surroundings, verification.notices);
  surroundings.out(given.json === true ? jsonText(verification) : report(given, verification));
  if (!verification.valid) throw brokenLedger(given.ledger, verification);
}

/** The lines of a ledger; where not each of them can be read, their texts, since the verification tells of those too. */
async function readLines(name: string, surroundings: Surroundings): Promise<LedgerLines> {
  try {
    return await readLedgerLines(name, surroundings);
  } catch (error) {
    if (!["rows-in-error", "empty-file"].some((code) => isCompetitionError(error, code))) throw error;
    const bytes = await readLedgerBytes(placeOf(surroundings, name));
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    return text === "" ? [] : text.replace(/\n$/, "").split("\n");
  }
}

const WORDS = {
  da: {
    lines: "linjer",
    checked: "kontrolleret",
    parts: { chain: "kæden", protocol: "aftalen", draws: "lodtrækningerne", head: "hovedet" },
    holds: "i orden",
    fails: "ikke i orden",
    noKey: "lodtrækningerne er ikke kontrolleret: ingen nøgle (--key-file)",
    noHead: "længden er ikke kontrolleret: intet offentliggjort hoved (--head)",
    head: "hoved",
  },
  en: {
    lines: "lines",
    checked: "checked",
    parts: { chain: "chain", protocol: "protocol", draws: "draws", head: "head" },
    holds: "holds",
    fails: "does not hold",
    noKey: "draws not checked: no key (--key-file)",
    noHead: "length not checked: no published head (--head)",
    head: "head",
  },
} as const;

function report(
  { ledger: file, keyFile, head: published, language }: Given & { readonly ledger: string },
  { size, checked, findings, head, valid }: LedgerVerification,
): string {
  const words = WORDS[language];
  const parts = checked.map((part) => words.parts[part]).join(", ");
  const opening = `${file}: ${size} ${words.lines}; ${words.checked}: ${parts}; ${valid ? words.holds : words.fails}\n`;
  const found = findings.map((finding) => `  ${findingText(file, finding)}\n`).join("");
  const reasons = [keyFile === undefined && words.noKey, published === undefined && words.noHead];
  const unchecked = reasons.map((told) => (told === false ? "" : `  ${told}\n`)).join("");
  return `${opening}${unchecked}${found}${head === undefined ? "" : `${words.head}: ${JSON.stringify(head)}\n`}`;
}
