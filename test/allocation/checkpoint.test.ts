import { describe, expect, it } from "vitest";
import { checkCheckpoint, memoryAt } from "../../src/allocation/checkpoint.js";
import { procedureOf } from "../../src/allocation/designs/table.js";
import { allocate, freezeRoster, type Ledger, type LedgerCheckpoint } from "../../src/allocation/index.js";
import { digestOfValue } from "../../src/core/index.js";
import {
  ALTERNATION,
  alternationLedger,
  complete,
  completeLedger,
  errorOf,
  KEY,
  protocolOf,
  referralsOn,
  started,
} from "./samples.js";

const turns = alternationLedger();

/** A checkpoint with some parts replaced and its digest made anew. */
function withParts(part: object): LedgerCheckpoint {
  const { digest: _digest, ...body } = { ...turns.checkpoint(), ...part };
  return { ...body, digest: digestOfValue(body) };
}

function grown(ledger: Ledger, citizens: number): Ledger {
  return Array.from({ length: citizens }, (_, index) => `d-${index}`).reduce(
    (before, citizen) =>
      allocate(before, { citizen, referredOn: "2005-03-01", group: "A" }, { key: KEY }).ledger,
    ledger,
  );
}

describe("a ledger's checkpoint", () => {
  it("says where the design stands in each stratum, and nobody's name", () => {
    const checkpoint = turns.checkpoint();
    expect(checkpoint).toMatchObject({
      kind: "checkpoint",
      format: "konkurrencemodel-checkpoint/1",
      opening: turns.opening,
      head: turns.head,
      rosters: {},
    });
    expect(checkpoint.stands.map(({ stratum, drawn, aside }) => [stratum, drawn, aside])).toEqual([
      [{ group: "A" }, 3, 0],
      [{ group: "B" }, 2, 0],
    ]);
    expect(JSON.stringify(checkpoint)).not.toContain("c-1");
    expect(completeLedger().checkpoint()).toMatchObject({
      stands: [],
      rosters: { "2005-W02": 1, "2005-W03": 2 },
    });
  });

  it("is plain frozen JSON with a digest of its own", () => {
    const checkpoint = turns.checkpoint();
    expect(JSON.parse(JSON.stringify(checkpoint))).toEqual(checkpoint);
    expect(checkpoint.digest).toBe(digestOfValue({ ...checkpoint, digest: undefined }));
    expect(Object.isFrozen(checkpoint.stands[0])).toBe(true);
    expect(turns.checkpoint()).toEqual(checkpoint);
  });

  it("doesn't grow with the citizens", () => {
    // numbers get longer, and the Merkle tree has one more root for each doubling
    const sizes = [10, 1000].map((citizens) => JSON.stringify(grown(turns, citizens).checkpoint()).length);
    expect((sizes[1] ?? 0) - (sizes[0] ?? 0)).toBeLessThan(10 * 70);
  });

  it("keeps what the quotas count", () => {
    const protocol = protocolOf({ ...ALTERNATION, quotas: [{ arm: "own", per: "iso-week", most: 9 }] });
    const { counters } = grown(started(protocol), 3).checkpoint();
    const { own = 0, supplier = 0 } = (counters as { allocations: Record<string, number> }).allocations;
    expect(own + supplier).toBe(3);
    expect(turns.checkpoint()).not.toHaveProperty("counters");
  });

  it("isn't taken while a roster waits for its draw", () => {
    const { ledger } = freezeRoster(started(complete), referralsOn("2005-01-12", ["c-1"]), {
      date: "2005-01-14",
    });
    expect(errorOf(() => ledger.checkpoint()).code).toBe("undrawn-roster");
  });

  it("is that of its own lines, also when the ledger has grown", () => {
    const before = turns.checkpoint();
    grown(turns, 3);
    expect(turns.checkpoint()).toEqual(before);
  });
});

describe("checkCheckpoint", () => {
  it("finds nothing wrong with one that was taken", () => {
    for (const ledger of [turns, completeLedger()])
      expect(() => checkCheckpoint(ledger.checkpoint())).not.toThrow();
  });

  it("refuses one that was changed", () => {
    const changed = { ...turns.checkpoint(), rosters: { "2005-W02": 1 } };
    const error = errorOf(() => checkCheckpoint(changed));
    expect(error).toMatchObject({ code: "changed-checkpoint", path: "checkpoint.digest" });
    expect(error.hint).toContain("take a new checkpoint");
  });

  it.each<[string, unknown, string]>([
    ["nothing", null, "checkpoint"],
    ["another format", withParts({ format: "konkurrencemodel-checkpoint/2" }), "checkpoint.format"],
    [
      "a stand without its turn",
      withParts({ stands: [{ stratum: {}, drawn: 1, aside: 0 }] }),
      "checkpoint.stands[0].turn",
    ],
    ["no peaks", withParts({ peaks: [] }), "checkpoint.peaks"],
    ["a field too many", withParts({ citizens: 3 }), "checkpoint.citizens"],
    ["counters that are none", withParts({ counters: { own: 3 } }), "checkpoint.counters.own"],
  ])("refuses %s", (_, value, path) => {
    expect(errorOf(() => checkCheckpoint(value as LedgerCheckpoint))).toMatchObject({
      code: "impossible-checkpoint",
      path,
    });
  });
});

describe("memoryAt", () => {
  const { opening } = turns;
  const rules = { opening, procedure: procedureOf(opening.allocation, opening.arms) };

  it("stands where the ledger stood", () => {
    const memory = memoryAt(turns.checkpoint(), rules);
    expect([...memory.stands.values()].map(({ drawn }) => drawn)).toEqual([3, 2]);
    expect(memory.visits.size).toBe(0);
  });

  it("refuses where the design can't stand", () => {
    const [stand] = turns.checkpoint().stands;
    const strange = withParts({ stands: [{ ...stand, turn: "third" }] });
    expect(errorOf(() => memoryAt(strange, rules))).toMatchObject({
      code: "impossible-checkpoint",
      path: "checkpoint.stands[0].turn",
      expected: "where alternation/1 can stand",
    });
  });
});
