import { describe, expect, it } from "vitest";
import { drawSingle, entryFacts, type Occasion } from "../../src/allocation/entry.js";
import type { AllocationRecord, Ledger } from "../../src/allocation/index.js";
import { stateOf } from "../../src/allocation/ledger.js";
import type { View } from "../../src/allocation/memory.js";
import { alternationLedger, completeLedger, KEY, OTHER_KEY } from "./samples.js";

/** A ledger as it stood before one of its entries. */
function before(ledger: Ledger, entry: AllocationRecord): View {
  return { ...stateOf(ledger, "ledger"), size: entry.sequence };
}

const oddsAndDraw = (entry: AllocationRecord): Pick<Occasion, "odds" | "draw"> => ({
  odds: () => entry,
  draw: () => entry,
});

function nothingToDraw(): never {
  throw new Error("nothing to draw");
}

describe("entryFacts", () => {
  it.each([
    ["complete randomization", completeLedger()],
    ["alternation", alternationLedger()],
  ])("says of every referral of a ledger what stands there: %s", (_, ledger) => {
    for (const entry of ledger.entries) {
      const { batch, beacon } = entry;
      const facts = entryFacts(before(ledger, entry), entry, { batch, beacon, ...oddsAndDraw(entry) });
      expect(entry).toMatchObject(facts);
    }
  });

  it("asks for no draw where the arm is kept", () => {
    const ledger = completeLedger();
    const again = ledger.entriesOf("c-1")[1];
    if (again === undefined) throw new Error("c-1 comes again");
    expect(
      entryFacts(before(ledger, again), again, {
        batch: again.batch,
        odds: nothingToDraw,
        draw: nothingToDraw,
      }).basis,
    ).toBe("kept");
  });
});

describe("drawSingle", () => {
  const ledger = alternationLedger();
  const [first] = ledger.entries;
  if (first === undefined) throw new Error("the ledger has entries");
  const view = before(ledger, first);
  const { procedure } = view;
  if (procedure.draws !== "single") throw new Error("alternation draws one at a time");

  it("draws what the ledger has", () => {
    expect(drawSingle(view, procedure, first, KEY)).toEqual({ arm: first.arm });
  });

  it("looks at the stratum and not at the citizen or the date", () => {
    const groups = Array.from({ length: 40 }, (_, index) => ({ group: `${index}` }));
    const arms = (citizen: string, referredOn: string, key: string): string =>
      groups.map((stratum) => drawSingle(view, procedure, { citizen, referredOn, stratum }, key).arm).join();
    expect(arms("x", "2005-01-10", KEY)).toBe(arms("y", "2006-12-31", KEY));
    expect(arms("x", "2005-01-10", KEY)).not.toBe(arms("x", "2005-01-10", OTHER_KEY));
    expect(new Set(arms("x", "2005-01-10", KEY).split(","))).toEqual(new Set(["own", "supplier"]));
  });
});
