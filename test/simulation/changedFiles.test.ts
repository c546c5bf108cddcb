import { describe, expect, it } from "vitest";
import {
  allocateBatch,
  amend,
  formatLedger,
  freezeRoster,
  parseLedger,
  verifyLedger,
  type Ledger,
} from "../../src/allocation/index.js";
import { below, formatDay, isCompetitionError, parseDay, seededStream } from "../../src/core/index.js";
import { COMPLETE, KEY, protocolOf, referralsOn, started } from "../allocation/samples.js";
import { replicates } from "../support/simulation.js";

// The file of a ledger with 200 entries is changed at every byte (in every run of the tests at some of them),
// and whoever has the protocol, but not the key, must find it.

const FULL = replicates(0, 1) === 1;
const SOME = 25;
const WEEKS = 10;
const A_WEEK = 20;
const MONDAY = parseDay("2005-01-10", "test");

/** With letters that are two bytes long. */
const AGES: readonly string[] = ["unge", "ældre"];
const protocol = protocolOf({ ...COMPLETE, levels: { age: AGES } });

function yearOf(): Ledger {
  let ledger = started(protocol);
  for (let week = 0; week < WEEKS; week++) {
    const monday = formatDay(MONDAY + 7 * week);
    const citizens = Array.from({ length: A_WEEK }, (_, n) => `c-${week}-${n}`);
    const frozen = freezeRoster(ledger, referralsOn(monday, citizens, AGES), { date: monday });
    ledger = allocateBatch(frozen.ledger, { key: KEY }).ledger;
  }
  const exemption = {
    amends: "exemption",
    entry: 4,
    arm: "own",
    reason: "tolk",
    signedBy: ["Friis"],
  } as const;
  return amend(ledger, exemption, { date: "2005-04-01" }).ledger;
}

const ledger = yearOf();
const lines = formatLedger(ledger.records)
  .split(/(?<=\n)/)
  .map((line) => new TextEncoder().encode(line));
const file = joined(lines);
const { rows: honest } = parseLedger(file);
/** The line that each byte of the file stands in, and where that line begins. */
const lineOf = lines.flatMap((line, number) => Array.from(line, () => number));
const starts = lines.map((_, number) => lineOf.indexOf(number));

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** What a file has from a line on that isn't as it was. */
interface Change {
  readonly from: number;
  readonly to: readonly Uint8Array[];
  /** Whether it is held against the published head. */
  readonly head?: boolean;
}

/**
 * Whether a changed file is refused or found not to hold. Lines before the change were read already; lines after it
 * are left out, since what is found in the beginning of a ledger is found in the whole.
 */
async function isFound({ from, to, head = false }: Change): Promise<boolean> {
  const bytes = joined(to);
  try {
    const { rows, notices } = bytes.length === 0 ? NOTHING : parseLedger(bytes);
    const changed = { rows: [...honest.slice(0, from), ...rows], notices };
    return !(await verifyLedger(protocol, changed, head ? { head: ledger.head } : {})).valid;
  } catch (error) {
    if (!isCompetitionError(error)) throw error;
    return true;
  }
}

const NOTHING = { rows: [], notices: [] };

/** The changes that pass, of all (`SIMULATION=full`) or of some of them. */
async function passing(places: number, changeAt: (place: number) => Change): Promise<readonly number[]> {
  const step = FULL ? 1 : Math.max(1, places / SOME);
  const passed: number[] = [];
  for (let place = 0; place < places; place += step) {
    if (!(await isFound(changeAt(Math.floor(place))))) passed.push(Math.floor(place));
  }
  return passed;
}

/** Other bytes in the place of some of a line, together with the next line where the line feed is among them. */
function edited(byte: number, removed: number, put: readonly number[]): Change {
  const from = lineOf[byte] ?? 0;
  const at = byte - (starts[from] ?? 0);
  const old = joined(lines.slice(from, at + 1 < line(from).length ? from + 1 : from + 2));
  return { from, to: [joined([old.subarray(0, at), Uint8Array.from(put), old.subarray(at + removed)])] };
}

const line = (number: number): Uint8Array => lines[number] ?? new Uint8Array();

describe(`a ledger's file of ${WEEKS * A_WEEK} entries, verified without the key`, () => {
  const stream = seededStream("changed files", "bytes");

  it("holds as it was written", async () => {
    expect(ledger.entries).toHaveLength(200);
    expect(await isFound({ from: 0, to: lines, head: true })).toBe(false);
    expect(await isFound({ from: 100, to: [line(100), line(101)] })).toBe(false);
  });

  it("can't have a byte changed", async () => {
    const other = (byte: number): number => ((file[byte] ?? 0) + 1 + below(stream, 255)) % 256;
    expect(await passing(file.length, (byte) => edited(byte, 1, [other(byte)]))).toEqual([]);
  });

  it("can't have a byte taken away", async () => {
    expect(await passing(file.length, (byte) => edited(byte, 1, []))).toEqual([]);
  });

  it("can't have a byte put in, or one doubled", async () => {
    expect(await passing(file.length, (byte) => edited(byte, 0, [below(stream, 256)]))).toEqual([]);
    expect(await passing(file.length, (byte) => edited(byte, 0, [file[byte] ?? 0]))).toEqual([]);
    const last = lines.length - 1;
    expect(await passing(256, (byte) => ({ from: last, to: [line(last), Uint8Array.of(byte)] }))).toEqual([]);
  });

  it.each([
    ["a space", 0x20],
    ["a line feed", 0x0a],
    ["a carriage return", 0x0d],
  ])("can't have %s put in", async (_, byte) => {
    expect(await passing(file.length, (at) => edited(at, 0, [byte]))).toEqual([]);
  });

  it("can't have a line doubled, or taken away but from its end", async () => {
    expect(await passing(lines.length, (from) => ({ from, to: [line(from), line(from)] }))).toEqual([]);
    expect(await passing(lines.length - 1, (from) => ({ from, to: [line(from + 1)] }))).toEqual([]);
  });

  it("can't have two lines swapped", async () => {
    const pairs = lines.flatMap((_, a) => lines.slice(a + 1).map((__, b) => [a, a + 1 + b] as const));
    const swapped = (pair: number): Change => {
      const [from, other] = pairs[pair] ?? [0, 1];
      return { from, to: [line(other)] };
    };
    expect(await passing(pairs.length, swapped)).toEqual([]);
  });

  it("can't be cut off anywhere, against the published head", async () => {
    const cutAt = (byte: number): Change => {
      const from = lineOf[byte] ?? 0;
      return { from, to: [file.slice(starts[from], byte)], head: true };
    };
    expect(await passing(file.length, cutAt)).toEqual([]);
  });
});
