import { describe, expect, it } from "vitest";
import { contractualRates } from "../../src/effects/contractual.js";
import { madeOutcomes } from "../support/outcomes.js";

describe("contractualRates", () => {
  it("counts those whose window is complete, and waits for the others", () => {
    const open = { windowComplete: false, windowTo: "2006-11-30" };
    const outcomes = madeOutcomes({
      groups: [
        { arm: "supplier", count: 5, contract: { status: "success", windowComplete: true } },
        { arm: "supplier", count: 3, contract: { status: "failure", windowComplete: true } },
        // A success seen early: the failures beside it can't be seen yet.
        { arm: "supplier", count: 4, contract: { status: "success", ...open } },
        { arm: "supplier", count: 6, contract: { status: "pending", ...open } },
        { arm: "supplier", count: 2, contract: { status: "unknown", ...open } },
        { arm: "municipal", status: "success" },
      ],
    });
    const [, supplier] = contractualRates(outcomes, "job", 0.9);
    expect(supplier).toMatchObject({ complete: 10, success: 5, failure: 3, unknown: 2, pending: 10 });
    expect(supplier?.rate).toMatchObject({ estimate: 5 / 8, interval: { level: 0.9, method: "wilson" } });
  });

  it("settles who is gone before any window could open", () => {
    const outcomes = madeOutcomes({ groups: [{ arm: "supplier", status: "failure" }] });
    const gone = {
      ...outcomes,
      by: () =>
        outcomes
          .by("job", "contract")
          .map(({ windowTo: _windowTo, ...rest }) => ({ ...rest, windowComplete: false })),
    };
    expect(contractualRates(gone, "job", 0.95)[1]).toMatchObject({ complete: 1, failure: 1, pending: 0 });
  });

  it("keeps everyone allocated, whatever chance could decide", () => {
    const outcomes = madeOutcomes({
      groups: [{ arm: "supplier", status: "success", probabilities: { municipal: 0, supplier: 1 } }],
    });
    expect(contractualRates(outcomes, "job", 0.95)[1]).toMatchObject({ complete: 1, success: 1 });
  });
});
