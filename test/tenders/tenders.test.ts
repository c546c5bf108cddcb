import { describe, expect, it } from "vitest";
import { formatDay, parseDay, addSpans } from "../../src/core/index.js";
import { longestCourse } from "../../src/outcomes/index.js";
import { parseProtocol } from "../../src/protocol/index.js";
import {
  fredericiaA,
  fredericiaAGuarantees,
  hillerod,
  hillerodTargets,
  tendersByName,
} from "../../src/tenders/index.js";

describe("every tender", () => {
  it("keeps the digest that ledgers were opened under", () => {
    expect(fredericiaA.digest).toBe("62ec90c00abc337370ff5069a6b30c924130e39c8344e4203c7355a0088e3c8d");
    expect(hillerod.digest).toBe("d73df3927a8a0e054c7345fbeb4fa5697c09197c11452d66eb81331877c3b85c");
  });

  it.each(Object.entries(tendersByName))(
    "%s reads back from its own JSON as the same agreement",
    (_name, protocol) => {
      expect(parseProtocol(JSON.stringify(protocol)).digest).toBe(protocol.digest);
    },
  );
});

describe("Fredericia A", () => {
  it("permits 13 weeks in all, 6 and 7 over 30, 13 under 30 (§2.3.3)", () => {
    const referredOn = parseDay("2005-01-03", "day");
    expect(formatDay(addSpans(referredOn, longestCourse(fredericiaA.course)))).toBe("2005-04-04");
    expect(fredericiaA.course.lengths.map(({ length, extension }) => [length, extension])).toEqual([
      [{ weeks: 6 }, { weeks: 7 }],
      [{ weeks: 13 }, undefined],
    ]);
  });

  it("decides by absence of municipal support, and shows presence of work or education beside it", () => {
    const [first, durable, beside] = fredericiaA.criteria;
    expect(first?.without?.having).toEqual(["municipal-support"]);
    expect(first?.states).toBeUndefined();
    expect(durable?.states?.having).toEqual(["ordinary-employment", "ordinary-education"]);
    expect(durable?.continuity).toBe("cumulative");
    expect(beside?.basis).toBe("evaluation");
    expect(fredericiaA.analysis.primary).toBe(first?.id);
    expect(fredericiaA.review.standIn?.da).toContain("§2.3.1");
  });
});

describe("Fredericia A's guarantee", () => {
  it("is an average of 10 to 60 participants, over at least 40 weeks (§2.3.5), and nothing that is drawn against", () => {
    expect(fredericiaAGuarantees).toEqual([
      { arm: "supplier", least: 10, most: 60, weeksPerYear: 40, source: "§2.3.5" },
    ]);
    expect(fredericiaA.allocation.quotas).toBeUndefined();
    expect(fredericiaA.course.guarantees).toBeUndefined(); // the protocol's digest is older than guarantees
  });
});

describe("Hillerød", () => {
  it("gives every second citizen of target groups A and B to the other unit (§5.5.1.1)", () => {
    expect(hillerod.allocation).toMatchObject({ design: { kind: "alternation" }, strata: ["targetGroup"] });
  });

  it("takes at most 200 citizens a year to each unit, and 50 in the first week (§5.4.1)", () => {
    expect(hillerod.allocation.quotas).toEqual([
      ...forBothArms("agreement-year", 200),
      ...forBothArms("first-week", 50),
    ]);
    expect(hillerod.allocation.referredAgain).toBe("draw-again"); // "may be referred several times"
  });

  it("measures uninterrupted months from date to date, and never counts wage subsidy or practice (§5.6.2)", () => {
    for (const criterion of hillerod.criteria) {
      expect(criterion.continuity).toBe("consecutive");
      expect("months" in criterion.amount).toBe(true);
      expect(criterion.states?.states).not.toContain("wage-subsidy");
      expect(criterion.states?.states).not.toContain("practice");
    }
  });

  it("expects half to support themselves, beside the protocol (§5.4.1)", () => {
    expect(hillerodTargets).toEqual([{ criterion: "self-support-4-months", share: 0.5, source: "§5.4.1" }]);
    expect(hillerod.criteria.map(({ id }) => id)).toContain(hillerodTargets[0]?.criterion);
    expect(hillerod.targets).toBeUndefined(); // the protocol's digest is older than targets
  });

  it("permits 12 weeks and an extension of 8 (§5.5.2)", () => {
    expect(longestCourse(hillerod.course)).toEqual([{ weeks: 12 }, { weeks: 8 }]);
  });
});

function forBothArms(per: string, most: number): readonly unknown[] {
  return ["municipal", "supplier"].map((arm) => ({ arm, per, most }));
}
