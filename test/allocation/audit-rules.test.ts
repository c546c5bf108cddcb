import { describe, expect, it } from "vitest";
import {
  allocate,
  amend,
  recordOccupancy,
  type AllocationProtocol,
  type LedgerFinding,
  type LedgerRecord,
} from "../../src/allocation/index.js";
import { startAudit } from "../../src/allocation/audit.js";
import {
  ALTERNATION,
  alternation,
  alternationLedger,
  complete,
  COMPLETE,
  completeLedger,
  drawn,
  KEY,
  protocolOf,
  relinked,
  started,
} from "./samples.js";

// Every ledger here has a chain that holds: the lines were changed and then linked and digested anew, as
// someone would do who rewrites a ledger. What is found is found by what the lines say.

const weekly = completeLedger().records;
const turns = alternationLedger().records;

function firstFinding(
  protocol: AllocationProtocol,
  records: readonly LedgerRecord[],
  key?: string,
): LedgerFinding | undefined {
  const audit = startAudit(protocol, key);
  return relinked(records)
    .flatMap((record) => audit.read(record).findings)
    .at(0);
}

/** A ledger with some fields of one line replaced. */
function withLine(records: readonly LedgerRecord[], line: number, part: object): readonly LedgerRecord[] {
  return records.map((record, index) => (index === line - 1 ? { ...record, ...part } : record));
}

it("finds nothing in what the package wrote", () => {
  expect(firstFinding(complete, weekly, KEY)).toBeUndefined();
  expect(firstFinding(alternation, turns, KEY)).toBeUndefined();
});

it("finds a batch that was drawn without the public value that the plan declares", () => {
  const [opening, ...lines] = weekly;
  const protocol = protocolOf({ ...COMPLETE, beacon: "Monday's dice" });
  const { digest, allocation } = protocol;
  const own = lines.map((line) => (line.type === "allocation" ? { ...line, protocol: digest } : line));
  const declared = { ...opening, protocol: digest, allocation } as LedgerRecord;
  expect(firstFinding(protocol, [declared, ...own])).toEqual({
    code: "missing-beacon",
    line: 3,
    field: "beacon",
    expected: "the public value: Monday's dice",
  });
});

describe("the opening", () => {
  it.each([
    ["another protocol", { protocol: "ab".repeat(32) }, "other-protocol", "protocol"],
    ["arms in another order", { arms: ["supplier", "own"] }, "other-plan", "arms"],
    [
      "another rule",
      { allocation: { ...COMPLETE, referredAgain: "draw-again" } },
      "other-plan",
      "allocation",
    ],
    ["an algorithm of a later version", { algorithm: "complete/2" }, "unknown-algorithm", "algorithm"],
  ])("isn't that of the protocol: %s", (_, part, code, field) => {
    expect(firstFinding(complete, withLine(weekly, 1, part))).toMatchObject({ code, field, line: 1 });
  });

  it("commits to another key", () => {
    const other = withLine(weekly, 1, { commitment: "ab".repeat(32) });
    expect(firstFinding(complete, other)).toBeUndefined(); // only the key can tell
    expect(firstFinding(complete, other, KEY)).toMatchObject({ code: "wrong-key", line: 1 });
  });
});

describe("a roster", () => {
  const [, roster] = weekly;
  if (roster?.type !== "roster") throw new Error("the second line is a roster");
  const { referrals } = roster;
  const one = { citizen: "c-1", referredOn: "2005-01-10", stratum: { age: "over-30" } };

  it.each([
    ["not in canonical order", { referrals: referrals.toReversed() }, "other-roster", "referrals"],
    [
      "with someone twice",
      { referrals: [...referrals, ...referrals.slice(-1)] },
      "other-roster",
      "referrals",
    ],
    ["with someone in two strata", { referrals: [...referrals, one] }, "contradictory-referrals", undefined],
    [
      "of two weeks",
      { referrals: [...referrals, { ...one, referredOn: "2005-01-17" }] },
      "several-weeks",
      undefined,
    ],
    ["before a referral", { date: "2005-01-09" }, "roster-before-referral", undefined],
    ["of another batch", { batch: "2005-W02.2" }, "other-roster", "batch"],
    ["with other strata", { referrals: [{ ...one, stratum: { group: "A" } }] }, "other-roster", "referrals"],
    [
      "with a further stratum",
      { referrals: [{ ...one, stratum: { age: "u", group: "A" } }] },
      "other-roster",
      "referrals",
    ],
  ])("that freezeRoster wouldn't write: %s", (_, part, code, field) => {
    const finding = firstFinding(complete, withLine(weekly, 2, part));
    expect(finding).toMatchObject({ code, line: 2 });
    expect(finding?.field).toBe(field);
  });

  it("that has someone again whom the ledger has", () => {
    const again = [...weekly.slice(0, 7), { ...roster, sequence: 7, batch: "2005-W02.2" }];
    expect(firstFinding(complete, again)).toMatchObject({
      code: "other-roster",
      field: "referrals",
      line: 8,
    });
  });

  it("that comes while another waits", () => {
    const two = [...weekly.slice(0, 4), ...weekly.slice(7)].map((record, sequence) => ({
      ...record,
      sequence,
    }));
    expect(firstFinding(complete, two)).toMatchObject({
      code: "unfinished-roster",
      line: 5,
      received: "2 entries of 2005-W02",
    });
  });

  it("that has no place in alternation", () => {
    const misplaced = [...turns.slice(0, 1), roster];
    expect(firstFinding(alternation, misplaced)).toMatchObject({ code: "misplaced-roster", line: 2 });
  });
});

const changes: readonly (readonly [field: string, value: unknown])[] = [
  ["date", "2005-01-13"],
  ["protocol", "ab".repeat(32)],
  ["algorithm", "complete/0"],
  ["citizen", "c-99"],
  ["referredOn", "2005-01-11"],
  ["batch", "2005-W04"],
  ["block", "2005-W02/other"],
  ["stratum", { age: "other" }],
  ["basis", "kept"],
  ["first", 1],
  ["designProbabilities", { own: 0.4, supplier: 0.6 }],
  ["drawProbabilities", { own: 1, supplier: 0 }],
  ["beacon", "dice"],
  ["factors", { sex: "f" }],
  ["household", "h-1"],
  ["drawnWith", 2],
  ["closed", { own: { per: "iso-week", most: 1 } }],
];

describe("an entry of a batch", () => {
  it.each(changes)("that says something else: %s", (field, value) => {
    const line = field === "beacon" ? 4 : 3; // the first entry's beacon is the batch's own
    expect(firstFinding(complete, withLine(weekly, line, { [field]: value }))).toMatchObject({
      code: "other-entry",
      field,
      line,
    });
  });

  it("that isn't what the key draws", () => {
    expect([weekly[4], weekly[6]]).toMatchObject([{ arm: "own" }, { arm: "supplier" }]);
    const swapped = withLine(withLine(weekly, 5, { arm: "supplier" }), 7, { arm: "own" }); // c-3 and c-5
    expect(firstFinding(complete, swapped)).toBeUndefined(); // as likely as the true draw: only the key tells
    expect(firstFinding(complete, swapped, KEY)).toMatchObject({
      code: "other-draw",
      line: 5,
      field: "arm",
      received: "supplier",
      expected: "own",
    });
  });

  it("that gives an arm which doesn't exist", () => {
    for (const arm of ["third", "constructor"]) {
      expect(firstFinding(complete, withLine(weekly, 3, { arm }))).toMatchObject({
        code: "impossible-arm",
        expected: "own or supplier",
      });
    }
  });

  it("that gives another arm to someone who keeps one", () => {
    expect(weekly[8]).toMatchObject({ basis: "kept", arm: "own" });
    expect(firstFinding(complete, withLine(weekly, 9, { arm: "supplier" }))).toMatchObject({
      code: "impossible-arm",
      line: 9,
      expected: "own",
    });
  });

  it("that makes numbers which no draw gives", () => {
    // three citizens under 30: 1 or 2 in each arm, never 0
    const all = [3, 5, 7].reduce((records, line) => withLine(records, line, { arm: "own" }), weekly);
    expect(firstFinding(complete, all)).toMatchObject({
      code: "impossible-counts",
      line: 7,
      received: '3, 0 in {"age":"under-30"}; 1, 1 in {"age":"over-30"}',
    });
  });

  it("that has no roster", () => {
    const without = [weekly[0], { ...weekly[2], sequence: 1 }] as readonly LedgerRecord[];
    expect(firstFinding(complete, without)).toMatchObject({ code: "no-roster", line: 2 });
  });
});

describe("a single entry", () => {
  it.each(
    changes
      .filter(([field]) => field !== "citizen" && field !== "referredOn" && field !== "stratum")
      .concat([["batch", "2005-01-11"]]),
  )("that says something else: %s", (field, value) => {
    const finding = firstFinding(alternation, withLine(turns, 2, { [field]: value }));
    expect(finding).toMatchObject({ code: "other-entry", field, line: 2 });
  });

  it("whose stratum isn't the protocol's", () => {
    expect(firstFinding(alternation, withLine(turns, 2, { stratum: { age: "A" } }))).toMatchObject({
      code: "other-entry",
      line: 2,
    });
  });

  it("that stands there twice", () => {
    const twice = [...turns, { ...turns[1], sequence: 7 }] as readonly LedgerRecord[];
    expect(firstFinding(alternation, twice)).toMatchObject({ code: "repeated-referral", line: 8 });
  });

  it("that is out of turn, or starts otherwise than the key does", () => {
    const { arms } = completeLedger().opening;
    const other = (line: number): string => {
      const entry = turns[line - 1];
      return arms.find((arm) => entry?.type === "allocation" && arm !== entry.arm) ?? "";
    };
    const outOfTurn = withLine(turns, 3, { arm: other(3) });
    expect(firstFinding(alternation, outOfTurn)).toMatchObject({ code: "impossible-arm", line: 3 });
    const start = withLine(turns.slice(0, 2), 2, { arm: other(2) });
    expect(firstFinding(alternation, start)).toBeUndefined();
    expect(firstFinding(alternation, start, KEY)).toMatchObject({ code: "other-draw", line: 2 });
  });

  it("doesn't stumble over strata with the names of inherited properties", () => {
    const odd = protocolOf({ ...ALTERNATION, strata: ["constructor"] });
    const opening = { ...turns[0], protocol: odd.digest, allocation: odd.allocation };
    const records = [opening, ...turns.slice(1)] as readonly LedgerRecord[];
    expect(firstFinding(odd, records)?.line).toBe(2);
  });
});

describe("a ledger of shares and factors", () => {
  const protocol = protocolOf({
    design: {
      kind: "minimization",
      weights: { own: 2, supplier: 1 },
      factors: { sex: 1 },
      imbalance: "range",
      preference: 0.8,
    },
    strata: [],
    referredAgain: "keep-arm",
    levels: { sex: ["f", "m"] },
  });
  const { records } = ["f", "m", "f", "f"].reduce(
    (ledger, sex, index) =>
      allocate(ledger, { citizen: `c-${index}`, referredOn: "2005-01-12", sex }, { key: KEY }).ledger,
    started(protocol),
  );

  it("shows a share that the arm doesn't have, or that wasn't drawn", () => {
    expect(firstFinding(protocol, records, KEY)).toBeUndefined();
    for (const [index, record] of records.entries()) {
      if (record.type !== "allocation") continue;
      const none = withLine(records, index + 1, { slot: record.arm === "own" ? 2 : 0 });
      expect(firstFinding(protocol, none)).toMatchObject({
        code: "other-draw",
        field: "slot",
        line: index + 1,
      });
      if (record.slot === undefined) continue;
      const other = withLine(records, index + 1, { slot: 1 - record.slot });
      expect(firstFinding(protocol, other, KEY)).toMatchObject({ field: "slot", line: index + 1 });
    }
  });

  it("shows a level that the protocol doesn't declare", () => {
    const strange = withLine(records.slice(0, 2), 2, { factors: { sex: "x" } });
    expect(firstFinding(protocol, strange)).toMatchObject({
      code: "unknown-level",
      field: "sex",
      received: "x",
      expected: "one of f, m, the levels that the protocol declares",
    });
  });
});

describe("a ledger of households within quotas", () => {
  const protocol = protocolOf({
    ...COMPLETE,
    unit: "household",
    quotas: [{ arm: "supplier", per: "iso-week", most: 4 }],
  });
  const week = Array.from({ length: 8 }, (_, index) => ({
    citizen: `c-${index}`,
    household: `h-${index % 4}`,
    referredOn: "2005-01-12",
    age: "u",
  }));
  const ledger = drawn(started(protocol), week, "2005-01-14");
  const { records } = ledger;
  const armOf = (line: number): string => ledger.entries[line - 3]?.arm ?? "";

  it("shows a couple that was separated", () => {
    expect(firstFinding(protocol, records, KEY)).toBeUndefined();
    const parted = withLine(records, 7, { arm: armOf(7) === "own" ? "supplier" : "own" });
    expect(firstFinding(protocol, parted)).toMatchObject({ code: "impossible-arm", line: 7 });
    const elsewhere = withLine(records, 7, { drawnWith: 3 });
    expect(firstFinding(protocol, elsewhere)).toMatchObject({ code: "other-entry", field: "drawnWith" });
  });

  it("shows a household that isn't named, and a roster that there was no room for", () => {
    const [, roster] = records;
    if (roster?.type !== "roster") throw new Error("the second line is a roster");
    const unnamed = roster.referrals.map(({ household: _household, ...rest }) => rest);
    expect(firstFinding(protocol, withLine(records, 2, { referrals: unnamed }))).toMatchObject({
      code: "other-roster",
      field: "referrals",
    });
    const more = [0, 1, 2, 3].map((index) => ({ ...week[0], citizen: `d-${index}`, household: "h-1" }));
    const crowd = [...roster.referrals, ...more.map(({ age, ...rest }) => ({ ...rest, stratum: { age } }))];
    const full = protocolOf({
      ...COMPLETE,
      unit: "household",
      quotas: ["own", "supplier"].map((arm) => ({ arm, per: "iso-week" as const, most: 4 })),
    });
    const opening = { ...records[0], protocol: full.digest, allocation: full.allocation };
    const crowded = [opening, { ...roster, referrals: crowd }] as readonly LedgerRecord[];
    expect(firstFinding(full, crowded)).toMatchObject({
      code: "no-room",
      line: 2,
      received: "12 citizens to be drawn",
    });
  });
});

describe("amendments and reports", () => {
  const signed = { reason: "agreed", signedBy: ["K. Holm"] } as const;
  const exempt = amend(
    alternationLedger(),
    { amends: "exemption", entry: 1, arm: "own", ...signed },
    { date: "2005-03-01" },
  ).ledger;
  const wrong = amend(
    exempt,
    { amends: "error", entry: 2, field: "stratum.group", correct: "B", ...signed },
    { date: "2005-03-01" },
  ).ledger;
  const { records } = recordOccupancy(wrong, { date: "2005-03-02", participants: { own: 3 } }).ledger;

  it.each<[string, number, object, string]>([
    ["about another's entry", 8, { citizen: "c-2" }, "unknown-entry"],
    ["about no entry", 8, { entry: 40 }, "unknown-entry"],
    ["about a later entry", 8, { entry: 9 }, "unknown-entry"],
    ["to an arm that isn't one", 8, { arm: "third" }, "unknown-arm"],
    ["that says what wasn't recorded", 9, { recorded: "C" }, "other-record"],
    ["that corrects nothing", 9, { correct: "A" }, "nothing-corrected"],
    ["that corrects the draw", 9, { field: "arm" }, "nothing-corrected"],
    ["of an arm that isn't one", 10, { participants: { third: 1 } }, "unknown-arm"],
    ["of no arm", 10, { participants: {} }, "no-arm"],
  ])("shows one %s", (_, line, part, code) => {
    expect(firstFinding(alternation, records, KEY)).toBeUndefined();
    expect(firstFinding(alternation, withLine(records, line, part))).toMatchObject({ code, line });
  });

  it("have no place between a roster and its entries", () => {
    const report = { ...records[9], sequence: 3 };
    const between = [...weekly.slice(0, 3), report] as readonly LedgerRecord[];
    expect(firstFinding(complete, between)).toMatchObject({ code: "unfinished-roster", line: 4 });
  });
});
