// How long one call takes of every interval and test of two proportions, from counts to a result:
// `npm run bench:inference`. It tells microseconds of processor time, the best of several rounds, which hang
// less on what else the machine does; what they should stay below; and how they relate to making a frozen object
// with as many parts as a result has, in the same run: no method can come much below that, and how far one
// lies above it says more than microseconds do from one machine to another.
import {
  cochranMantelHaenszel,
  compareProportions,
  homogeneity,
  numberNeededToTreat,
  proportion,
  randomizationTest,
  stratifiedComparison,
  testProportions,
  type ComparisonMethod,
  type Count,
  type Measure,
  type ProportionMethod,
  type Stratum,
} from "../src/inference/index.js";

const ROUNDS = 7;
/** Each round takes about so many milliseconds. */
const ROUND = 60;

interface Work {
  readonly name: string;
  /** Microseconds it should stay below. */
  readonly target?: number;
  readonly run: (round: number) => unknown;
}

/** Counts that change from call to call, so that nothing of the answer can be remembered; options are asked with again. */
const supplier = (i: number): Count => ({ events: 412 + (i % 50), total: 1204 });
const municipal: Count = { events: 335, total: 1198 };

/** Weekly blocks of twenty, as a year of a thousand citizens has fifty of. */
const weeks = (count: number): readonly Stratum[] =>
  Array.from({ length: count }, (_, week) => ({
    comparator: { events: (week * 7) % 8, total: 10 },
    reference: { events: (week * 3) % 7, total: 10 },
  }));
const [aYear, aHundredYears] = [weeks(50), weeks(5_000)];

const CLOSED = 2;
const SOUGHT = 50;
const ENUMERATED = 200_000;

const proportions: Readonly<Record<ProportionMethod, number>> = {
  "wilson": CLOSED,
  "wilson-cc": CLOSED,
  "agresti-coull": CLOSED,
  "arcsine": CLOSED,
  "wald": CLOSED,
  "clopper-pearson": SOUGHT,
  "mid-p": SOUGHT,
  "jeffreys": SOUGHT,
};
const comparisons: readonly (readonly [Measure, ComparisonMethod, number])[] = [
  ["risk-difference", "newcombe", CLOSED],
  ["risk-difference", "newcombe-cc", CLOSED],
  ["risk-difference", "agresti-caffo", CLOSED],
  ["risk-difference", "wald", CLOSED],
  ["risk-ratio", "katz", CLOSED],
  ["odds-ratio", "woolf", CLOSED],
  ["risk-difference", "miettinen-nurminen", SOUGHT],
  ["risk-difference", "mee", SOUGHT],
  ["risk-ratio", "miettinen-nurminen", SOUGHT],
  ["risk-ratio", "koopman", SOUGHT],
  ["odds-ratio", "miettinen-nurminen", SOUGHT],
  ["odds-ratio", "conditional-exact", SOUGHT],
  ["odds-ratio", "mid-p", SOUGHT],
];
const strata = Array.from({ length: 50 }, (_, week) => ({
  comparator: { events: week % 9, total: 10 },
  reference: { events: (week * 7) % 8, total: 9 },
}));
const small = (i: number): Count => ({ events: 60 + (i % 5), total: 200 });
const other: Count = { events: 81, total: 200 };

const works: readonly Work[] = [
  ...Object.entries(proportions).map(([method, target]) => ({
    name: `proportion, ${method}`,
    target,
    run: (i: number) => proportion(supplier(i), { method: method as ProportionMethod }),
  })),
  ...comparisons.map(([measure, method, target]) => ({
    name: `${measure}, ${method}`,
    target,
    run: (i: number) => compareProportions(supplier(i), municipal, { measure, method }),
  })),
  {
    name: "number needed to treat",
    run: (i) => numberNeededToTreat(compareProportions(supplier(i), municipal)),
  },
  { name: "fisher", run: (i) => testProportions(supplier(i), municipal) },
  { name: "pooled-z", run: (i) => testProportions(supplier(i), municipal, { method: "pooled-z" }) },
  {
    name: "barnard, 200 + 200",
    target: ENUMERATED,
    run: (i) => testProportions(small(i), other, { method: "barnard" }),
  },
  {
    name: "barnard, 200 + 200, unpooled",
    target: ENUMERATED,
    run: (i) => testProportions(small(i), other, { method: "barnard", ordering: "unpooled" }),
  },
  {
    name: "boschloo, 200 + 200",
    target: ENUMERATED,
    run: (i) => testProportions(small(i), other, { method: "boschloo" }),
  },
  {
    name: "boschloo, 200 + 200, minlike",
    target: ENUMERATED,
    run: (i) => testProportions(small(i), other, { method: "boschloo", variant: "minlike" }),
  },
  ...(["mantel-haenszel", "newcombe", "miettinen-nurminen", "inverse-variance"] as const).map((method) => ({
    name: `50 strata, ${method}`,
    run: () => stratifiedComparison(strata, { method }),
  })),
  { name: "50 strata, Cochran-Mantel-Haenszel", run: () => cochranMantelHaenszel(strata) },
  { name: "randomization test, 1,000 in 50 blocks", target: 20_000, run: () => randomizationTest(aYear) },
  {
    name: "randomization test, 100,000 in 5,000",
    target: 1_500_000,
    run: () => randomizationTest(aHundredYears),
  },
  { name: "50 strata, tarone", run: () => homogeneity(strata) },
];

/** A frozen object with the parts of a result. */
function frozenParts(i: number): unknown {
  const [count, interval, test] = [1, 2, 3].map((part) =>
    Object.freeze({ estimate: i / part, lower: i, upper: part, level: 0.95 }),
  );
  const options = Object.freeze({ measure: test, method: test, level: test, alternative: test });
  const provenance = Object.freeze({ version: "0", operation: "none", options, inputs: count });
  return Object.freeze({ kind: "estimate", estimate: i, interval, test, counts: count, provenance });
}

function microsecondsOf(run: (round: number) => unknown): number {
  let calls = 1;
  const time = (): number => {
    const start = process.cpuUsage();
    for (let i = 0; i < calls; i++) run(i);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  };
  while (time() < (1000 * ROUND) / 2) calls *= 2;
  return Math.min(...Array.from({ length: ROUNDS }, time)) / calls;
}

const line = (cells: readonly string[]): string =>
  cells.map((cell, i) => (i === 0 ? cell.padEnd(40) : cell.padStart(12))).join("");

microsecondsOf(frozenParts);
const baseline = microsecondsOf(frozenParts);
console.log(`a frozen object with the parts of a result: ${baseline.toFixed(3)} µs`);
console.log(line(["", "µs", "target", "ratio"]));
for (const { name, target, run } of works) {
  const each = microsecondsOf(run);
  const digits = each < 100 ? 2 : 0;
  console.log(
    line([
      name,
      each.toFixed(digits),
      target === undefined ? "" : String(target),
      (each / baseline).toFixed(1),
    ]),
  );
}
