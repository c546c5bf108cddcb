import { describe, expect, it } from "vitest";
import { endedOn, outcomeOf } from "../support/lives/world.js";

describe("where someone was on the deciding day", () => {
  it.each([
    [
      "ordinary work before all but being gone",
      ["ordinary-work", "ordinary-education", "wage-subsidy"],
      "ordinary-work",
    ],
    ["education before subsidized work", ["ordinary-education", "fleksjob", "cash-assistance"], "education"],
    ["fleksjob as subsidized work", ["fleksjob", "cash-assistance"], "subsidized-work"],
    ["wage subsidy as subsidized work, not as support", ["wage-subsidy"], "subsidized-work"],
    [
      "municipal support before other support",
      ["cash-assistance", "unemployment-benefit"],
      "municipal-support",
    ],
    ["unemployment benefit as other support", ["unemployment-benefit"], "other-support"],
    ["nothing recorded as own means", [], "own-means"],
    ["death before all", ["ordinary-work", "dead"], "gone"],
  ] as const)("%s", (_name, states, destination) => {
    // Support in June makes it a failure: the deciding day is the window's last, 30 September.
    const outcome = outcomeOf(
      endedOn(
        "2005-03-31",
        ["cash-assistance", "2005-06-01", "2005-06-01"],
        ...states.map((state) => [state, "2005-09-30", "2005-10-15"] as const),
      ),
    );
    expect(outcome).toMatchObject({ status: "failure", destination });
  });

  it("of a success it is the day it was reached, of an open window nothing yet", () => {
    const worked = endedOn(
      "2005-03-31",
      ["ordinary-work", "2005-04-01", "2005-07-31"],
      ["cash-assistance", "2005-08-01"],
    );
    expect(outcomeOf(worked)).toMatchObject({ status: "success", destination: "ordinary-work" });
    expect(outcomeOf({ ...worked, asOf: "2005-06-30" })).not.toHaveProperty("destination");
  });
});
