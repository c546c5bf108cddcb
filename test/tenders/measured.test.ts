import { describe, expect, it } from "vitest";
import { allocate, startLedger } from "../../src/allocation/index.js";
import { compareWithTargets } from "../../src/effects/index.js";
import { deriveHistories } from "../../src/histories/index.js";
import { deriveOutcomes, type Course, type Outcome } from "../../src/outcomes/index.js";
import { protocolOf, type Program, type Protocol } from "../../src/protocol/index.js";
import {
  fredericiaB,
  fredericiaC,
  fredericiaD,
  odenseFleksjob,
  odenseJobs,
} from "../../src/tenders/index.js";

// Programs measured from beginning to end, each citizen's days drawn beside the rule that they meet or miss.
// Everyone is referred on Monday 2005-01-03 and in a course from then until `endedOn`.

interface Life {
  readonly endedOn: string;
  /** `state from to`, first and last day. */
  readonly spells: readonly string[];
  readonly stratum?: Readonly<Record<string, string>>;
  readonly endReason?: Course["endReason"];
}

const REFERRED = "2005-01-03";
const OBSERVED = "2006-12-31";

function agreed(program: Program, strata: readonly string[] = []): Protocol {
  const [first] = program.criteria ?? [];
  return protocolOf(program, {
    arms: [
      { id: "municipal", name: "Egen enhed" },
      { id: "supplier", name: "Leverandøren" },
    ],
    course: { lengths: [{ length: { weeks: 26 } }] },
    allocation: { design: { kind: "alternation" }, strata, referredAgain: "keep-arm" },
    analysis: { primary: first?.id ?? "", referenceArm: "municipal" },
    review: { title: { da: "x", en: "x" }, question: { da: "x", en: "x" } },
  });
}

function measured(protocol: Protocol, lives: readonly Life[]) {
  const key = "a key for this test";
  let { ledger } = startLedger(protocol, { key, date: REFERRED, mode: "test" });
  const courses = lives.map(({ endedOn, stratum, endReason }, index): Course => {
    const citizen = `c${index}`;
    const drawn = allocate(ledger, { citizen, referredOn: REFERRED, ...stratum }, { key });
    ledger = drawn.ledger;
    return {
      citizen,
      referredOn: REFERRED,
      deliveredBy: drawn.entry.arm,
      startedOn: REFERRED,
      endedOn,
      endReason: endReason ?? "period-ended",
    };
  });
  const spells = lives.flatMap((life, index) =>
    life.spells.map((spell) => {
      const [state = "", from = "", to = ""] = spell.split(" ");
      return { citizen: `c${index}`, state, from, to };
    }),
  );
  const histories = deriveHistories(spells, {
    observedUntil: OBSERVED,
    ...(protocol.states === undefined ? {} : { states: protocol.states }),
  });
  return deriveOutcomes({ protocol, ledger, courses, histories, asOf: OBSERVED });
}

const statuses = (outcomes: readonly Outcome[]) =>
  outcomes.map(({ status, degree }) => (degree === undefined ? status : `${status} ${degree}`));

describe("Fredericia B and C after 6 months", () => {
  // The course ends on 31 March: the window is April to September, six whole months.
  const lives: readonly Life[] = [
    // Nothing from April on: four months without support, nor wage subsidy.
    { endedOn: "2005-03-31", spells: ["cash-assistance 2005-01-01 2005-03-31"] },
    // Wage subsidy April to July is no support by this rule, but the lower degree.
    {
      endedOn: "2005-03-31",
      spells: [
        "cash-assistance 2005-01-01 2005-03-31",
        "wage-subsidy 2005-04-01 2005-07-31",
        "cash-assistance 2005-08-01 2006-12-31",
      ],
    },
    // Wage subsidy to 30 July, one day short, then support.
    {
      endedOn: "2005-03-31",
      spells: [
        "cash-assistance 2005-01-01 2005-03-31",
        "wage-subsidy 2005-04-01 2005-07-30",
        "cash-assistance 2005-07-31 2006-12-31",
      ],
    },
    // Subsidized in April and May, in ordinary work from June: June to September are four unsubsidized months.
    {
      endedOn: "2005-03-31",
      spells: [
        "cash-assistance 2005-01-01 2005-03-31",
        "wage-subsidy 2005-04-01 2005-05-31",
        "ordinary-work 2005-06-01 2006-12-31",
      ],
    },
  ];

  it.each([
    ["B", agreed(rulesOf(fredericiaB))],
    ["C", agreed(fredericiaC)],
  ])("%s has wage subsidy as the lower degree", (_name, protocol) => {
    const outcomes = measured(protocol, lives).by("without-support-6-months", "contract");
    expect(statuses(outcomes)).toEqual([
      "success unsubsidized",
      "success wage-subsidy",
      "failure",
      "success unsubsidized",
    ]);
  });
});

/** Type B's rules as a program, whose extension of unstated length is left to be agreed. */
function rulesOf({ criteria, source, municipality }: Protocol): Program {
  return {
    format: "konkurrencemodel-program/1",
    id: "b",
    name: { da: "b", en: "b" },
    source: source ?? "",
    municipality,
    criteria: criteria.filter(({ basis }) => basis === "contract"),
  };
}

describe("Fredericia D", () => {
  it("wants 4 whole calendar months in fleksjob of the 6 after the end", () => {
    const outcomes = measured(agreed(fredericiaD), [
      // The end on 15 March: the window to 15 September holds April to August whole. April to July: four.
      { endedOn: "2005-03-15", spells: ["fleksjob 2005-04-01 2005-07-31"] },
      // From 2 April: only May to July are whole, and August is lost by a day.
      { endedOn: "2005-03-15", spells: ["fleksjob 2005-04-02 2005-08-30"] },
      { endedOn: "2005-03-15", spells: ["fleksjob 2005-04-02 2005-08-31"] },
    ]).by("fleksjob-6-months", "contract");
    expect(statuses(outcomes)).toEqual(["success", "failure", "success"]);
  });
});

const life = (match: string, supports: boolean, returned = false): Life => ({
  endedOn: "2005-03-31",
  stratum: { match },
  spells: supports ? ["cash-assistance 2005-01-01 2005-03-31"] : ["cash-assistance 2005-01-01 2006-12-31"],
  ...(returned ? { endReason: "returned" } : {}),
});
const many = (count: number, each: Life): readonly Life[] => Array.from({ length: count }, () => each);

describe("Odense", () => {
  it("counts a fleksjob that begins in the course or within 3 months after it (§7.3.1)", () => {
    const outcomes = measured(agreed(odenseFleksjob), [
      { endedOn: "2005-03-31", spells: ["fleksjob 2005-02-01 2005-02-01"] },
      // Three months after the end: 1 April to 30 June.
      { endedOn: "2005-03-31", spells: ["fleksjob 2005-06-30 2006-12-31"] },
      { endedOn: "2005-03-31", spells: ["fleksjob 2005-07-01 2006-12-31"] },
      // Begun before the referral: hired already, not by this course.
      { endedOn: "2005-03-31", spells: ["fleksjob 2004-12-01 2005-02-01"] },
    ]).by("fleksjob-3-months-after", "contract");
    expect(statuses(outcomes)).toEqual(["success", "success", "failure", "failure"]);
  });

  it("asks who supports themselves on the one day three months after the end (§7.3.2)", () => {
    // The end on 31 March; the day after is 1 April, three months on 1 July.
    const outcomes = measured(agreed(odenseJobs, ["match"]), [
      { endedOn: "2005-03-31", stratum: { match: "1" }, spells: ["cash-assistance 2005-01-01 2005-06-30"] },
      { endedOn: "2005-03-31", stratum: { match: "1" }, spells: ["cash-assistance 2005-01-01 2005-07-01"] },
      {
        endedOn: "2005-03-31",
        stratum: { match: "1" },
        spells: ["unemployment-benefit 2005-07-01 2005-07-01"],
      },
    ]).by("self-support-3-months-after", "contract");
    expect(statuses(outcomes)).toEqual(["success", "failure", "failure"]);
  });

  it("holds each match category against its own target, the returned in the denominator", () => {
    // Match 1 wants 90 %: 20 of 40 don't reach it. Match 5 wants 15 %: 10 of 20 do, ten of them returned.
    const outcomes = measured(agreed(odenseJobs, ["match"]), [
      ...many(20, life("1", true)),
      ...many(20, life("1", false)),
      ...many(10, life("5", true)),
      ...many(10, life("5", false, true)),
    ]);
    const targets = (odenseJobs.targets ?? []).filter(({ group }) =>
      ["1", "5"].includes(group?.["match"] ?? ""),
    );
    const compared = compareWithTargets(outcomes, targets);
    const all = compared.targets.map(({ rates }) => rates.at(-1));
    expect(all.map((rate) => [rate?.counts.success, rate?.counts.mature, rate?.standing])).toEqual([
      [20, 40, "not-reached"],
      [10, 20, "reached"],
    ]);
    expect(all.map((rate) => [rate?.contract.success, rate?.contract.complete])).toEqual([
      [20, 40],
      [10, 20],
    ]);
  });
});
