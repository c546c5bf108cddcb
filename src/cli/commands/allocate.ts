import type { Command } from "commander";
import {
  openLedger,
  parseLedger,
  parseReferrals,
  startLedger,
  type Appended,
  type Key,
  type Mode,
} from "../../allocation/index.js";
import { competitionError, isCompetitionError } from "../../core/index.js";
import type { Language } from "../../display/index.js";
import { updateLedger, type LedgerFile } from "../../files/index.js";
import type { Protocol } from "../../protocol/index.js";
import { declareCommand } from "../command.js";
import { drawReferrals, type Drawn } from "../draw.js";
import { drawnTable } from "../drawnTable.js";
import { lineDate } from "../lineDate.js";
import { placeOf, readKey, readProtocol, readTable } from "../inputs.js";
import { tellNotices } from "../notices.js";
import { checkStrata } from "../knownStrata.js";
import * as options from "../options.js";
import { jsonText } from "../output.js";
import type { Surroundings } from "../surroundings.js";

interface Given {
  readonly protocol: string;
  readonly referrals: string;
  readonly ledger: string;
  readonly keyFile: string;
  readonly date?: string;
  readonly mode?: Mode;
  readonly columns?: options.ColumnMaps;
  readonly language: Language;
  readonly json?: boolean;
}

/** `allocate`: draws referrals into a ledger. */
export function allocateCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "allocate",
    summary: "draw referrals into a ledger, which is started if it isn't there",
    detail: `A file may hold several weeks; they are drawn in order. Who was drawn already is told again, not drawn again.
Where citizens are drawn one at a time, --date dates a new ledger only: each entry has the date of its referral.
A key: openssl rand -hex 32 > key.txt`,
    options: [
      options.protocol(),
      options.referrals(),
      options.ledger(),
      options.required(options.keyFile()),
      options.day("--date", "date of a new ledger and of a week's draw (default: today)"),
      options.mode(),
      options.columns(),
      options.language(),
      options.json(),
    ],
  }).action(async (given: Given) => {
    const date = lineDate(given.date, surroundings);
    const { protocol } = await readProtocol(given.protocol, surroundings);
    const key = await readExistingKey(given.keyFile, surroundings);
    const referrals = await readTable(
      "referrals",
      given.referrals,
      parseReferrals,
      given.columns,
      surroundings,
    );
    tellNotices(surroundings, referrals.notices);
    checkStrata(protocol, referrals);
    const { before, drawn, records } = await updateLedger(placeOf(surroundings, given.ledger), (file) => {
      const opened = openOrStart(given, file, { protocol, key, date }, surroundings);
      const all = drawReferrals(opened.ledger, referrals, { key, date });
      return { before: opened, drawn: all, records: [...opened.records, ...all.records] };
    });
    const started = before.records.length > 0;
    tell(given.ledger, started, drawn, surroundings);
    const { repeated, exempted, ledger } = drawn;
    surroundings.out(
      given.json === true
        ? jsonText({ records, repeated, exempted: exempted.map(named), head: ledger.head })
        : drawnTable(protocol, drawn, given.language),
    );
  });
}

function named({ citizen, referredOn }: Drawn["exempted"][number]): object {
  return { citizen, referredOn };
}

async function readExistingKey(name: string, surroundings: Surroundings): Promise<Key> {
  try {
    return await readKey(name, surroundings);
  } catch (error) {
    if (!isCompetitionError(error, "file-not-found")) throw error;
    throw competitionError({
      code: "file-not-found",
      path: name,
      expected: "the file of the key that the ledger is drawn with",
      hint: `For a new ledger let a machine make one: openssl rand -hex 32 > ${name}`,
    });
  }
}

interface Opening {
  readonly protocol: Protocol;
  readonly key: Key;
  readonly date: string;
}

function openOrStart(
  { ledger: name, mode }: Given,
  { bytes, notices }: LedgerFile,
  { protocol, key, date }: Opening,
  surroundings: Surroundings,
): Appended {
  tellNotices(surroundings, notices);
  if (bytes === undefined) return startLedger(protocol, { key, date, mode: mode ?? "live" });
  const ledger = openLedger(protocol, parseLedger(bytes, { name }));
  if (mode === undefined || mode === ledger.opening.mode) return { records: [], ledger };
  throw competitionError({
    code: "other-mode",
    path: name,
    received: `--mode ${mode}`,
    expected: `a ledger that was started with --mode ${mode}; this one was started ${ledger.opening.mode}`,
    hint: "Keep trials in a ledger of their own.",
  });
}

function tell(
  file: string,
  started: boolean,
  { entries, repeated, exempted, records, ledger }: Drawn,
  { err }: Surroundings,
): void {
  if (started) err(`${file} started; keep the key secret, and keep a copy\n`);
  if (repeated.length > 0)
    err(`note: ${repeated.length} referrals were in the ledger already; nothing was drawn for them\n`);
  for (const { citizen, referredOn } of exempted)
    err(`note: ${citizen}, referred on ${referredOn}, was exempted before the draw and isn't drawn\n`);
  err(`${file}: ${entries.length} citizens drawn, ${records.length + (started ? 1 : 0)} lines appended\n`);
  err(`head to publish: ${JSON.stringify(ledger.head)}\n`);
}
