import { describe, expect, it } from "vitest";
import { checkExpectedMix, expectedShare } from "../../src/effects/index.js";
import { describeCriterion } from "../../src/outcomes/index.js";
import {
  defineProgram,
  describeProgramNotice,
  lintProgram,
  lintProtocol,
  type Program,
} from "../../src/protocol/index.js";
import * as tenders from "../../src/tenders/index.js";

const {
  programsByName,
  fredericiaB,
  fredericiaC,
  fredericiaD,
  aarhus,
  odense,
  odenseJobs,
  silkeborg,
  aabenraa,
} = tenders;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const criterion = (program: Pick<Program, "criteria">, id: string) =>
  program.criteria?.find((each) => each.id === id);

const counted = (group: Record<string, string>): number | undefined =>
  silkeborg.counts?.find((count) => JSON.stringify(count.group) === JSON.stringify(group))?.persons;

describe("every program", () => {
  const programs = Object.entries(programsByName);

  it("is there for each municipality of the sources", () => {
    expect([...new Set(programs.map(([, { municipality }]) => municipality))].toSorted()).toEqual([
      "Aabenraa",
      "Fredericia",
      "København",
      "Odense",
      "Randers",
      "Silkeborg",
      "Slagelse",
      "Vesthimmerland",
      "Århus",
    ]);
  });

  it.each(programs)("%s reads back from its own JSON as it is", (name, program) => {
    expect(program.id).toBe(name);
    expect(defineProgram(JSON.parse(JSON.stringify(program)) as Program)).toEqual(program);
  });

  it.each(programs)("%s has each of its notices, and its criteria, in both languages", (_name, program) => {
    for (const notice of lintProgram(program)) {
      if (!["part-unstated", "mix-not-whole", "ambiguous"].includes(notice.code)) continue;
      const [da, en] = (["da", "en"] as const).map((language) => describeProgramNotice(notice, { language }));
      expect(da).not.toBe(en);
      expect(`${da} ${en}`).not.toContain("undefined");
    }
    for (const each of program.criteria ?? []) {
      expect(describeCriterion(each, "da")).toMatch(/^Succes er .+\.$/);
      expect(describeCriterion(each, "en")).toMatch(/^Success is .+\.$/);
    }
  });
});

describe("Fredericia B", () => {
  it("has courses of its own lengths, by age and unemployment (§2.4.3), with an extension of unstated length", () => {
    expect(fredericiaB.course.lengths).toEqual([
      { group: { ageGroup: "under-30" }, length: { weeks: 13 }, extension: "unstated" },
      {
        group: { ageGroup: "over-30", unemployment: "under-12-months" },
        length: { weeks: 6 },
        extension: "unstated",
      },
      {
        group: { ageGroup: "over-30", unemployment: "over-12-months" },
        length: { weeks: 13 },
        extension: "unstated",
      },
    ]);
    expect(lintProtocol(fredericiaB).filter(({ code }) => code === "extension-unstated")).toHaveLength(3);
  });

  it("guarantees 10 to 30 participants over 40 weeks (§2.4.5)", () => {
    expect(fredericiaB.course.guarantees).toEqual([
      { arm: "supplier", least: 10, most: 30, weeksPerYear: 40, source: "§2.4.5" },
    ]);
  });

  it("takes wage subsidy for no support, but for the lower degree, and names no rate for it (§2.4.9)", () => {
    const [first] = fredericiaB.criteria;
    expect(first?.without).toEqual({ having: ["municipal-support"], except: ["wage-subsidy"] });
    expect(first?.degrees?.map(({ id }) => id)).toEqual(["unsubsidized", "wage-subsidy"]);
    expect(first?.degrees?.[0]?.without).toEqual({ having: ["municipal-support"] });
    expect(first?.degrees?.[1]).not.toHaveProperty("without");
    expect(fredericiaB.payment).toBeUndefined();
  });

  it("is measured by the municipality after 6 months and by the supplier after 15 (§2.4.9), as C is (§2.5.9)", () => {
    for (const criteria of [fredericiaB.criteria, fredericiaC.criteria ?? []]) {
      const measured = criteria
        .filter(({ basis }) => basis === "contract")
        .map(({ window, measuredBy, amount, continuity }) => ({ window, measuredBy, amount, continuity }));
      expect(measured).toEqual([
        {
          window: { anchor: "course-end", length: { months: 6 } },
          measuredBy: "municipality",
          amount: { calendarMonths: 4 },
          continuity: "consecutive",
        },
        {
          window: { anchor: "course-end", length: { months: 15 } },
          measuredBy: "supplier",
          amount: { calendarMonths: 12 },
          continuity: "cumulative",
        },
      ]);
    }
  });
});

describe("Fredericia C and D", () => {
  it("C pays 5,000 kr., and 2,500 for the lower degree (§2.1), to teams without a draw", () => {
    expect(fredericiaC.bonuses?.map(({ degree, amount }) => [degree, amount / 100])).toEqual([
      ["unsubsidized", 5000],
      ["wage-subsidy", 2500],
    ]);
    expect(fredericiaC.allocation).toBeUndefined();
    expect(fredericiaC.volume?.slice(0, 2).map(({ number, least }) => number ?? least)).toEqual([2, 15]);
  });

  it("D has one rule: 4 consecutive calendar months in fleksjob in the 6 months after the end (§2.6.9)", () => {
    expect(fredericiaD.criteria).toHaveLength(1);
    expect(fredericiaD.criteria?.[0]).toMatchObject({
      states: { having: ["fleksjob"] },
      amount: { calendarMonths: 4 },
      continuity: "consecutive",
      window: { anchor: "course-end", length: { months: 6 } },
      measuredBy: "municipality",
    });
    // At least 13 weeks before a return is no longest course.
    expect(fredericiaD.course).toBeUndefined();
  });
});

describe("Århus", () => {
  it("tells half from two thirds by its own states, the lower subsidy first", () => {
    const states = Object.entries(aarhus.states ?? {});
    expect(states.filter(([, has]) => has.includes("fleksjob")).map(([name]) => name)).toEqual([
      "fleksjob-half",
      "fleksjob-two-thirds",
    ]);
    expect(criterion(aarhus, "fleksjob")?.degrees?.map(({ id }) => id)).toEqual(["half", "two-thirds"]);
    expect(criterion(aarhus, "fleksjob-lasting-6-months")?.amount).toEqual({ months: 6 });
  });
});

describe("Vesthimmerland", () => {
  it("has four offers with 65, 70/50, 50 and 65/50/50/65/50 %", () => {
    const offers = [
      tenders.vesthimmerlandFleksjob,
      tenders.vesthimmerlandInterviews,
      tenders.vesthimmerlandRefugees,
      tenders.vesthimmerlandTraining,
    ];
    expect(offers.map(({ targets }) => targets?.map(({ share }) => share))).toEqual([
      [0.65],
      [0.7, 0.5],
      [0.5],
      [0.65, 0.5, 0.5, 0.65, 0.5],
    ]);
    expect(
      offers.map(({ volume }) => {
        const places = volume?.find(({ of }) => of === "participants");
        return [places?.least, places?.most];
      }),
    ).toEqual([
      [10, 25],
      [15, 30],
      [15, 30],
      [75, 125],
    ]);
  });

  it("gives each group of physical training its own weeks, and says that 3–4 weeks are open", () => {
    const { targets = [], criteria = [] } = tenders.vesthimmerlandTraining;
    const weeks = targets.map(({ criterion: id, group }) => {
      const { window } = criteria.find((each) => each.id === id) ?? {};
      return [
        Object.values(group ?? {}).join(" "),
        window !== undefined && "length" in window && window.length,
      ];
    });
    expect(weeks).toEqual([
      ["sickness-benefit 1", { weeks: 4 }],
      ["sickness-benefit 2-3", { weeks: 12 }],
      ["unemployment-allowance", { weeks: 20 }],
      ["cash-assistance 1-3", { weeks: 4 }],
      ["cash-assistance 4-5", { weeks: 20 }],
    ]);
    const said = lintProgram(tenders.vesthimmerlandTraining).map((notice) =>
      describeProgramNotice(notice, { language: "en" }),
    );
    expect(said).toContain("“Within 3–4 weeks” is two times; the longer is taken here, 4 weeks. (§4.3.4)");
  });
});

describe("Odense", () => {
  it("expects 90, 75, 50, 30 and 15 % by match category, on the day three months after (§7.3.2.6)", () => {
    expect(odenseJobs.targets?.map(({ group, share }) => [group?.["match"], share])).toEqual([
      ["1", 0.9],
      ["2", 0.75],
      ["3", 0.5],
      ["4", 0.3],
      ["5", 0.15],
    ]);
    expect(odenseJobs.criteria?.[0]?.window).toEqual({
      anchor: "course-end",
      after: { months: 3 },
      length: { days: 1 },
    });
  });

  it("has 450 places: 100, 300 and 50 (§7.2)", () => {
    const [all, ...parts] = (odense.volume ?? []).map(({ about }) => about ?? 0);
    expect(all).toBe(450);
    expect(sum(parts)).toBe(450);
  });

  it("expects 39.4 % of the uninsured and 80.8 % of the insured, whose mix adds up to 99 %", () => {
    const [insured, uninsured] = odense.mix ?? [];
    // 3·90 + 14·75 + 17·50 + 52·30 + 14·15 = 270 + 1050 + 850 + 1560 + 210 = 3940 of 100 · 100
    const ofUninsured = expectedShare(uninsured?.shares ?? [], odenseJobs.targets ?? []);
    expect(ofUninsured.share).toBeCloseTo(0.394, 12);
    expect(ofUninsured.mixSum).toBeCloseTo(1, 12);
    // (48·90 + 45·75 + 6·50) / 99 = (4320 + 3375 + 300) / 99 = 7995 / 99
    const ofInsured = expectedShare(insured?.shares ?? [], odenseJobs.targets ?? []);
    expect(ofInsured.share).toBeCloseTo(7995 / 9900, 12);
    expect(ofInsured.mixSum).toBeCloseTo(0.99, 12);
    expect(lintProgram(odense)).toContainEqual({
      code: "mix-not-whole",
      severity: "info",
      sum: 0.99,
      group: ["insured"],
    });
  });

  it("describes five offers, each with its targets", () => {
    const offers = Object.values(programsByName).filter(({ id }) => id.startsWith("odense-"));
    expect(
      Object.fromEntries(offers.map(({ id, targets }) => [id, targets?.map(({ share }) => share)])),
    ).toEqual({
      "odense-fleksjob": [0.5],
      "odense-jobs": [0.9, 0.75, 0.5, 0.3, 0.15],
      "odense-social-and-health": [1, 0.75, 0.75, 0.25],
      "odense-guidance": [0.5],
      "odense-part-time": [0.5],
    });
    expect(tenders.odenseSocialAndHealth.targets?.[2]).toMatchObject({ among: "applied-3-months-after" });
  });
});

describe("Silkeborg", () => {
  it("counts 242, 138 and 112 in categories 2 to 4, 492 in all, of whom 19, 15 and 11 are 45 (§6.2.3)", () => {
    const categories = ["2", "3", "4"];
    const all = categories.map((category) => counted({ category }) ?? 0);
    const other = categories.map((category) => counted({ category, background: "other-ethnic" }) ?? 0);
    expect(all).toEqual([242, 138, 112]);
    expect(sum(all)).toBe(counted({}));
    expect(other).toEqual([19, 15, 11]);
    expect(sum(other)).toBe(counted({ background: "other-ethnic" }));
  });

  it("has no rule of success, which the lint says first among what a protocol needs", () => {
    expect(silkeborg.criteria).toBeUndefined();
    expect(
      lintProgram(silkeborg).flatMap(({ code, part }) => (code === "part-unstated" ? [part] : [])),
    ).toEqual([
      "arms",
      "allocation",
      "course",
      "criteria",
      "targets",
      "analysis",
      "payment",
      "review",
      "intake",
    ]);
  });
});

describe("Aabenraa", () => {
  it("reduces by 100, 135 and 115, 350 in all, and by a quarter of those at risk", () => {
    const [all, ...groups] = aabenraa.volume ?? [];
    expect(groups.map(({ number, share }) => number ?? share)).toEqual([100, 135, 115, 0.25]);
    expect(sum(groups.map(({ number = 0 }) => number))).toBe(all?.number);
  });

  it("expects effects that add up to 100 % in each group", () => {
    expect(aabenraa.expected?.map(({ shares }) => shares.map(({ share }) => share))).toEqual([
      [0.8, 0.15, 0.05],
      [0.8, 0.15, 0.05],
      [0.31, 0.23, 0.46],
      [1],
    ]);
    for (const { shares } of aabenraa.expected ?? []) {
      expect(sum(shares.map(({ share }) => share))).toBeCloseTo(1, 12);
    }
  });

  it("counts seven outcomes of 1,436, of whom 1,008 were there at first", () => {
    const counts = aabenraa.counts ?? [];
    const ofGroup = (group: object): number | undefined =>
      counts.find((count) => JSON.stringify(count.group) === JSON.stringify(group))?.persons;
    const everyone = ofGroup({});
    const outcomes = counts.filter(({ group }) => "outcome" in group).map(({ persons }) => persons);
    const first = ofGroup({ targetGroup: "activity-ready", on: "2015-05-31" }) ?? NaN;
    const later = ofGroup({ targetGroup: "activity-ready", on: "in-between" }) ?? NaN;
    expect(first + later).toBe(everyone);
    expect(outcomes).toEqual([445, 141, 127, 99, 104, 24, 496]);
    expect(sum(outcomes)).toBe(everyone);
    expect(everyone).toBe(1008 + 428);
  });

  it("has the last two labels of the activity-ready swapped", () => {
    const mix = checkExpectedMix(aabenraa.expected?.[2]?.shares ?? [], tenders.aabenraaOutcomes);
    expect(mix.finding).toBe("otherwise-labeled");
    expect(mix.rows.map(({ label, count, fits }) => [label, count, fits])).toEqual([
      ["self-support", 445, "self-support"],
      ["target-group-change", 141 + 24 + 496, "other-benefit"],
      ["other-benefit", 127 + 99 + 104, "target-group-change"],
    ]);
    expect(mix.toText({ language: "en" })).toContain(
      "the share of “target-group-change” is what was counted for “other-benefit”",
    );
  });
});
