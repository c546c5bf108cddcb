import { describe, expect, it } from "vitest";
import { entryFacts } from "../../src/allocation/entry.js";
import type { AllocationRecord, Ledger } from "../../src/allocation/index.js";
import { stateOf } from "../../src/allocation/ledger.js";
import type { View } from "../../src/allocation/memory.js";
import { alternationLedger, completeLedger } from "./samples.js";

/** A ledger as it stood before one of its entries, as far as who was seen goes. */
function before(ledger: Ledger, entry: AllocationRecord): View {
  return { ...stateOf(ledger, "ledger"), size: entry.sequence };
}

function nothingToDraw(): never {
  throw new Error("nothing to draw");
}

describe("entryFacts", () => {
  it.each([
    ["complete randomization", completeLedger()],
    ["alternation", alternationLedger()],
  ])("says of every referral of a ledger what stands there: %s", (_, ledger) => {
    for (const entry of ledger.entries) {
      const { batch, beacon, block, designProbabilities, drawProbabilities, arm } = entry;
      const odds = { designProbabilities, drawProbabilities };
      const chance = () => ({ block, odds, drawn: { arm } });
      expect(entry).toMatchObject(entryFacts(before(ledger, entry), entry, { batch, beacon, chance }));
    }
  });

  it("asks for no draw where the arm is kept", () => {
    const ledger = completeLedger();
    const again = ledger.entriesOf("c-1")[1];
    if (again === undefined) throw new Error("c-1 comes again");
    const facts = entryFacts(before(ledger, again), again, { batch: again.batch, chance: nothingToDraw });
    expect(facts.basis).toBe("kept");
  });

  it("asks for no draw where the household has an arm, and tells which draw it shares", () => {
    const ledger = completeLedger();
    const view = stateOf(ledger, "ledger");
    const referral = { citizen: "x", referredOn: "2005-02-01", stratum: { age: "u" }, household: "h" };
    const origin = {
      sequence: 2,
      arm: "own",
      block: "2005-W02/u",
      designProbabilities: { own: 0.75, supplier: 0.25 },
    };
    const facts = entryFacts(view, referral, { batch: "2005-W05", origin, chance: nothingToDraw });
    expect(facts).toMatchObject({
      basis: "household",
      drawnWith: 2,
      arm: "own",
      batch: "2005-W05",
      block: "2005-W02/u",
      household: "h",
      designProbabilities: { own: 0.75, supplier: 0.25 },
      drawProbabilities: { own: 1, supplier: 0 },
    });
  });
});
