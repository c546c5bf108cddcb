import { describeValue, keyedHash, type KeyedHash } from "../core/index.js";
import {
  batchEntryFinding,
  countsFinding,
  noteFinding,
  openBatch,
  openingFinding,
  rosterFinding,
  singleEntryFinding,
  type OpenBatch,
} from "./audit-rules.js";
import { procedureOf } from "./designs/table.js";
import { commitmentOf, wrongKeyHint, type Key } from "./key.js";
import { NOTHING_BEFORE } from "./lines.js";
import { emptyMemory, remember, type View } from "./memory.js";
import { readLine, readRecord } from "./read-line.js";
import type { Problem } from "./shape.js";
import type { AllocationProtocol, LedgerFinding, LedgerRecord, RosterRecord } from "./types.js";

/** What became of one line. */
export interface LineAudit {
  readonly findings: readonly LedgerFinding[];
  /** The digest that the line gives itself, unless it can't be read. */
  readonly digest: string | undefined;
}

/** Reads a ledger line by line and finds what doesn't hold, remembering who was seen and little else. */
export interface Audit {
  /** Takes the next line: a value, or the text of a line. */
  readonly read: (line: unknown) => LineAudit;
  /** The ledger as far as it was read, once it has an opening that can be followed. */
  readonly view: () => View | undefined;
  /** The roster that still lacks entries, if there is one, and how many it has. */
  readonly unfinished: () => { readonly roster: RosterRecord; readonly done: number } | undefined;
  /** The first line that is dated before an earlier one, though no line was to be. */
  readonly backwards: () => BackwardsDate | undefined;
  /** The first batch whose public value an earlier batch was drawn with: when its roster was frozen, it was known. */
  readonly repeatedBeacon: () => RepeatedBeacon | undefined;
  /** Whether a key was given and is the one that the ledger commits to. */
  readonly drawsChecked: () => boolean;
}

/** A line that is dated before an earlier one. */
interface BackwardsDate {
  /** Of the file, the opening being 1. */
  readonly line: number;
  readonly date: string;
  /** The date that it falls behind. */
  readonly after: string;
}

/** A batch drawn with a public value that was used before. */
interface RepeatedBeacon {
  readonly batch: string;
  /** The earlier batch. */
  readonly earlier: string;
  readonly beacon: string;
}

/** A ledger as far as it is known before the first line that is read. */
export interface AuditStart {
  readonly view: View;
  /** Digest of its last line. */
  readonly chain: string;
}

/** What ties the next line to those before; the digest isn't known after a line that can't be read. */
interface Link {
  readonly previous: string | undefined;
  readonly sequence: number;
}

export function startAudit(protocol: AllocationProtocol, key?: Key, start?: AuditStart): Audit {
  const { memory } = start?.view ?? { memory: emptyMemory() };
  let size = start?.view.size ?? 0;
  let link: Link = { previous: start?.chain ?? NOTHING_BEFORE, sequence: size };
  let view: View | undefined = start?.view;
  let drawKey: KeyedHash | undefined;
  let batch: OpenBatch | undefined;
  let backwards: BackwardsDate | undefined;
  let repeatedBeacon: RepeatedBeacon | undefined;
  const beacons = new Map<string, string>();

  /** What of a line contradicts the lines before it, or the protocol. */
  const ruleFinding = (record: LedgerRecord): LedgerFinding | undefined => {
    if (size === 0) return record.type === "opening" ? openingFinding(record, protocol) : NO_OPENING;
    if (record.type === "opening") return SECOND_OPENING;
    if (view === undefined) return undefined;
    if (record.mode !== view.opening.mode) {
      return { code: "mixed-modes", field: "mode", received: record.mode, expected: view.opening.mode };
    }
    if (record.type === "allocation") {
      return batch === undefined
        ? singleEntryFinding(view, record, drawKey)
        : batchEntryFinding(view, batch, record, drawKey);
    }
    if (batch !== undefined) return unfinishedFinding(batch);
    return record.type === "roster" ? rosterFinding(view, record) : noteFinding(view, record);
  };

  const noteBeacon = (name: string, beacon: string): void => {
    const earlier = beacons.get(beacon);
    if (earlier === undefined) beacons.set(beacon, name);
    else repeatedBeacon ??= { batch: name, earlier, beacon };
  };

  /** Takes a line in, whatever was found; what is found in the whole of a batch comes with its last line. */
  const take = (record: LedgerRecord): LedgerFinding | undefined => {
    const sequence = size++;
    link = { previous: record.digest, sequence: record.sequence + 1 };
    if (record.type === "opening") {
      if (sequence > 0) return undefined;
      const procedure = procedureOf(record.allocation, record.arms);
      if (procedure.algorithm !== record.algorithm) return undefined;
      view = { opening: record, procedure, memory, size };
      remember(memory, view, record, sequence);
      if (key === undefined) return undefined;
      if (commitmentOf(key, record.protocol) !== record.commitment) {
        return { ...WRONG_KEY, hint: wrongKeyHint(key, record) };
      }
      drawKey = keyedHash(key);
      return undefined;
    }
    if (view === undefined) return undefined;
    if (record.type !== "allocation" && record.date < memory.writtenOn) {
      backwards ??= { line: sequence + 1, date: record.date, after: memory.writtenOn };
    }
    if (record.type === "roster") batch = openBatch(view, record);
    remember(memory, view, record, sequence);
    view = { ...view, size };
    if (record.type === "roster") return batch?.refusal;
    if (record.type !== "allocation" || batch === undefined) return undefined;
    if (batch.arms.length === 0 && record.beacon !== undefined) noteBeacon(record.batch, record.beacon);
    if (batch.arms.push(record.arm) < batch.roster.referrals.length) return undefined;
    const whole = batch;
    batch = undefined;
    return countsFinding(whole, view);
  };

  return {
    read: (value) => {
      const line = size + 1;
      const reading = typeof value === "string" ? readLine(value) : readRecord(value);
      if (reading.record === undefined) {
        link = { previous: undefined, sequence: ++size };
        const findings = reading.problems.map((problem) => formFinding(problem, line));
        return { findings, digest: undefined };
      }
      const { record, digest } = reading;
      const found = [chainFinding(record, digest, link) ?? ruleFinding(record), take(record)];
      const findings = found.flatMap((each) => (each === undefined ? [] : [{ ...each, line }]));
      return { findings, digest: record.digest };
    },
    view: () => view,
    unfinished: () => batch && { roster: batch.roster, done: batch.arms.length },
    backwards: () => backwards,
    repeatedBeacon: () => repeatedBeacon,
    drawsChecked: () => drawKey !== undefined,
  };
}

function formFinding({ code, field, received, expected }: Problem, line: number): LedgerFinding {
  const shown = typeof received === "object" ? describeValue(received) : received; // never the caller's own object
  return { code, line, ...(field === "" ? {} : { field }), received: shown, expected };
}

function chainFinding(
  record: LedgerRecord,
  digest: string,
  { previous, sequence }: Link,
): LedgerFinding | undefined {
  if (record.digest !== digest) {
    return { code: "changed-line", field: "digest", received: record.digest, expected: digest };
  }
  if (previous !== undefined && record.previous !== previous) {
    return { code: "broken-link", field: "previous", received: record.previous, expected: previous };
  }
  if (record.sequence !== sequence) {
    return { code: "broken-sequence", field: "sequence", received: record.sequence, expected: `${sequence}` };
  }
  return undefined;
}

function unfinishedFinding({ roster, arms }: OpenBatch): LedgerFinding {
  const received = `${arms.length} entries of ${roster.batch}`;
  return {
    code: "unfinished-roster",
    received,
    expected: `all ${roster.referrals.length} before anything else`,
  };
}

const NO_OPENING: LedgerFinding = {
  code: "no-opening",
  field: "type",
  expected: "the opening as the first line",
};

const SECOND_OPENING: LedgerFinding = {
  code: "second-opening",
  field: "type",
  expected: "one opening, as the first line",
};

const WRONG_KEY: LedgerFinding = {
  code: "wrong-key",
  field: "commitment",
  expected: "a commitment to the key given",
};
