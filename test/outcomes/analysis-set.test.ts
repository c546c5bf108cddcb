import { expect, it } from "vitest";
import { analysisSets, isInSet, type Participant } from "../../src/outcomes/index.js";
import { criterion, madeOutcomes } from "../support/outcomes.js";

it("puts everyone into the first set, and who started or completed into the others", () => {
  const started = { startedOn: "2005-01-10", deliveredBy: "supplier" };
  const { participants } = madeOutcomes({
    criteria: [criterion("job")],
    groups: [
      { arm: "supplier", participation: "completed", course: { ...started, endedOn: "2005-03-31" } },
      { arm: "supplier", participation: "running", course: started },
      { arm: "supplier", participation: "returned", course: { ...started, endReason: "returned" } },
      { arm: "supplier", participation: "returned" }, // on receipt, before any course
      { arm: "supplier", participation: "never-started" },
      { arm: "supplier", participation: "not-reported" },
    ],
  });
  const sets = participants.map((each: Participant) => analysisSets.filter((set) => isInSet(each, set)));
  expect(sets).toEqual([
    ["allocated", "started", "completed"],
    ["allocated", "started"],
    ["allocated", "started"],
    ["allocated"],
    ["allocated"],
    ["allocated"],
  ]);
});
