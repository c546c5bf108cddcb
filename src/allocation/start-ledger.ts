import {
  bytesOf,
  competitionError,
  parseDay,
  resolveOptions,
  type OptionRule,
  type OptionRules,
} from "../core/index.js";
import { procedureOf } from "./designs/table.js";
import { checkKey, commitmentOf, keyRule, type Key } from "./key.js";
import { isJson, isMarked, isWide } from "./key-damage.js";
import { ledgerOf, NO_LINES, storeOf } from "./ledger.js";
import { NOTHING_BEFORE, sealed } from "./lines.js";
import { emptyMemory, remember } from "./memory.js";
import { armsOf, checkProtocol } from "./plan.js";
import type { AllocationProtocol, Ledger, LedgerRecord, Mode, OpeningRecord } from "./types.js";

export interface StartOptions {
  /** At least 16 bytes that a machine made; published is only the commitment to it. */
  readonly key: Key;
  /** ISO date of the opening. */
  readonly date: string;
  /** `test` marks every line; test and live lines never stand in one ledger. */
  readonly mode: Mode;
}

/** Lines to append to the ledger's file or table, and the ledger with them. */
export interface Appended {
  readonly records: readonly LedgerRecord[];
  readonly ledger: Ledger;
}

/** What an option that takes a date accepts; whether it is a day of the calendar is parseDay's affair. */
export const dateRule: OptionRule<string> = {
  expected: "a day of the calendar as YYYY-MM-DD",
  accepts: (value) => typeof value === "string",
};

const MODE: OptionRule<Mode> = {
  expected: "one of live, test",
  accepts: (value) => value === "live" || value === "test",
};

const rules: OptionRules<StartOptions> = {
  key: keyRule,
  date: dateRule,
  mode: MODE,
};

/**
 * Opens a new ledger: its first line says what was agreed and commits to the key.
 *
 * The commitment is SHA-256(key ‖ protocol digest), the digest as its 64 digits: it stands in the
 * ledger before the first referral, so that afterwards no other key can be said to have drawn.
 *
 * Publish the head of this one line before the first referral, and use the key for no other ledger: where
 * citizens are drawn one at a time, the same key and protocol give the same arms again.
 *
 * @param protocol What was agreed: `digest`, `arms` and `allocation` are used, and `parts` if it has them.
 * @returns `records`, the one line to write, and the `ledger` with it.
 * @throws CompetitionError `impossible-protocol`, `key-required`, `weak-key`, `marked-key` for one that begins
 * with a byte order mark, `not-a-key` for JSON and for UTF-16, `impossible-date`, `mode-required`.
 * @example
 * const { records, ledger } = startLedger(protocol, { key, date: "2005-01-03", mode: "live" });
 * @example
 * startLedger(protocol, { key: "secret", date: "2005-01-03", mode: "live" }) // throws weak-key
 */
export function startLedger(protocol: AllocationProtocol, options: StartOptions): Appended {
  const { digest, allocation } = checkProtocol(protocol);
  const given = resolveOptions<StartOptions>("startLedger", options, rules).values;
  const key = usable(checkKey(given.key, "startLedger.key"));
  const arms = armsOf(protocol);
  const procedure = procedureOf(allocation, arms);
  if (given.mode === undefined) {
    throw competitionError({ code: "mode-required", path: "startLedger.mode", expected: MODE.expected });
  }
  parseDay(given.date, "startLedger.date");
  const opening: OpeningRecord = sealed(
    {
      type: "opening",
      format: "konkurrencemodel-ledger/1",
      protocol: digest,
      arms,
      allocation,
      algorithm: procedure.algorithm,
      commitment: commitmentOf(key, digest),
      ...(protocol.parts === undefined ? {} : { parts: protocol.parts }),
    },
    { sequence: 0, date: given.date, mode: given.mode, previous: NOTHING_BEFORE },
  );
  const memory = emptyMemory();
  const read = { opening, procedure };
  remember(memory, read, opening, 0);
  return { records: [opening], ledger: ledgerOf(storeOf(NO_LINES, memory, [opening]), read) };
}

/** A key that is none, or whose file an editor marked: a ledger can't go on with another key. */
function usable(key: Key): Key {
  const bytes = bytesOf(key);
  if (isMarked(bytes)) throw refusedKey("marked-key", "a key that doesn't begin with a byte order mark");
  if (isWide(bytes)) throw refusedKey("not-a-key", "a key, not a text saved as UTF-16");
  if (isJson(bytes)) throw refusedKey("not-a-key", "a key, not a file of JSON such as a protocol");
  return key;
}

function refusedKey(code: string, expected: string): Error {
  return competitionError({
    code,
    path: "startLedger.key",
    expected,
    hint: "Save the key's file as UTF-8 without BOM, or let a machine write it: `openssl rand -hex 32 > key.txt`.",
  });
}
