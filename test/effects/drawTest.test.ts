import { describe, expect, it } from "vitest";
import {
  allocate,
  startLedger,
  type AllocationProtocol,
  type Design,
  type Ledger,
} from "../../src/allocation/index.js";
import { digestOfValue } from "../../src/core/index.js";
import { compareArms, type AnalysisPlan, type CompareOptions, type Effect } from "../../src/effects/index.js";
import { testProportions } from "../../src/inference/index.js";
import { madeOutcomes, TWO_ARMS, type Group } from "../support/outcomes.js";

const analysis: AnalysisPlan = { primary: "job", referenceArm: "municipal", minimumMature: 1 };
const weights = { municipal: 1, supplier: 1 };
const KEY = "a key of the municipality's notary, 1905";

function notices(effect: Effect): readonly string[] {
  return effect.notices.map(({ code }) => code);
}

/** A ledger drawn one citizen at a time, with outcomes that hang on nothing but the citizen's number. */
function singly(design: Design, citizens: number, options?: CompareOptions): Effect {
  const allocation = { design, strata: [], referredAgain: "keep-arm" } as const;
  const protocol: AllocationProtocol = { digest: digestOfValue(allocation), arms: TWO_ARMS, allocation };
  let ledger: Ledger = startLedger(protocol, { key: KEY, date: "2005-01-03", mode: "live" }).ledger;
  for (let i = 1; i <= citizens; i++) {
    ledger = allocate(ledger, { citizen: `c${i}`, referredOn: "2005-01-03" }, { key: KEY }).ledger;
  }
  const groups = ledger.entries.map(({ arm, block }, index): Group => ({
    arm,
    block,
    status: index % 3 === 0 ? "success" : "failure",
  }));
  return compareArms({ ...madeOutcomes({ groups, design }), ledger }, analysis, options);
}

describe("the test by the draw alone", () => {
  const groups: readonly Group[] = [
    { arm: "supplier", status: "success", count: 9 },
    { arm: "supplier", status: "failure", count: 3 },
    { arm: "municipal", status: "success", count: 4 },
    { arm: "municipal", status: "failure", count: 8 },
  ];

  it("is exact within the blocks of complete randomization: of one balanced block Fisher's", () => {
    const [comparison] = compareArms(madeOutcomes({ groups }), analysis).comparisons;
    const fisher = testProportions({ events: 9, total: 12 }, { events: 4, total: 12 }, { method: "fisher" });
    expect(comparison?.randomization?.method).toBe("randomization-exact");
    expect(comparison?.randomization?.pValue).toBeCloseTo(fisher.pValue, 12);
  });

  it("needs no replays there, and says that those asked for aren't used", () => {
    const replay = { times: 100, seed: "none" };
    const effect = compareArms(madeOutcomes({ groups }), analysis, { replay });
    expect(notices(effect)).toContain("replay-not-used");
    expect(notices(compareArms(madeOutcomes({ groups }), analysis))).not.toContain("replay-not-used");
  });

  it("isn't answered for alternation, with the reason", () => {
    const effect = compareArms(madeOutcomes({ groups, design: { kind: "alternation" } }), analysis);
    expect(effect.comparisons[0]?.randomization).toBeNull();
    expect(notices(effect)).toContain("randomization-test-refused");
  });

  it("asks for replays where a design's draws aren't equally likely, and makes them when asked", () => {
    const urn: Design = { kind: "urn", weights, initial: 1, added: 1 };
    const without = singly(urn, 24);
    expect(without.comparisons[0]?.randomization).toBeNull();
    expect(notices(without)).toContain("randomization-test-needs-replay");

    const replayed = singly(urn, 24, { replay: { times: 2_000, seed: "effects" } });
    const test = replayed.comparisons[0]?.randomization;
    expect(test).toMatchObject({ method: "reference-set-monte-carlo", status: "estimated" });
    expect(test?.pValue).toBeGreaterThan(0.01);
    expect(test?.monteCarloError).toBeLessThan(0.012);
  });

  it("is exact for permuted blocks of one size, by the blocks that the ledger names", () => {
    const effect = singly({ kind: "permuted-block", weights, sizes: [4] }, 24);
    expect(effect.comparisons[0]?.randomization?.method).toBe("randomization-exact");
  });
});
