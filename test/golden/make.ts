// `npm run golden` makes the golden ledgers that aren't there yet. It never changes one that is: what a key draws is a
// promise, so a design that draws otherwise gets another version and another ledger. And it writes the golden reviews
// anew, which may change as their words do: read the difference, and look at the pages, before it is kept.
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as allocation from "../../src/allocation/index.js";
import { digestOfValue } from "../../src/core/index.js";
import { CASE_NAMES, goldenForms, reviewedCase } from "../support/cases/index.js";
import { drawGolden, type Golden, type Step } from "../support/golden.js";

interface Recipe {
  readonly arms: readonly string[];
  readonly plan: Partial<allocation.AllocationPlan> & { readonly design: allocation.Design };
  readonly steps: readonly Step[];
}

const TWO = ["own", "supplier"];
const THREE = ["own", "supplier-a", "supplier-b"];
const evenly = { own: 1, supplier: 1 };
const twoToOne = { own: 2, supplier: 1 };
const threeArms = { "own": 2, "supplier-a": 1, "supplier-b": 1 };

const DAY = 86_400_000;
const MONDAY = Date.UTC(2005, 0, 3);
const dayAfter = (days: number): string => new Date(MONDAY + days * DAY).toISOString().slice(0, 10);

/** Citizens of uneven groups, three on most days; every seventh was referred before. */
function people(count: number): readonly allocation.Referral[] {
  return Array.from({ length: count }, (_, index) => ({
    citizen: `g${index % 7 === 6 ? index - 5 : index}`,
    referredOn: dayAfter(Math.floor(index / 3)),
    age: index % 3 === 1 ? "under-30" : "over-30",
    område: (index * index) % 5 === 1 ? "Sønder Bjært/Eltang" : "Taulov",
  }));
}

const HOMES = [0, 1, 1, 2, 2, 3, 4, 4, 4];

/** The same, living alone, in couples and by three, some of whom are referred on another day than the first. */
function households(count: number): readonly allocation.Referral[] {
  return people(count).map((referral) => {
    const number = Number(referral.citizen.slice(1));
    return { ...referral, household: `h${Math.floor(number / 9)}-${HOMES[number % 9]}` };
  });
}

const oneByOne = (referrals: readonly allocation.Referral[]): readonly Step[] =>
  referrals.map((referral) => ({ referral }));

const weekOf = ({ referredOn }: allocation.Referral): number =>
  Math.floor((Date.parse(referredOn) - MONDAY) / (7 * DAY));

/** A roster for each week, drawn on its Sunday; every second with a beacon. */
function weekly(referrals: readonly allocation.Referral[]): readonly Step[] {
  return [...new Set(referrals.map(weekOf))].map((week) => ({
    roster: {
      date: dayAfter(7 * week + 6),
      ...(week % 2 === 1 ? { beacon: `dice ${week}: 3 1 6` } : {}),
      referrals: referrals.filter((referral) => weekOf(referral) === week),
    },
  }));
}

const minimization = (imbalance: "range" | "variance" | "marginal-balance", weights: allocation.Weights) =>
  ({
    strata: [],
    design: { kind: "minimization", weights, factors: { age: 1, område: 2 }, imbalance, preference: 0.8 },
  }) as const;

const RECIPES: Readonly<Record<string, Recipe>> = {
  "simple-1-two-to-one": {
    arms: TWO,
    plan: { design: { kind: "simple", weights: twoToOne } },
    steps: oneByOne(people(24)),
  },
  "simple-1-three": {
    arms: THREE,
    plan: { design: { kind: "simple", weights: threeArms }, referredAgain: "draw-again" },
    steps: oneByOne(people(24)),
  },
  "complete-1-two": {
    arms: TWO,
    plan: { design: { kind: "complete", batch: "iso-week", weights: evenly } },
    steps: weekly(people(40)),
  },
  "complete-limited-1-quotas": {
    arms: TWO,
    plan: {
      design: { kind: "complete", batch: "iso-week", weights: twoToOne },
      quotas: [
        { arm: "own", per: "iso-week", most: 15 },
        { arm: "own", per: "calendar-month", most: 30 },
        { arm: "supplier", per: "agreement-year", least: 400, most: 700 },
        { arm: "supplier", per: "first-week", most: 7 },
      ],
    },
    steps: weekly(people(75)),
  },
  "complete-limited-1-household": {
    arms: THREE,
    plan: {
      design: { kind: "complete", batch: "iso-week", weights: threeArms },
      unit: "household",
      strata: ["age"],
      quotas: [{ arm: "supplier-b", per: "iso-week", most: 8 }],
    },
    steps: weekly(households(60)),
  },
  "permuted-block-1-fixed": {
    arms: TWO,
    plan: { design: { kind: "permuted-block", weights: evenly, sizes: [4] } },
    steps: oneByOne(people(24)),
  },
  "permuted-block-1-sizes": {
    arms: THREE,
    plan: { design: { kind: "permuted-block", weights: threeArms, sizes: [4, 8, 12] } },
    steps: oneByOne(people(36)),
  },
  "permuted-block-1-household": {
    arms: TWO,
    plan: {
      design: { kind: "permuted-block", weights: twoToOne, sizes: [3, 6] },
      unit: "household",
      strata: ["age"],
    },
    steps: oneByOne(households(30)),
  },
  "alternation-1-two": {
    arms: TWO,
    plan: { design: { kind: "alternation" } },
    steps: oneByOne(people(12)),
  },
  "biased-coin-1-two": {
    arms: TWO,
    plan: { design: { kind: "biased-coin", weights: evenly, bias: 2 / 3 } },
    steps: oneByOne(people(24)),
  },
  "biased-coin-1-three": {
    arms: THREE,
    plan: { design: { kind: "biased-coin", weights: threeArms, bias: 0.75 }, referredAgain: "draw-again" },
    steps: oneByOne(people(24)),
  },
  "big-stick-1-two-to-one": {
    arms: TWO,
    plan: { design: { kind: "big-stick", weights: twoToOne, tolerance: 2 } },
    steps: oneByOne(people(24)),
  },
  "big-stick-1-three": {
    arms: THREE,
    plan: { design: { kind: "big-stick", weights: threeArms, tolerance: 1 }, strata: [] },
    steps: oneByOne(people(24)),
  },
  "urn-1-two": {
    arms: TWO,
    plan: { design: { kind: "urn", weights: evenly, initial: 1, added: 1 } },
    steps: oneByOne(people(24)),
  },
  "urn-1-three": {
    arms: THREE,
    plan: { design: { kind: "urn", weights: threeArms, initial: 0, added: 2 }, strata: ["age"] },
    steps: oneByOne(people(24)),
  },
  "minimization-1-range": { arms: TWO, plan: minimization("range", evenly), steps: oneByOne(people(24)) },
  "minimization-1-variance": {
    arms: THREE,
    plan: minimization("variance", threeArms),
    steps: oneByOne(people(24)),
  },
  "minimization-1-marginal-balance": {
    arms: TWO,
    plan: minimization("marginal-balance", twoToOne),
    steps: oneByOne(people(24)),
  },
  "lines": {
    arms: TWO,
    plan: {
      design: { kind: "biased-coin", weights: evenly, bias: 0.6 },
      strata: ["age"],
      referredAgain: "draw-again",
      quotas: [
        { arm: "supplier", participants: 12 },
        { arm: "own", per: "iso-week", most: 12 },
      ],
    },
    steps: linesOfEveryKind(),
  },
};

/** Citizens drawn while an arm fills up, with reports of participants, exemptions and a corrected error between. */
function linesOfEveryKind(): readonly Step[] {
  const drawn = oneByOne(people(30));
  const signedBy = ["K. Holm", "B. Friis"];
  const [early, between, late] = [drawn.slice(0, 6), drawn.slice(6, 18), drawn.slice(18)];
  return [
    { occupancy: { date: dayAfter(0), participants: { supplier: 5, own: 3 } } },
    ...early,
    {
      amendment: { amends: "exemption", entry: 4, arm: "own", reason: "tolk på dari", signedBy },
      date: dayAfter(2),
    },
    {
      amendment: {
        amends: "exemption",
        citizen: "g40",
        referredOn: dayAfter(4),
        arm: "own",
        reason: "aftalt før lodtrækningen",
        signedBy,
      },
      date: dayAfter(2),
    },
    ...between,
    { occupancy: { date: dayAfter(6), participants: { supplier: 2 } } },
    {
      amendment: {
        amends: "error",
        entry: 3,
        field: "stratum.age",
        correct: "over-30",
        reason: "fødselsdato tastet forkert",
        signedBy,
      },
      date: dayAfter(6),
    },
    ...late,
  ];
}

for (const [name, { arms, plan, steps }] of Object.entries(RECIPES)) {
  const file = path.join(import.meta.dirname, "ledgers", name);
  if (existsSync(`${file}.jsonl`)) continue;
  const golden: Golden = {
    key: `golden key of ${name}: only for this test`,
    date: dayAfter(0),
    mode: "live",
    protocol: {
      digest: digestOfValue(`golden protocol of ${name}`),
      arms: arms.map((id) => ({ id, name: id })),
      allocation: { strata: ["age", "område"], referredAgain: "keep-arm", ...plan },
    },
    steps,
  };
  writeFileSync(`${file}.jsonl`, allocation.formatLedger(drawGolden(allocation, golden).records));
  writeFileSync(`${file}.json`, `${JSON.stringify(golden, undefined, 1)}\n`);
}

for (const name of CASE_NAMES) {
  const folder = path.join(import.meta.dirname, "reviews", name);
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of Object.entries(goldenForms(await reviewedCase(name)))) {
    writeFileSync(path.join(folder, file), text);
  }
}
