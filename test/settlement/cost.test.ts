import { describe, expect, it } from "vitest";
import { compareArms, type Effect } from "../../src/effects/index.js";
import {
  costEffectiveness,
  costsByShare,
  settleAccounts,
  type CostEffectiveness,
  type PaymentPlan,
} from "../../src/settlement/index.js";
import type { Outcomes } from "../../src/outcomes/index.js";
import { plain } from "../inference/support.js";
import { criterion, madeOutcomes, type Group } from "../support/outcomes.js";

const plan: PaymentPlan = {
  terms: [
    { arm: "municipal", base: { per: "referral", amount: 900_000 }, bonuses: [] },
    {
      arm: "supplier",
      base: { per: "referral", amount: 700_000 },
      bonuses: [{ criterion: "job", amount: 500_000 }],
    },
  ],
};

function compared(outcomes: Outcomes): Effect {
  return compareArms(outcomes, { primary: "job", referenceArm: "municipal", minimumMature: 20 });
}

function costsOf(groups: readonly Group[], payment: PaymentPlan = plan): CostEffectiveness {
  const outcomes = madeOutcomes({ groups });
  const statement = settleAccounts(outcomes, payment);
  return costEffectiveness({ outcomes, statement, effect: compared(outcomes) }, { times: 500 });
}

const SUCCESS = {
  status: "success",
  contract: { certainOn: "2005-09-30", reachedOn: "2005-09-30" },
} as const;

/** 40 a side; of the supplier's so many succeed, of the municipality's 12. */
function year(successes: number): readonly Group[] {
  return [
    { arm: "supplier", count: successes, ...SUCCESS },
    { arm: "supplier", count: 40 - successes },
    { arm: "municipal", count: 12, ...SUCCESS },
    { arm: "municipal", count: 28 },
  ];
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, each) => sum + each, 0);
const again = (arm: string) => [{ arm, referredOn: "2005-06-06" }];
const inTeam = (team: string) => ({ startedOn: "2005-01-10", team });

/** Most questions are about one year: its costs are derived once. */
const ORDINARY = costsOf(year(26));

describe("costs where all of an arm have the same outcome", () => {
  const costs = costsOf([
    { arm: "supplier", count: 40, ...SUCCESS },
    { arm: "municipal", count: 40 },
  ]);

  it("have no interval in a sentence or a table, and say why", () => {
    const danish = costs.toMarkdown({ language: "da" });
    expect(danish).toContain("100,0 procentpoint (intet konfidensinterval: udfaldene varierer ikke)");
    expect(danish).toContain("3.000 kr. (intet konfidensinterval: omkostningerne varierer ikke)");
    expect(danish).toContain(
      "| Succesrate (intet konfidensinterval: udfaldene varierer ikke) | 100,0 procentpoint | – |",
    );
    expect(danish).not.toMatch(/−100,0|3\.000 til 3\.000/u);
    expect(costs.toMarkdown()).toContain(
      "100.0 percentage points (no confidence interval: the outcomes don't vary)",
    );
  });

  it("have no limits in their rows, but the reason", () => {
    const rows = costs.toRows().filter(({ reference }) => reference === "municipal");
    const told = rows.map(({ measure, estimate, lower, upper, reason }) => [
      measure,
      estimate,
      lower,
      upper,
      reason,
    ]);
    expect(told.slice(0, 2)).toEqual([
      ["cost-difference", 300_000, null, null, "costs-alike"],
      ["risk-difference", 1, null, null, "zero-variance"],
    ]);
    const usual = ORDINARY.toRows().find(({ measure }) => measure === "risk-difference");
    expect(usual).toMatchObject({ lower: expect.any(Number) as number, reason: null });
  });
});

describe("what successes cost", () => {
  it("is what was paid for the citizens who are compared, worked by hand", () => {
    // Supplier: 40 · 7,000 + 26 · 5,000 = 410,000 kr.; 10,250 a referral, 15,769.23 a success.
    // Municipal: 40 · 9,000 = 360,000 kr.; 9,000 a referral, 30,000 a success.
    const { arms, comparisons } = ORDINARY;
    expect(arms.map(({ arm, cost, perReferral, successes }) => [arm, cost, perReferral, successes])).toEqual([
      ["municipal", 36_000_000, 900_000, 12],
      ["supplier", 41_000_000, 1_025_000, 26],
    ]);
    expect(arms[0]?.perSuccess?.estimate).toBeCloseTo(3_000_000, 6);
    expect(arms[1]?.perSuccess?.estimate).toBeCloseTo(41_000_000 / 26, 6);
    // 1,250 kr. more for 35 points more: 3,571.43 kr. an additional success.
    expect(comparisons[0]?.cost.estimate).toBeCloseTo(125_000, 6);
    expect(comparisons[0]?.effect.estimate).toBeCloseTo(0.35, 12);
    expect(comparisons[0]?.perAdditionalSuccess?.estimate).toBeCloseTo(125_000 / 0.35, 6);
  });

  it("has Fieller's interval with the covariance that a bonus makes, by its equation", () => {
    const { perAdditionalSuccess, cost, effect } = ORDINARY.comparisons[0] ?? {};
    // Costs of the municipality are constant; the supplier's are 5,000 kr. × success.
    const variance = (0.65 * 0.35) / 39;
    const v = { cost: 500_000 ** 2 * variance, both: 500_000 * variance };
    const effectVariance = variance + (0.3 * 0.7) / 39;
    const t = 2.022_690_920; // 0.975 of Student's distribution with 39 degrees of freedom
    const { lower = NaN, upper = NaN } = perAdditionalSuccess?.interval ?? {};
    for (const limit of [lower, upper]) {
      const distance = (125_000 - limit * 0.35) ** 2;
      const squared = t * t * (v.cost - 2 * limit * v.both + limit * limit * effectVariance);
      expect(distance / squared).toBeCloseTo(1, 7);
    }
    expect(((cost?.upper ?? NaN) - 125_000) / Math.sqrt(v.cost)).toBeCloseTo(t, 7);
    expect(effect?.method).toBe("mantel-haenszel");
  });

  it("says more and dearer, and what an additional success costs", () => {
    const text = ORDINARY.toText({ language: "en" });
    expect(text).toContain("Leverandøren has more successes than Egen enhed and costs more");
    expect(text).toContain("An additional success costs DKK 3,571");
  });

  it.each([
    ["more for less", 500_000, 26, "More successes and lower costs go together"],
    ["fewer for less", 200_000, 1, "Each success that is lost saves DKK"],
    ["fewer for more", 1_200_000, 1, "Fewer successes and higher costs go together"],
  ])("calls the ratio what it is: %s", (_, amount, successes, said) => {
    const [municipal, supplier] = plan.terms;
    if (municipal === undefined || supplier === undefined) throw new Error("the plan has two arms");
    const terms = [municipal, { ...supplier, base: { per: "referral" as const, amount }, bonuses: [] }];
    expect(costsOf(year(successes), { terms }).toText()).toContain(said);
  });

  it("gives no price with a minus, where it can't be decided whether there is one", () => {
    const [municipal, supplier] = plan.terms;
    if (municipal === undefined || supplier === undefined) throw new Error("the plan has two arms");
    const alike = { ...supplier, base: { per: "referral" as const, amount: 580_000 } };
    const costs = costsOf(year(26), { terms: [municipal, alike] });
    const { estimate, interval } = costs.comparisons[0]?.perAdditionalSuccess ?? {};
    expect((interval?.lower ?? 0) < 0 && (estimate ?? 0) > 0).toBe(true);
    expect(costs.toText()).toContain("can't decide whether an additional success costs anything");
    expect(costs.toText({ language: "da" })).toContain("Om en ekstra succes koster noget, kan tallene ikke");
    expect(costs.toText({ language: "da" })).not.toContain("En ekstra succes koster");
  });

  it("says that nothing can be said of an additional success where there may be none", () => {
    // The supplier costs far more, and one citizen more of its 40 succeeds: very much for each, or the other way round.
    const dear = { arm: "supplier", base: { per: "referral", amount: 2_000_000 }, bonuses: [] } as const;
    const costs = costsOf(year(13), {
      terms: [...plan.terms.slice(0, 1), { ...dear, bonuses: plan.terms[1]?.bonuses ?? [] }],
    });
    expect(costs.comparisons[0]?.perAdditionalSuccess?.segments).toHaveLength(2);
    expect(costs.notices.map(({ code }) => code)).toContain("ratio-unbounded");
    expect(costs.toText({ language: "da" })).toContain(
      "Hvad en ekstra succes koster, kan tallene ikke afgrænse",
    );
    expect(costs.toText({ language: "da" })).toContain(" eller ");
  });

  it("leaves no amount out where neither costs nor successes differ for certain", () => {
    const costs = costsOf(year(15));
    expect(costs.comparisons[0]?.standing).toBe("nothing-shown");
    expect(costs.toText({ language: "da" })).toContain("ethvert beløb");
  });

  it("has no price where nothing varies", () => {
    const costs = costsOf([
      { arm: "supplier", count: 30 },
      { arm: "municipal", count: 30 },
    ]);
    expect(costs.arms.map(({ perSuccess }) => perSuccess)).toEqual([null, null]);
    expect(costs.comparisons[0]?.perAdditionalSuccess).toBeNull();
    expect(costs.toText()).toContain("can't be computed, since the figures don't vary");
  });

  it("is too early where the comparison is", () => {
    const costs = costsOf([
      { arm: "supplier", count: 15, status: "success", contract: { certainOn: "2005-09-30" } },
      { arm: "municipal", count: 15 },
    ]);
    expect(costs.comparisons[0]?.standing).toBe("too-early");
    const text = plain(costs.toText());
    expect(text).toContain("It is too early to compare what results cost");
    // What is due stands there: 15 · 7,000 + 15 · 5,000 and 15 · 9,000 kr., and nothing per success.
    expect(costs.isTooEarly).toBe(true);
    expect(costs.payments).toMatchObject([
      { arm: "municipal", citizens: 15, furtherReferrals: 0, contractSuccesses: 0, paid: 13_500_000 },
      { arm: "supplier", citizens: 15, furtherReferrals: 0, contractSuccesses: 15, paid: 18_000_000 },
    ]);
    expect(text).toContain("Payments so far");
    expect(text).toContain("DKK 180,000");
    expect(text).not.toContain("Per success");
    expect(plain(costs.toText({ language: "da" }))).toContain("Foreløbige betalinger");
    expect(ORDINARY.toText()).not.toContain("Payments so far");
  });

  it("counts successes from the referral and by the contract apart", () => {
    const [first, ...rest] = year(26);
    if (first === undefined) throw new Error("a year has four groups");
    // Six who succeeded from the referral failed by the contract: no bonus, the same rate.
    const groups: readonly Group[] = [
      { ...first, count: 20 },
      { ...first, count: 6, contract: { status: "failure" } },
      ...rest,
    ];
    const costs = costsOf(groups);
    expect(costs.arms[1]).toMatchObject({ successes: 26, contractSuccesses: 20, cost: 38_000_000 });
    expect(costs.toText()).toContain("Successes by the contract");
  });

  it("leaves arms without terms out, and says so", () => {
    const costs = costsOf(year(26), { terms: plan.terms.slice(1) });
    expect(costs.arms.map(({ arm }) => arm)).toEqual(["supplier"]);
    expect(costs.comparisons).toEqual([]);
    expect(costs.notices).toContainEqual({
      code: "costs-missing",
      severity: "caution",
      arm: "municipal",
      name: "Egen enhed",
    });
    expect(costs.toText({ language: "da" })).toContain("Egen enhed: der er ingen betalingsvilkår");
  });

  it("says of an arm with terms and no lines that it has no payments yet, by its name", () => {
    // A bonus alone, and nobody of the arm succeeded by the contract.
    const groups = year(26).map((group): Group =>
      group.arm === "municipal" ? { ...group, contract: { status: "failure" } } : group,
    );
    const [own, other] = plan.terms;
    if (own === undefined || other === undefined) throw new Error("the plan has two arms");
    const { base: _base, ...bonusOnly } = own;
    const text = costsOf(groups, { terms: [bonusOnly, other] }).toText({ language: "da" });
    expect(text).toContain("Egen enhed: afregningen har endnu ingen betalinger");
    expect(text).not.toContain("der er ingen betalingsvilkår");
  });

  it("leaves the unknown out of costs and successes alike", () => {
    const costs = costsOf([...year(26), { arm: "supplier", count: 5, status: "unknown" }]);
    expect(costs.arms[1]?.citizens).toBe(40);
    expect(costs.arms[1]?.cost).toBe(41_000_000);
    expect(costs.notices).toContainEqual({ code: "unknown-left-out", severity: "info", count: 5 });
  });

  it("shares what is due for no single citizen among all", () => {
    // A cap of 370,000 kr. takes 40,000 kr. off: 1,000 kr. for each of the 40.
    const capped = plan.terms.map((term) =>
      term.arm === "supplier"
        ? { ...term, caps: [{ of: "all", per: "contract", amount: 37_000_000 } as const] }
        : term,
    );
    const costs = costsOf(year(26), { terms: capped });
    expect(costs.arms[1]?.perReferral).toBeCloseTo(925_000, 6);
  });

  it("counts what further referrals cost where chance had sent the citizen first, to the last øre", () => {
    // c1 comes back to the supplier, c27 (one who failed there) to the municipality: 7,000 and 9,000 kr. more.
    const [first, second, ...rest] = year(26);
    if (first === undefined || second === undefined) throw new Error("a year has four groups");
    const groups = [
      { ...first, count: 25 },
      { ...first, count: 1, again: again("supplier") },
      { ...second, count: 1, again: again("municipal") },
      { ...second, count: 13 },
      ...rest,
    ];
    const costs = costsOf(groups);
    expect(costs.arms.map(({ arm, cost, citizens }) => [arm, cost, citizens])).toEqual([
      ["municipal", 36_000_000, 40],
      ["supplier", 41_000_000 + 700_000 + 900_000, 40],
    ]);
    const { totals } = settleAccounts(madeOutcomes({ groups }), plan);
    expect(sumOf(costs.arms.map(({ cost }) => cost))).toBe(sumOf(totals.map(({ total }) => total)));
  });

  it("shares a team among the referrals to it, further ones too, and counts their courses", () => {
    const terms = ["municipal", "supplier"].map((arm) => ({
      arm,
      base: { per: "team" as const, amount: 900_000 },
      bonuses: [],
    }));
    const costs = costsOf(
      [
        { arm: "supplier", course: inTeam("A") },
        { arm: "supplier", course: inTeam("A") },
        { arm: "municipal", course: inTeam("B") },
        {
          arm: "municipal",
          course: inTeam("B"),
          again: [{ arm: "supplier", referredOn: "2005-06-06", course: inTeam("A") }],
        },
      ],
      { terms },
    );
    // Team A has three referrals, one of them of a citizen of the municipality's: 3,000 kr. each.
    expect(costs.arms.map(({ cost, courses }) => [cost, courses])).toEqual([
      [1_200_000, 3],
      [600_000, 2],
    ]);
  });

  it("has a net benefit at what the user says a success saves: 4 months of it", () => {
    const outcomes = madeOutcomes({ groups: year(26) });
    const statement = settleAccounts(outcomes, plan);
    const costs = costEffectiveness(
      { outcomes, statement, effect: compared(outcomes) },
      { savedPerMonth: 1_000_000, willingnessToPay: [0], times: 500 },
    );
    const [saved, none] = costs.comparisons[0]?.netBenefit ?? [];
    expect(saved).toMatchObject({ willingnessToPay: 4_000_000, saved: true });
    expect(saved?.benefit.estimate).toBeCloseTo(4_000_000 * 0.35 - 125_000, 4);
    expect(none?.benefit.estimate).toBeCloseTo(-125_000, 6);
  });

  it("refuses a statement of another day", () => {
    const outcomes = madeOutcomes({ groups: year(26) });
    const statement = settleAccounts({ ...outcomes, asOf: "2006-08-31" }, plan);
    expect(() => costEffectiveness({ outcomes, statement, effect: compared(outcomes) })).toThrow(
      expect.objectContaining({ code: "statement-mismatch" }),
    );
  });

  it("is the same again by the same seed", () => {
    expect(JSON.stringify(costsOf(year(26)))).toBe(JSON.stringify(ORDINARY));
  });
});

describe("costs by the share bought outside", () => {
  it("are those of both units, as far as they have room", () => {
    const shares = costsByShare(ORDINARY, {
      volume: 400,
      shares: [0, 0.5, 1],
      capacity: { municipal: 250 },
    });
    expect(shares.rows.map(({ outside, inside, without }) => [outside, inside, without])).toEqual([
      [0, 250, 150],
      [200, 200, 0],
      [400, 0, 0],
    ]);
    // 200 · 10,250 + 200 · 9,000 = 3,850,000 kr.; 200 · 0.65 + 200 · 0.3 = 190.
    expect(shares.rows[1]?.cost.expected).toBeCloseTo(385_000_000, 4);
    expect(shares.rows[1]?.successes.expected).toBeCloseTo(190, 9);
    const error = Math.sqrt(200 ** 2 * ((0.65 * 0.35) / 39 + (0.3 * 0.7) / 39));
    expect(shares.rows[1]?.successes.upper).toBeCloseTo(190 + 1.959_963_984_540_054 * error, 8);
    expect(shares.drawn).toBe(0.5);
  });

  it("are said to be a worked example in both languages", () => {
    const shares = costsByShare(ORDINARY, { volume: 400 });
    expect(shares.toText({ language: "da" })).toContain("et regneeksempel og ikke en måling");
    expect(shares.toText()).toContain("not a measurement");
    expect(shares.rows).toHaveLength(11);
    expect(shares.toText()).not.toContain("Caps");
  });

  it("say that caps aren't worked out anew where there are some", () => {
    const terms = plan.terms.map((term) => ({
      ...term,
      caps: [{ of: "all", per: "contract", amount: 35_000_000 } as const],
    }));
    const shares = costsByShare(costsOf(year(26), { terms }), { volume: 400 });
    expect(shares.notices.map(({ code }) => code)).toEqual(["seen-at-one-share", "limits-shared"]);
    expect(shares.toText({ language: "da" })).toContain("Lofter og garantibeløb er ikke regnet om");
  });

  it.each([
    [{ volume: 0 }, "impossible-option"],
    [{ volume: 10, arm: "other" }, "unknown-arm"],
    [{ volume: 10, capacity: { other: 3 } }, "unknown-arm"],
    [{ volume: 10, shares: [1.1] }, "impossible-option"],
  ])("refuses %j", (options, code) => {
    expect(() => costsByShare(ORDINARY, options)).toThrow(expect.objectContaining({ code }));
  });
});

describe("costs at the edges", () => {
  it("have no price of a success where an arm has none, and costs vary", () => {
    const weekly: PaymentPlan = {
      terms: ["municipal", "supplier"].map((arm) => ({
        arm,
        base: { per: "week", amount: 100_000 },
        bonuses: [],
      })),
    };
    const groups = ["municipal", "supplier"].flatMap((arm): readonly Group[] => [
      { arm, count: 20, course: { startedOn: "2005-01-10", endedOn: "2005-02-06" } },
      { arm, count: 20, course: { startedOn: "2005-01-10", endedOn: "2005-03-06" } },
    ]);
    const costs = costsOf(groups, weekly);
    expect(costs.arms.map(({ perSuccess, perReferral }) => [perSuccess, perReferral])).toEqual([
      [null, 600_000],
      [null, 600_000],
    ]);
    expect(costs.comparisons[0]?.perAdditionalSuccess).toBeNull();
  });

  it("share what a cap takes off by what was paid: never more than all that was", () => {
    // The mature half earned the bonuses that the cap cuts to half; the others cost their base only.
    const capped = plan.terms.map((term) =>
      term.arm === "supplier"
        ? { ...term, base: undefined, caps: [{ of: "all", per: "contract", amount: 6_500_000 } as const] }
        : term,
    );
    const terms = capped.map(({ base, ...term }) => (base === undefined ? term : { ...term, base }));
    const costs = costsOf([...year(26), { arm: "supplier", count: 40, mature: false, status: "pending" }], {
      terms,
    });
    expect(costs.arms[1]?.cost).toBe(6_500_000);
    expect(costs.notices.map(({ code }) => code)).toContain("limits-shared");
  });

  it("say that a saving isn't used where the criterion counts days", () => {
    const days = { ...criterion("job"), amount: { days: 120 } };
    const outcomes = madeOutcomes({ groups: year(26), criteria: [days] });
    const costs = costEffectiveness(
      { outcomes, statement: settleAccounts(outcomes, plan), effect: compared(outcomes) },
      { savedPerMonth: 1_000_000, times: 500 },
    );
    expect(costs.comparisons[0]?.netBenefit).toEqual([]);
    expect(costs.notices.map(({ code }) => code)).toContain("saved-per-month-unused");
  });
});
