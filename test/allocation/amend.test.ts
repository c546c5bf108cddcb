import { describe, expect, it } from "vitest";
import {
  allocate,
  amend,
  freezeRoster,
  openLedger,
  verifyLedger,
  type Amendment,
  type Ledger,
} from "../../src/allocation/index.js";
import { digestOfValue } from "../../src/core/index.js";
import {
  alternation,
  alternationLedger,
  complete,
  completeLedger,
  drawn,
  errorOf,
  KEY,
  referralsOn,
  started,
} from "./samples.js";

const date = "2005-03-01";
const signed = { reason: "needs an interpreter", signedBy: ["K. Holm", "B. Friis"] } as const;
const turns = alternationLedger();
const other = turns.entries[0]?.arm === "own" ? "supplier" : "own";

const exemption: Amendment = { amends: "exemption", entry: 1, arm: other, ...signed };
const beforeDraw: Amendment = {
  amends: "exemption",
  citizen: "c-9",
  referredOn: "2005-03-02",
  arm: "own",
  ...signed,
};
const error: Amendment = { amends: "error", entry: 1, field: "stratum.group", correct: "B", ...signed };

describe("amend", () => {
  it("writes a signed line about an entry, and leaves the entry as it is", async () => {
    const { record, records, ledger } = amend(turns, exemption, { date });
    expect(records).toEqual([record]);
    expect(record).toMatchObject({
      type: "amendment",
      sequence: turns.head.size,
      date,
      mode: "live",
      amends: "exemption",
      entry: 1,
      citizen: "c-1",
      arm: other,
      reason: "needs an interpreter",
      signedBy: ["K. Holm", "B. Friis"],
    });
    expect(ledger.entries).toEqual(turns.entries);
    expect(ledger.amendments).toEqual([record]);
    expect(turns.amendments).toEqual([]);
    const { findings } = await verifyLedger(alternation, ledger.records, { key: KEY, head: ledger.head });
    expect(findings).toEqual([]);
  });

  it("says of an error what is recorded, from the entry itself", () => {
    expect(amend(turns, error, { date }).record).toMatchObject({ recorded: "A", correct: "B" });
    const dated: Amendment = { ...error, field: "referredOn", correct: "2005-01-11" };
    expect(amend(turns, dated, { date }).record).toMatchObject({ recorded: "2005-01-10" });
    const own: Amendment = { ...error, field: "age", recorded: "29", correct: "31" };
    expect(amend(turns, own, { date }).record).toMatchObject({ field: "age", recorded: "29", correct: "31" });
  });

  it("may amend an entry again", () => {
    const once = amend(turns, error, { date }).ledger;
    expect(amend(once, exemption, { date }).ledger.amendments).toHaveLength(2);
  });

  it("doesn't change what is drawn next", () => {
    const referral = { citizen: "c-6", referredOn: "2005-03-02", group: "A" };
    const amended = amend(turns, exemption, { date }).ledger;
    expect(allocate(amended, referral, { key: KEY }).entry.arm).toBe(
      allocate(turns, referral, { key: KEY }).entry.arm,
    );
  });

  it.each<[string, unknown, string, string]>([
    ["nothing", null, "malformed", "amendment.amends"],
    ["another kind", { ...exemption, amends: "redraw" }, "malformed", "amendment.amends"],
    ["no reason", { ...exemption, reason: " " }, "malformed", "amendment.reason"],
    ["nobody's signature", { ...exemption, signedBy: [] }, "malformed", "amendment.signedBy"],
    [
      "a CPR number in the name of a field",
      {
        amends: "error",
        entry: 2,
        field: "cpr 010203-1234",
        recorded: "a",
        correct: "b",
        reason: "r",
        signedBy: ["H"],
      },
      "cpr-shaped",
      "amendment.field",
    ],
    ["a CPR number", { ...exemption, reason: "see 010203-1234" }, "cpr-shaped", "amendment.reason"],
    ["no entry of the ledger", { ...exemption, entry: 99 }, "unknown-entry", "amendment.entry"],
    ["the opening", { ...exemption, entry: 0 }, "unknown-entry", "amendment.entry"],
    ["another's entry", { ...exemption, citizen: "c-2" }, "unknown-entry", "amendment.entry"],
    ["an arm that isn't one", { ...exemption, arm: "suplier" }, "unknown-arm", "amendment.arm"],
    ["a field too many", { ...exemption, field: "arm" }, "unknown-field", "amendment.field"],
    ["both an entry and a date", { ...exemption, referredOn: date }, "unknown-field", "amendment.referredOn"],
    ["an error without its entry", { ...error, entry: undefined }, "malformed", "amendment.citizen"],
    ["another record than the entry's", { ...error, recorded: "C" }, "other-record", "amendment.recorded"],
    ["what is recorded already", { ...error, correct: "A" }, "nothing-corrected", "amendment.correct"],
    ["what was drawn", { ...error, field: "arm", correct: other }, "nothing-corrected", "amendment.field"],
    ["a field of its own without a record", { ...error, field: "age" }, "unknown-field", "amendment.field"],
    [
      "a date that is none",
      { ...error, field: "referredOn", correct: "08-09-2026" },
      "impossible-correction",
      "amendment.correct",
    ],
  ])("refuses %s", (_, amendment, code, path) => {
    expect(errorOf(() => amend(turns, amendment as Amendment, { date }))).toMatchObject({ code, path });
  });

  it("names the fields that an entry has", () => {
    const { expected, hint } = errorOf(() => amend(turns, { ...error, field: "stratum.grup" }, { date }));
    expect(expected).toMatch(/^one of referredOn, stratum\.group, or what was recorded as well/);
    expect(hint).toBe("Did you mean stratum.group?");
  });

  it("names the arm that was meant", () => {
    const meant = { ...exemption, arm: "suplier" };
    expect(errorOf(() => amend(turns, meant, { date })).hint).toBe("Did you mean supplier?");
  });

  it("waits until a frozen roster is drawn", () => {
    const { ledger } = freezeRoster(started(complete), referralsOn("2005-01-12", ["c-1"]), { date });
    expect(errorOf(() => amend(ledger, beforeDraw, { date })).code).toBe("undrawn-roster");
  });
});

describe("an exemption agreed before the draw", () => {
  const referral = { citizen: "c-9", referredOn: "2005-03-02", group: "A" };
  const exempt = amend(turns, beforeDraw, { date }).ledger;

  it("keeps the referral from a single draw, and no other", () => {
    const refused = errorOf(() => allocate(exempt, referral, { key: KEY }));
    expect(refused).toMatchObject({ code: "exempted", received: "c-9 on 2005-03-02" });
    expect(refused.hint).toBe("Line 8 of the ledger says that the citizen goes to own by agreement.");
    const later = allocate(exempt, { ...referral, referredOn: "2005-04-02" }, { key: KEY });
    expect(later.entry).toMatchObject({ basis: "drawn" });
    expect(later.entry.first).toBeUndefined();
  });

  it("keeps the referral out of a roster, which reports it", () => {
    const ledger = amend(completeLedger(), beforeDraw, { date }).ledger;
    const week = referralsOn("2005-03-02", ["c-9", "c-20"]);
    const frozen = freezeRoster(ledger, week, { date: "2005-03-04" });
    expect(frozen.records).toMatchObject([{ referrals: [{ citizen: "c-20" }] }]);
    expect(frozen.exempted).toMatchObject([{ citizen: "c-9", referredOn: "2005-03-02" }]);
    expect(drawn(ledger, week, "2005-03-04").entries.at(-1)?.citizen).toBe("c-20");
    expect(freezeRoster(ledger, week.slice(0, 1), { date: "2005-03-04" }).records).toEqual([]);
  });

  it("is known to a ledger that is opened again, and to those that grew before it only after", () => {
    const opened = openLedger(alternation, exempt.records);
    expect(errorOf(() => allocate(opened, referral, { key: KEY })).code).toBe("exempted");
    expect(allocate(turns, referral, { key: KEY }).entry.basis).toBe("drawn");
  });

  it("comes once, and only before", () => {
    const again = errorOf(() => amend(exempt, beforeDraw, { date }));
    expect(again).toMatchObject({ code: "exempted-already" });
    expect(again.expected).toContain("line 8 has it, to own");
    const late: Amendment = { ...beforeDraw, citizen: "c-1", referredOn: "2005-01-10" };
    expect(errorOf(() => amend(turns, late, { date }))).toMatchObject({
      code: "drawn-already",
      hint: "Name the entry: 1.",
    });
  });

  it("shows in the ledger what nobody may write after it", async () => {
    // the same lines, but with the entry of the exempted referral after the exemption
    const entry = allocate(turns, referral, { key: KEY }).ledger;
    const lines = [...exempt.records, ...relinkedAfter(exempt, entry)];
    const { findings } = await verifyLedger(alternation, lines, { key: KEY });
    expect(findings).toMatchObject([
      { code: "exempted", line: 9, expected: "no draw: line 8 exempts the referral" },
    ]);
  });
});

/** The last line of a ledger as if it stood after another. */
function relinkedAfter(before: Ledger, { records }: Ledger): readonly unknown[] {
  const last = records.at(-1);
  const line = { ...last, sequence: before.head.size, previous: before.head.chain, digest: undefined };
  return [{ ...line, digest: digestOfValue(line) }];
}
