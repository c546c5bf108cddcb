import type { Command } from "commander";
import { receipt, type Receipt } from "../../allocation/index.js";
import type { Language } from "../../display/index.js";
import type { Protocol } from "../../protocol/index.js";
import { declareCommand } from "../command.js";
import { entryNamed, type NamedEntry } from "../entry.js";
import { factsList } from "../factsList.js";
import { readHead } from "../head.js";
import { readLedger, readProtocol } from "../inputs.js";
import * as options from "../options.js";
import { jsonText } from "../output.js";
import { writeNew } from "../outputFiles.js";
import { present } from "../present.js";
import type { Surroundings } from "../surroundings.js";

interface Given extends NamedEntry {
  readonly protocol: string;
  readonly ledger: string;
  readonly head?: string;
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly language: Language;
  readonly json?: boolean;
}

/** `receipt`: a proof for one citizen, or a supplier, that an entry stands in the ledger. */
export function receiptCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "receipt",
    summary: "make a receipt that shows one entry in the published ledger, and nothing of anyone else",
    detail: `Whoever has it checks it with: konkurrencemodel verify --receipt <file> --head <head>
The head must come from where it was published, not from whoever hands out the receipt.`,
    options: [
      options.protocol(),
      options.ledger(),
      options.entry(),
      options.citizen().conflicts("entry"),
      options.referredOn().conflicts("entry"),
      options.head(),
      options.outFile("write the receipt to this file"),
      options.overwrite(),
      options.language(),
      options.json(),
    ],
  }).action(async (given: Given, command: Command) => {
    if (given.entry === undefined && given.citizen === undefined) {
      command.error("error: expected --entry or --citizen");
    }
    const head = given.head === undefined ? undefined : await readHead(given.head, surroundings);
    const { protocol } = await readProtocol(given.protocol, surroundings);
    const { ledger } = await readLedger(given.ledger, protocol, surroundings);
    const entry = entryNamed(
      ledger,
      given,
      given.ledger,
      "Look at the spelling of the pseudonym and at the date.",
    );
    const made = receipt(ledger, entry, present({ head }));
    if (given.out !== undefined) {
      await writeNew([{ path: given.out, content: jsonText(made) }], given.overwrite === true, surroundings);
      surroundings.err(`${given.out} written\n`);
    }
    surroundings.out(given.json === true ? jsonText(made) : receiptText(protocol, made, given.language));
  });
}

const WORDS = {
  da: {
    caption: "Kvittering for lodtrækningen",
    citizen: "Borger",
    referredOn: "Visiteret",
    arm: "Enhed",
    mode: "Prøve",
    test: "ja: fra en prøveprotokol, som ikke binder nogen",
    entry: "Nr. i protokollen",
    size: "Linjer i alt",
    root: "Rod",
    path: "Vejens længde",
  },
  en: {
    caption: "Receipt of the draw",
    citizen: "Citizen",
    referredOn: "Referred on",
    arm: "Arm",
    mode: "Trial",
    test: "yes: from a test ledger, which binds nobody",
    entry: "No. in the ledger",
    size: "Lines in all",
    root: "Root",
    path: "Length of the path",
  },
} as const;

function receiptText({ arms }: Protocol, { line, head, path }: Receipt, language: Language): string {
  const words = WORDS[language];
  return factsList(
    words.caption,
    [
      [words.citizen, line.citizen],
      [words.referredOn, line.referredOn],
      [words.arm, arms.find(({ id }) => id === line.arm)?.name],
      [words.mode, line.mode === "test" ? words.test : undefined],
      [words.entry, String(line.sequence)],
      [words.size, String(head.size)],
      [words.root, head.root],
      [words.path, String(path.length)],
    ],
    language,
  );
}
