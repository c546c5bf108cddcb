import { describe, expect, it } from "vitest";
import {
  allocate,
  freezeRoster,
  openLedger,
  recordOccupancy,
  verifyLedger,
  type Ledger,
} from "../../src/allocation/index.js";
import { ALTERNATION, complete, errorOf, KEY, protocolOf, referralsOn, started } from "./samples.js";

const protocol = protocolOf({ ...ALTERNATION, quotas: [{ arm: "supplier", participants: 2 }] });
const date = "2005-02-01";

/** The ledger with some more citizens of one group. */
function after(ledger: Ledger, ...citizens: readonly string[]): Ledger {
  return citizens.reduce(
    (before, citizen) =>
      allocate(before, { citizen, referredOn: "2005-01-12", group: "A" }, { key: KEY }).ledger,
    ledger,
  );
}

const closedArms = (ledger: Ledger): readonly (readonly string[])[] =>
  ledger.entries.map(({ closed = {} }) => Object.keys(closed));

describe("recordOccupancy", () => {
  it("writes what was reported", async () => {
    const { record, records, ledger } = recordOccupancy(started(protocol), {
      date,
      participants: { supplier: 1, own: 0 },
    });
    expect(records).toEqual([record]);
    expect(record).toMatchObject({
      type: "occupancy",
      sequence: 1,
      date,
      participants: { own: 0, supplier: 1 },
    });
    const { findings, notices } = await verifyLedger(protocol, ledger.records, { key: KEY });
    expect(findings).toEqual([]);
    expect(notices).toContainEqual({
      code: "reported-occupancy",
      severity: "info",
      arms: ["own", "supplier"],
    });
  });

  it("closes an arm by the last report and the allocations since, and opens it by the next", async () => {
    // four by turns fill the supplier's two places; the fifth must go to the own unit, and says why
    const full = after(started(protocol), "c-1", "c-2", "c-3", "c-4", "c-5");
    expect(closedArms(full)).toEqual([[], [], [], [], ["supplier"]]);
    expect(full.entries.at(-1)).toMatchObject({
      arm: "own",
      block: "A/without-supplier",
      closed: { supplier: { participants: 2 } },
      designProbabilities: { own: 1, supplier: 0 },
      drawProbabilities: { own: 1, supplier: 0 },
    });
    const freed = recordOccupancy(full, { date, participants: { supplier: 0 } }).ledger;
    const next = after(freed, "c-6");
    expect(closedArms(next).at(-1)).toEqual([]);
    // the turn is where it was before the arm was closed
    expect(next.entries.at(-1)?.arm).toBe(full.entries[0]?.arm);
    expect((await verifyLedger(protocol, next.records, { key: KEY })).findings).toEqual([]);
    expect(openLedger(protocol, next.records).head).toEqual(next.head);
  });

  it.each([
    ["an arm that isn't one", { date, participants: { suplier: 1 } }, "unknown-arm"],
    ["no arm", { date, participants: {} }, "no-arm"],
    ["half a participant", { date, participants: { supplier: 0.5 } }, "impossible-option"],
    ["a Danish date", { date: "01-02-2005", participants: { supplier: 1 } }, "impossible-date"],
  ])("refuses %s", (_, report, code) => {
    expect(errorOf(() => recordOccupancy(started(protocol), report)).code).toBe(code);
  });

  it("waits until a frozen roster is drawn", () => {
    const { ledger } = freezeRoster(started(complete), referralsOn("2005-01-12", ["c-1"]), { date });
    expect(errorOf(() => recordOccupancy(ledger, { date, participants: { own: 1 } })).code).toBe(
      "undrawn-roster",
    );
  });
});
