import { describe, expect, it } from "vitest";
import { deriveOutcomes, type Anchor, type Outcomes } from "../../src/outcomes/index.js";
import {
  TWENTY_WEEKS,
  durable,
  entryOf,
  historiesOf,
  ledgerOf,
  protocolOf,
  selfSupport,
  withoutSupport,
} from "../support/lives/world.js";

const hillerod = (asOf: string): Outcomes =>
  deriveOutcomes({
    protocol: protocolOf([selfSupport], TWENTY_WEEKS),
    ledger: ledgerOf([entryOf({ citizen: "monday", referredOn: "2005-01-03" })]),
    courses: [],
    histories: historiesOf([]),
    asOf,
  });

describe("the cohort cut by referral date", () => {
  // 13 weeks and 6 months: Monday 3 January is complete on 3 October, Friday 7 January on 7 October.
  const week = [
    entryOf({ citizen: "monday", sequence: 1, referredOn: "2005-01-03", batch: "2005-W01" }),
    entryOf({ citizen: "friday", sequence: 2, referredOn: "2005-01-07", batch: "2005-W01" }),
    entryOf({ citizen: "next", sequence: 3, referredOn: "2005-01-10", batch: "2005-W02" }),
  ];
  const on = (asOf: string) =>
    deriveOutcomes({
      protocol: protocolOf([withoutSupport, durable]),
      ledger: ledgerOf(week),
      courses: [],
      histories: historiesOf([{ citizen: "monday", state: "cash-assistance", from: "2004-01-01" }]),
      asOf,
    });
  const mature = (
    asOf: string,
    criterion = "without-support",
    anchor: Anchor = "referral",
  ): readonly boolean[] =>
    on(asOf)
      .by(criterion, anchor)
      .map((outcome) => outcome.mature);

  it("takes whole batches: Monday's citizen waits for Friday's", () => {
    expect(mature("2005-10-03")).toEqual([false, false, false]);
    expect(mature("2005-10-06")).toEqual([false, false, false]);
    expect(mature("2005-10-07")).toEqual([true, true, false]);
    expect(mature("2005-10-10")).toEqual([true, true, true]);
  });

  it("is the same for both anchors, and each criterion has its own", () => {
    expect(mature("2005-10-07", "without-support", "contract")).toEqual([true, true, false]);
    expect(mature("2005-10-07", "durable")).toEqual([false, false, false]);
    expect(mature("2006-07-07", "durable")).toEqual([true, true, false]);
  });

  it("says through which referral date everyone is in", () => {
    expect(on("2005-10-06").matureThrough).toEqual({
      "without-support": "2005-01-02",
      "durable": "2004-04-07",
    });
    expect(on("2005-10-07").matureThrough["without-support"]).toBe("2005-01-07");
    expect(on("2006-03-31").matureThrough["without-support"]).toBe("2005-07-02");
  });

  it("holds for Hillerød by the months of the spell: 20 weeks and 4 months", () => {
    expect(hillerod("2005-09-21").by("self-support", "referral")[0]?.mature).toBe(false);
    expect(hillerod("2005-09-22").by("self-support", "referral")[0]?.mature).toBe(true);
  });

  it("never leaves a mature citizen pending from the referral", () => {
    for (const asOf of ["2005-10-07", "2005-10-10", "2006-01-01"]) {
      const decided = on(asOf)
        .by("without-support", "referral")
        .filter((outcome) => outcome.mature);
      expect(decided.every((outcome) => outcome.status !== "pending" && outcome.windowComplete)).toBe(true);
    }
  });
});
