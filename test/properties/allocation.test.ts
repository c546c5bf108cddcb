import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatLedger,
  openLedger,
  parseLedger,
  verifyLedger,
  type AllocationRecord,
  type Ledger,
  type LedgerCheckpoint,
  type PeriodQuota,
  type Quota,
} from "../../src/allocation/index.js";
import { startAudit } from "../../src/allocation/audit.js";
import {
  canonicalJson,
  formatMonth,
  formatWeek,
  monthOf,
  parseDay,
  weekdayOf,
} from "../../src/core/index.js";
import { relinked } from "../allocation/samples.js";
import { anyProtocol, anyWeeks, drawnWeek, ledgerOf, PLAN_KEY } from "../support/plans.js";

const runs = { numRuns: 80 };

/** The period that an entry counts in, worked out here by itself. */
function periodOf(quota: PeriodQuota, { referredOn }: AllocationRecord, ledger: Ledger): string {
  const referred = parseDay(referredOn, "referredOn");
  const batches = ledger.opening.allocation.design.kind === "complete";
  const day = batches ? referred - weekdayOf(referred) + 4 : referred;
  if (quota.per === "iso-week" || quota.per === "first-week") return formatWeek(day);
  if (quota.per === "calendar-month") return formatMonth(monthOf(day));
  return "2005"; // all weeks of these ledgers lie in the first agreement year too
}

function countsIn(ledger: Ledger, quota: PeriodQuota): readonly number[] {
  const counts = new Map<string, number>();
  for (const entry of ledger.entries.filter(({ arm }) => arm === quota.arm)) {
    const name = periodOf(quota, entry, ledger);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (quota.per !== "first-week") return [...counts.values()];
  const [first] = ledger.entries;
  return first === undefined ? [] : [counts.get(periodOf(quota, first, ledger)) ?? 0];
}

const limitOf = (quota: Quota): number =>
  "participants" in quota
    ? quota.participants
    : "weeksPerYear" in quota
      ? quota.weeksPerYear
      : (quota.most ?? Infinity);

/** The most that a ledger of one year has of what a quota counts. */
function mostOf(ledger: Ledger, quota: Quota): number {
  const own = ledger.entries.filter(({ arm }) => arm === quota.arm);
  if ("participants" in quota) return own.length;
  if ("per" in quota) return Math.max(0, ...countsIn(ledger, quota));
  return new Set(own.map(({ referredOn }) => formatWeek(parseDay(referredOn, "date")))).size;
}

describe("any plan", () => {
  it("gives a ledger that verifies, with and without its key, and opens to the same", async () => {
    await fc.assert(
      fc.asyncProperty(anyProtocol, anyWeeks, async (protocol, weeks) => {
        const ledger = ledgerOf(protocol, weeks);
        const text = formatLedger(ledger.records);
        const { head } = ledger;
        const lines = parseLedger(text, { name: "ledger.jsonl" });
        expect((await verifyLedger(protocol, lines, { key: PLAN_KEY, head })).findings).toEqual([]);
        expect((await verifyLedger(protocol, ledger.records)).findings).toEqual([]);
        expect(formatLedger(openLedger(protocol, lines).records)).toBe(text);
      }),
      runs,
    );
  });

  it("never gives an arm more than its quotas, whoever keeps an arm or shares one", () => {
    fc.assert(
      fc.property(anyProtocol, anyWeeks, (protocol, weeks) => {
        const ledger = ledgerOf(protocol, weeks);
        for (const quota of protocol.allocation.quotas ?? []) {
          expect(mostOf(ledger, quota)).toBeLessThanOrEqual(limitOf(quota));
        }
      }),
      runs,
    );
  });

  it("draws arms of positive probability only, and says of every arm of probability 0 why it was closed", () => {
    fc.assert(
      fc.property(anyProtocol, anyWeeks, (protocol, weeks) => {
        for (const entry of ledgerOf(protocol, weeks).entries) {
          const { arm, basis, designProbabilities, drawProbabilities, closed = {} } = entry;
          expect(drawProbabilities[arm]).toBeGreaterThan(0);
          for (const odds of [designProbabilities, drawProbabilities]) {
            const total = Object.values(odds).reduce((sum, probability) => sum + probability, 0);
            expect(total).toBeCloseTo(1, 12);
          }
          const impossible = Object.keys(designProbabilities).filter(
            (each) => designProbabilities[each] === 0,
          );
          expect(Object.keys(closed).toSorted()).toEqual(basis === "drawn" ? impossible.toSorted() : []);
        }
      }),
      runs,
    );
  });

  it("gives one arm to a household, and to a citizen who keeps it", () => {
    fc.assert(
      fc.property(anyProtocol, anyWeeks, (protocol, weeks) => {
        const { unit, referredAgain } = protocol.allocation;
        const arms = new Map<string, string>();
        for (const { citizen, household, arm, first } of ledgerOf(protocol, weeks).entries) {
          if (referredAgain === "draw-again") continue;
          const who = unit === "household" ? (household ?? "") : citizen;
          expect(arms.get(who) ?? arm).toBe(arm);
          expect(first === undefined || arms.has(who)).toBe(true);
          arms.set(who, arm);
        }
      }),
      runs,
    );
  });

  it("is the same ledger whatever the order of the columns and, of a batch, of the rows", () => {
    fc.assert(
      fc.property(anyProtocol, anyWeeks, (protocol, weeks) => {
        const turned = weeks.map((week) =>
          week.map((row) => Object.fromEntries(Object.entries(row).toReversed()) as typeof row).toReversed(),
        );
        expect(formatLedger(ledgerOf(protocol, turned).records)).toBe(
          formatLedger(ledgerOf(protocol, weeks).records),
        );
      }),
      runs,
    );
  });

  it("goes on from a checkpoint and the citizens' own lines as from all lines", () => {
    fc.assert(
      fc.property(anyProtocol, anyWeeks, fc.nat(5), (protocol, weeks, at) => {
        const before = ledgerOf(protocol, weeks.slice(0, at));
        const whole = weeks.slice(at).reduce(drawnWeek, before);
        const checkpoint = JSON.parse(JSON.stringify(before.checkpoint())) as LedgerCheckpoint;
        const concerned = new Set(
          weeks
            .slice(at)
            .flat()
            .flatMap(({ citizen, household = "" }) => [citizen, household]),
        );
        const entries = before.entries.filter(
          ({ citizen, household = "" }) => concerned.has(citizen) || concerned.has(household),
        );
        const resumed = openLedger(protocol, { checkpoint, entries, citizens: [...concerned] });
        const after = weeks.slice(at).reduce(drawnWeek, resumed);
        expect(formatLedger(after.records)).toBe(formatLedger(whole.records.slice(before.records.length)));
        expect(after.head).toEqual(whole.head);
        expect(after.checkpoint()).toEqual(whole.checkpoint());
      }),
      runs,
    );
  });

  it("shows any line that says otherwise what the procedure did, though all digests fit again", () => {
    const fields = fc.constantFrom(
      "batch",
      "block",
      "basis",
      "first",
      "drawnWith",
      "closed",
      "algorithm",
      "protocol",
      "date",
      "designProbabilities",
      "drawProbabilities",
      "factors",
      "sequence",
      "mode",
    );
    fc.assert(
      fc.property(
        anyProtocol,
        anyWeeks,
        fc.nat(),
        fields,
        fc.jsonValue(),
        (protocol, weeks, at, field, value) => {
          const { entries, records } = ledgerOf(protocol, weeks);
          const entry = entries[at % Math.max(1, entries.length)];
          fc.pre(entry !== undefined && canonicalJson({ ...entry, [field]: value }) !== canonicalJson(entry));
          const changed = { ...entry, [field]: value } as AllocationRecord;
          const audit = startAudit(protocol);
          const found = relinked(records.with(entry.sequence, changed)).flatMap(
            (line) => audit.read(line).findings,
          );
          expect(found.map(({ line }) => line)).toContain(entry.sequence + 1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
