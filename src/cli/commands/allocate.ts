import type { Command } from "commander";
import {
  openLedger,
  parseLedger,
  parseReferrals,
  startLedger,
  type Appended,
  type Key,
  type Ledger,
  type Mode,
  type Referral,
} from "../../allocation/index.js";
import { competitionError } from "../../core/index.js";
import type { Language } from "../../display/index.js";
import { updateLedger, type LedgerFile } from "../../files/index.js";
import { longestCourse } from "../../outcomes/index.js";
import type { Protocol } from "../../protocol/index.js";
import type { ParsedTable } from "../../tables/index.js";
import { checkKey } from "../checkedKey.js";
import { declareCommand } from "../command.js";
import {
  drawReferrals,
  drawsBatches,
  drawWaiting,
  nothingDrawn,
  type Drawn,
  type DrawOptions,
} from "../draw.js";
import { drawnTable, rosterTable } from "../drawnTable.js";
import { tellStep, type Step } from "../drawReport.js";
import { freezeNext } from "../freeze.js";
import { placeOf, readMadeKey, readProtocol, readTable } from "../inputs.js";
import { checkStrata } from "../knownStrata.js";
import { notStarted } from "../ledgerFile.js";
import { lineDate } from "../lineDate.js";
import { tellNotices } from "../notices.js";
import * as options from "../options.js";
import { jsonText } from "../output.js";
import { lateReviewText } from "../reviewDate.js";
import { withoutOthersText } from "../smallBlocks.js";
import type { Surroundings } from "../surroundings.js";

interface Given {
  readonly protocol: string;
  readonly ledger: string;
  readonly referrals?: string;
  readonly keyFile?: string;
  readonly freeze?: boolean;
  readonly draw?: boolean;
  readonly beacon?: string;
  readonly date?: string;
  readonly mode?: Mode;
  readonly columns?: options.ColumnMaps;
  readonly language: Language;
  readonly json?: boolean;
}

/** `allocate`: draws referrals into a ledger, in one step or, by rosters that are published first, in two. */
export function allocateCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "allocate",
    summary: "draw referrals into a ledger, which is started if it isn't there",
    usage:
      "--protocol <file> --ledger <file> --key-file <file> [--referrals <file> [--freeze] | --draw] [options]",
    detail: `A file may hold several weeks; they are drawn in order. Who was drawn already is told again, not drawn again.
Where citizens are drawn one at a time, --date dates a new ledger only: each entry has the date of its referral.
A key: openssl rand -hex 32 > key.txt

So that whoever holds the key can't choose among draws, publish the head each time before chance decides:
1. without --referrals: starts the ledger with the commitment to the key, before anyone is referred
2. --referrals <file> --freeze: fixes who is drawn together; it needs no key once the ledger is started
3. --draw --beacon <text>: draws them, with a public value that came after the head of step 2 was published
Steps 2 and 3 are for designs that draw batches; where the protocol declares a beacon there is no other way.`,
    options: [
      options.protocol(),
      options.ledger(),
      options.referrals().makeOptionMandatory(false),
      options.keyFile(),
      options.freeze(),
      options.draw().conflicts(["referrals", "freeze", "date"]),
      options.beacon().conflicts("freeze"),
      options.day("--date", "date of a new ledger and of a week's draw (default: today)"),
      options.mode(),
      options.columns(),
      options.language(),
      options.json(),
    ],
  }).action(async (given: Given, command: Command) => {
    checkUse(given, command);
    const date = lineDate(given.date, surroundings);
    const { protocol } = await readProtocol(given.protocol, surroundings);
    const key = given.keyFile === undefined ? undefined : await readMadeKey(given.keyFile, KEY, surroundings);
    const referrals = await readReferrals(given, protocol, surroundings);
    const { before, done, records } = await updateLedger(
      placeOf(surroundings, given.ledger),
      async (file) => {
        tellNotices(surroundings, file.notices);
        const means = { protocol, key: () => key ?? missingKey(command), beacon: given.beacon, date };
        const opened = openOrStart(given, file, means);
        if (key !== undefined) await checkKey(protocol, opened.ledger, key, given.keyFile ?? "");
        checkSteps(given, opened.ledger);
        const all = stepOf(given, means, opened.ledger, referrals);
        return { before: opened, done: all, records: [...opened.records, ...all.records] };
      },
    );
    tellStep(given, before, done, surroundings);
    const cautions = [withoutOthersText(done.ledger), lateReviewText(protocol, referrals?.rows)];
    for (const text of cautions) if (text !== undefined) surroundings.err(`caution: ${text}\n`);
    const { repeated, exempted, ledger } = done;
    const { undrawn } = ledger;
    if (given.json === true) {
      const waiting = undrawn === undefined ? {} : { undrawn: undrawn.batch };
      const facts = { records, repeated, exempted: exempted.map(named), ...waiting, head: ledger.head };
      surroundings.out(jsonText(facts));
    } else if (given.freeze === true && undrawn !== undefined) {
      surroundings.out(rosterTable(protocol, undrawn, given.language));
    } else if (given.referrals !== undefined || given.draw === true) {
      surroundings.out(drawnTable(protocol, done, given.language));
    }
  });
}

const KEY = {
  expected: "the file of the key that the ledger is drawn with",
  made: "For a new ledger",
} as const;

function checkUse({ referrals, freeze, draw, beacon }: Given, command: Command): void {
  if (freeze === true && referrals === undefined) command.error("error: --freeze takes --referrals");
  if (beacon !== undefined && referrals === undefined && draw !== true) {
    command.error("error: --beacon takes --draw, or --referrals");
  }
}

function missingKey(command: Command): never {
  return command.error("error: required option '--key-file <file>' not specified");
}

async function readReferrals(
  { referrals: name, columns }: Given,
  protocol: Protocol,
  surroundings: Surroundings,
): Promise<ParsedTable<Referral> | undefined> {
  if (name === undefined) return undefined;
  const referrals = await readTable("referrals", name, parseReferrals, columns, surroundings);
  tellNotices(surroundings, referrals.notices);
  checkStrata(protocol, referrals);
  return referrals;
}

/**
 * Refuses steps that the ledger's design or protocol doesn't have.
 *
 * @throws CompetitionError `single-required`, `freeze-first`.
 */
function checkSteps({ referrals, freeze, draw, beacon }: Given, ledger: Ledger): void {
  const { allocation, algorithm } = ledger.opening;
  const option = freeze === true ? "--freeze" : draw === true ? "--draw" : "--beacon";
  if ((freeze === true || draw === true || beacon !== undefined) && !drawsBatches(ledger)) {
    throw competitionError({
      code: "single-required",
      path: option,
      received: `a ledger of ${algorithm}`,
      expected: "a design that draws batches",
      hint: `Leave ${option} out: this design draws each citizen as he or she is referred, as the key had settled it.`,
    });
  }
  if (allocation.beacon === undefined || referrals === undefined || freeze === true) return;
  throw competitionError({
    code: "freeze-first",
    path: "allocate",
    received: "a roster to be frozen and drawn at once",
    expected: `two steps, since the protocol draws with ${allocation.beacon}`,
    hint: "Freeze the roster with --freeze and publish the head; draw it later with --draw --beacon <text>.",
  });
}

/** Does what this run of the command is to do with the ledger. */
function stepOf(
  { freeze, draw }: Given,
  { protocol, key, beacon, date }: Means,
  ledger: Ledger,
  referrals: ParsedTable<Referral> | undefined,
): Step {
  if (draw === true) return drawWaiting(ledger, { key: key(), beacon });
  if (referrals === undefined) return nothingDrawn(ledger);
  return freeze === true
    ? freezeNext(protocol, ledger, referrals, date)
    : drawReferrals(ledger, referrals, { key: key(), beacon, date });
}

function named({ citizen, referredOn }: Drawn["exempted"][number]): object {
  return { citizen, referredOn };
}

/** What a step takes beside the ledger and the referrals. */
interface Means extends Omit<DrawOptions, "key"> {
  readonly protocol: Protocol;
  /** The key, where the step needs one; it is wrong use not to give it then. */
  readonly key: () => Key;
}

function openOrStart(
  { ledger: name, mode, draw }: Given,
  { bytes }: LedgerFile,
  { protocol, key, date }: Means,
): Appended {
  if (bytes === undefined) {
    if (draw === true) throw notStarted(name);
    longestCourse(protocol.course); // refuses one whose outcomes could never be derived; it can't be corrected later
    return startLedger(protocol, { key: key(), date, mode: mode ?? "live" });
  }
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
