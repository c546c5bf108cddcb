import { describe, expect, it } from "vitest";
import type { Criterion, Outcome } from "../../src/outcomes/index.js";
import { endedOn, LATER, outcomeOf, withoutSupport, type Story } from "../support/lives/world.js";

// 60 days in a row without cash assistance in the 6 months after 31 March 2005, with three degrees: in ordinary work, in
// work of any kind, or whatever.

const name = { da: "grad", en: "degree" };
const degrees: Criterion["degrees"] = [
  { id: "ordinary", name, states: { having: ["ordinary-employment"] } },
  { id: "any-work", name, states: { having: ["ordinary-employment", "fleksjob"] } },
  { id: "any", name },
];
const criterion: Criterion = { ...withoutSupport, amount: { days: 60 }, degrees };

function after(change: Partial<Criterion>, asOf: string, ...spells: Story["spells"]): Outcome {
  return outcomeOf({ ...endedOn("2005-03-31", ...spells), criterion: { ...criterion, ...change }, asOf });
}

describe("the degree of a success", () => {
  it("is the highest that the narrower days reach", () => {
    expect(after({}, LATER, ["ordinary-work", "2005-04-01"])).toMatchObject({
      reachedOn: "2005-05-30",
      degree: "ordinary",
      degreeCertainOn: "2005-05-30",
    });
    // 30 days of each: only together are they 60.
    const mixed: Story["spells"] = [
      ["fleksjob", "2005-04-01", "2005-04-30"],
      ["ordinary-work", "2005-05-01", "2005-05-30"],
    ];
    // 60 days from 2 August end on 30 September, the window's last day: on that evening the highest degree is lost.
    expect(after({}, LATER, ...mixed)).toMatchObject({
      reachedOn: "2005-05-30",
      degree: "any-work",
      degreeCertainOn: "2005-08-02",
    });
  });

  it("can rise until every higher one is lost", () => {
    const spells: Story["spells"] = [
      ["fleksjob", "2005-04-01", "2005-05-30"],
      ["ordinary-work", "2005-07-01", "2005-08-29"],
    ];
    const early = after({}, "2005-08-28", ...spells);
    expect(early).toMatchObject({ status: "success", reachedOn: "2005-05-30", degree: "any-work" });
    expect(early.degreeCertainOn).toBeUndefined();
    expect(after({}, "2005-08-29", ...spells)).toMatchObject({
      reachedOn: "2005-05-30",
      degree: "ordinary",
      degreeCertainOn: "2005-08-29",
    });
  });

  it("is the last where no days of its own are asked for", () => {
    expect(after({}, LATER)).toMatchObject({
      status: "success",
      degree: "any",
      degreeCertainOn: "2005-08-02",
    });
  });

  it("is none where none is reached, and none of a failure", () => {
    const [ordinary] = degrees;
    const none = after({ degrees: ordinary === undefined ? [] : [ordinary] }, LATER);
    expect(none.status).toBe("success");
    expect(none).not.toHaveProperty("degree");
    // 60 days of ordinary work from 2 August would end on 30 September: on that evening of August the degree is lost.
    expect(none.degreeCertainOn).toBe("2005-08-02");
    const open = after({ degrees: ordinary === undefined ? [] : [ordinary] }, "2005-08-01");
    expect(open.status).toBe("success");
    expect(open).not.toHaveProperty("degreeCertainOn");
    const failed = after({}, LATER, ["cash-assistance", "2005-04-01"]);
    expect(failed.status).toBe("failure");
    expect(failed).not.toHaveProperty("degree");
  });

  it("may exclude states instead", () => {
    const without: Criterion["degrees"] = [
      { id: "unsupported", name, without: { having: ["municipal-support", "state-support"] } },
      { id: "any", name },
    ];
    const dagpenge: Story["spells"] = [["unemployment-benefit", "2005-04-01"]];
    expect(after({ degrees: without }, LATER, ...dagpenge).degree).toBe("any");
    expect(after({ degrees: without }, LATER).degree).toBe("unsupported");
  });
});

const paid = (payable: Criterion["payable"], window = criterion.window): Outcome =>
  after({ window, ...(payable === undefined ? {} : { payable }) }, LATER);

describe("when a success becomes payable", () => {
  it("is the day on which it is reached, or the window's last", () => {
    expect(paid("when-reached").payableOn).toBe("2005-05-30");
    expect(paid("when-window-closes").payableOn).toBe("2005-09-30");
  });

  it("is known beforehand, also where the window closes after the day that is looked from", () => {
    const early = after({ payable: "when-window-closes" }, "2005-06-01");
    expect(early).toMatchObject({ status: "success", windowComplete: false, payableOn: "2005-09-30" });
  });

  it("isn't said where the criterion doesn't, nor of who hasn't succeeded", () => {
    expect(paid(undefined)).not.toHaveProperty("payableOn");
    expect(after({ payable: "when-reached" }, LATER, ["cash-assistance", "2005-04-01"])).not.toHaveProperty(
      "payableOn",
    );
  });

  it("is the day reached in a window without an end", () => {
    expect(paid("when-reached", { anchor: "course-end", length: "open" }).payableOn).toBe("2005-05-30");
  });
});
