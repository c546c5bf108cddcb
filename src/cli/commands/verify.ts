import type { Command } from "commander";
import {
  verifyLedger,
  type LedgerFinding,
  type LedgerHead,
  type LedgerVerification,
} from "../../allocation/index.js";
import { competitionError, describeIssue } from "../../core/index.js";
import { readBytes } from "../../files/index.js";
import { brokenLedger } from "../broken.js";
import { declareCommand } from "../command.js";
import { placeOf, readKey, readLedgerLines, readProtocol } from "../inputs.js";
import { tellNotices } from "../notices.js";
import * as options from "../options.js";
import { jsonText } from "../output.js";
import { present } from "../present.js";
import type { Surroundings } from "../surroundings.js";

interface Given {
  readonly protocol: string;
  readonly ledger: string;
  readonly keyFile?: string;
  readonly head?: string;
  readonly json?: boolean;
}

/** `verify`: tells whether a ledger holds, line by line. */
export function verifyCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "verify",
    summary: "check a ledger: its chain, with the key its draws, with a published head its length",
    options: [options.protocol(), options.ledger(), options.keyFile(), options.head(), options.json()],
  }).action(async (given: Given) => {
    const { protocol } = await readProtocol(given.protocol, surroundings);
    const lines = await readLedgerLines(given.ledger, surroundings);
    const key = given.keyFile === undefined ? undefined : await readKey(given.keyFile, surroundings);
    const head = given.head === undefined ? undefined : await readHead(given.head, surroundings);
    const verification = await verifyLedger(protocol, lines, present({ key, head }));
    tellNotices(surroundings, verification.notices);
    surroundings.out(given.json === true ? jsonText(verification) : report(given.ledger, verification));
    if (!verification.valid) throw brokenLedger(given.ledger, verification);
  });
}

/** A head as it was published: JSON, or the name of a file that holds it. */
async function readHead(text: string, surroundings: Surroundings): Promise<LedgerHead> {
  const inline = text.trimStart().startsWith("{");
  const json = inline ? text : new TextDecoder().decode(await readBytes(placeOf(surroundings, text)));
  try {
    return JSON.parse(json) as LedgerHead;
  } catch {
    throw competitionError({
      code: "not-json",
      path: inline ? "--head" : text,
      received: json,
      expected: 'a head as it was published, {"size":…,"chain":"…","root":"…"}',
    });
  }
}

function report(file: string, { size, checked, findings, head, valid }: LedgerVerification): string {
  const opening = `${file}: ${size} lines; checked: ${checked.join(", ")}; ${valid ? "holds" : "does not hold"}\n`;
  const found = findings.map((finding) => `  ${sentenceOf(file, finding)}\n`).join("");
  return `${opening}${found}${head === undefined ? "" : `head: ${JSON.stringify(head)}\n`}`;
}

function sentenceOf(file: string, { line, field, ...finding }: LedgerFinding): string {
  return describeIssue({
    ...finding,
    file,
    ...(line === undefined ? {} : { row: line }),
    ...(field === undefined ? {} : { column: field }),
  });
}
