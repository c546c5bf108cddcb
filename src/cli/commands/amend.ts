import type { Command } from "commander";
import { amend, type Amendment, type AmendmentRecord, type Ledger } from "../../allocation/index.js";
import type { Language } from "../../display/index.js";
import type { Protocol } from "../../protocol/index.js";
import { declareCommand } from "../command.js";
import { entryNamed, type NamedEntry } from "../entry.js";
import { factsList } from "../factsList.js";
import { readProtocol } from "../inputs.js";
import { checkArm } from "../knownArm.js";
import { changeLedger } from "../ledgerFile.js";
import { lineDate } from "../lineDate.js";
import * as options from "../options.js";
import { jsonText } from "../output.js";
import { present } from "../present.js";
import type { Surroundings } from "../surroundings.js";

interface Given extends NamedEntry {
  readonly protocol: string;
  readonly ledger: string;
  readonly reason: string;
  readonly signedBy: readonly string[];
  readonly beforeDraw?: boolean;
  readonly arm?: string;
  readonly field?: string;
  readonly recorded?: string;
  readonly correct?: string;
  readonly date?: string;
  readonly language: Language;
  readonly json?: boolean;
}

/** `amend`: records an agreed exemption or an error found later. */
export function amendCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "amend",
    summary: "record an agreed exemption, or an error found later, as a signed line of the ledger",
    detail: `An exemption:          --arm <arm>, of an entry or, with --before-draw, of a referral that isn't drawn yet
An error found later:  --field <field> --correct <value>, of an entry
The entry is named by --entry, or by --citizen and --referred-on.
Nothing is drawn again and nothing deleted: the entry stands, and the analysis keeps the drawn arm.`,
    options: [
      options.protocol(),
      options.ledger(),
      options.reason(),
      options.signedBy(),
      options.entry(),
      options.citizen().conflicts("entry"),
      options.referredOn().conflicts("entry"),
      options.arm(),
      options.beforeDraw().conflicts(["entry", "field"]),
      options.field().conflicts("arm"),
      options.recorded().conflicts("arm"),
      options.correct().conflicts("arm"),
      options.day("--date", "date of the line (default: today)"),
      options.language(),
      options.json(),
    ],
  }).action(async (given: Given, command: Command) => {
    if (!isWhole(given)) incomplete(command);
    const { protocol } = await readProtocol(given.protocol, surroundings);
    if (given.arm !== undefined) checkArm(protocol, given.arm, "--arm");
    const date = lineDate(given.date, surroundings);
    const { record, ledger } = await changeLedger(given.ledger, protocol, surroundings, (before) =>
      amend(before, amendmentOf(given, before), { date }),
    );
    surroundings.out(
      given.json === true
        ? jsonText({ record, head: ledger.head })
        : amendmentText(protocol, record, given.language),
    );
  });
}

/** Whether the options say what is amended, and how. */
function isWhole({ entry, citizen, referredOn, arm, field, correct, beforeDraw }: Given): boolean {
  const named = citizen === undefined ? entry !== undefined : referredOn !== undefined;
  const corrected = field !== undefined && correct !== undefined;
  return named && (arm !== undefined || (corrected && beforeDraw !== true));
}

function amendmentOf(given: Given, ledger: Ledger): Amendment {
  const { reason, signedBy, arm, field = "", recorded, correct = "" } = given;
  const signed = { reason, signedBy };
  if (given.beforeDraw === true) {
    const { citizen = "", referredOn = "" } = given;
    return { ...signed, amends: "exemption", arm: arm ?? "", citizen, referredOn };
  }
  const hint = "An exemption that was agreed before the draw takes --before-draw.";
  const { sequence: entry } = entryNamed(ledger, given, given.ledger, hint);
  return arm === undefined
    ? { ...signed, amends: "error", entry, field, correct, ...present({ recorded }) }
    : { ...signed, amends: "exemption", entry, arm };
}

function incomplete(command: Command): never {
  return command.error(
    "error: expected --entry, or --citizen and --referred-on; and --arm (an exemption), or --field and --correct (an error)",
  );
}

const WORDS = {
  da: {
    captions: { exemption: "Aftalt undtagelse", error: "Fejl fundet senere" },
    number: "Nr. i protokollen",
    date: "Dato",
    entry: "Om nr.",
    citizen: "Borger",
    referredOn: "Visiteret",
    arm: "Går efter aftale til",
    field: "Felt",
    recorded: "Står som",
    correct: "Rigtigt er",
    reason: "Begrundelse",
    signedBy: "Underskrevet af",
  },
  en: {
    captions: { exemption: "Agreed exemption", error: "Error found later" },
    number: "No. in the ledger",
    date: "Date",
    entry: "About no.",
    citizen: "Citizen",
    referredOn: "Referred on",
    arm: "Goes by agreement to",
    field: "Field",
    recorded: "Recorded as",
    correct: "Correct is",
    reason: "Reason",
    signedBy: "Signed by",
  },
} as const;

function amendmentText({ arms }: Protocol, record: AmendmentRecord, language: Language): string {
  const words = WORDS[language];
  const facts =
    record.amends === "exemption"
      ? ([
          [words.referredOn, record.referredOn],
          [words.arm, arms.find(({ id }) => id === record.arm)?.name],
        ] as const)
      : ([
          [words.field, record.field],
          [words.recorded, record.recorded],
          [words.correct, record.correct],
        ] as const);
  return factsList(
    words.captions[record.amends],
    [
      [words.number, String(record.sequence)],
      [words.date, record.date],
      [words.entry, record.entry?.toString()],
      [words.citizen, record.citizen],
      ...facts,
      [words.reason, record.reason],
      [words.signedBy, record.signedBy.join(", ")],
    ],
    language,
  );
}
