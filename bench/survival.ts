// How long the estimators of time to an event take: `npm run bench:survival`, or with other numbers of rows behind
// `--`. It tells milliseconds (the median of several runs), and how they relate to merely sorting the same times, which
// says more than milliseconds do from one machine to another.
import { seededStream, uniform } from "../src/core/index.js";
import {
  coxRegression,
  cumulativeIncidence,
  kaplanMeier,
  logRank,
  restrictedMean,
} from "../src/inference/index.js";

const COVARIATES = 5;
const RUNS = 7;

interface People {
  readonly time: readonly number[];
  readonly event: readonly number[];
  readonly cause: readonly number[];
  readonly group: readonly string[];
  readonly block: readonly number[];
  readonly predictors: Readonly<Record<string, readonly number[]>>;
}

/** Times in days, so that many share one; about a third are censored. */
function peopleOf(rows: number): People {
  const stream = seededStream("bench", String(rows));
  const draw = (): number => uniform(stream);
  const columns = Array.from({ length: COVARIATES }, () => Array.from({ length: rows }, draw));
  const hazard = (row: number): number =>
    Math.exp(columns.reduce((sum, column, k) => sum + (k - 2) * 0.4 * (column[row] ?? 0), 0));
  const waits = columns[0]?.map((_, row) => (-400 * Math.log(1 - draw())) / hazard(row)) ?? [];
  const ends = waits.map(() => 730 * draw() + 200);
  const event = waits.map((wait, row) => Number(wait <= (ends[row] ?? 0)));
  return {
    time: waits.map((wait, row) => Math.ceil(Math.min(wait, ends[row] ?? 0))),
    event,
    cause: event.map((happened) => happened * (draw() < 0.7 ? 1 : 2)),
    group: waits.map(() => (draw() < 0.5 ? "supplier" : "municipality")),
    block: waits.map((_, row) => Math.floor(row / 20)),
    predictors: Object.fromEntries(columns.map((column, k) => [`x${k + 1}`, column])),
  };
}

/** Milliseconds, the median of several runs. */
function millisecondsOf(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? Number.NaN;
}

const sizes = process.argv.slice(2).map(Number);
for (const rows of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
  const { time, event, cause, group, block, predictors } = peopleOf(rows);
  const works: Readonly<Record<string, () => unknown>> = {
    "kaplanMeier, two groups": () => kaplanMeier({ time, event, group }),
    "logRank": () => logRank({ time, event, group }),
    "logRank within blocks of 20": () => logRank({ time, event, group, stratum: block }),
    "restrictedMean": () => restrictedMean({ time, event, group }, { until: 365, reference: "municipality" }),
    "cumulativeIncidence, two causes": () => cumulativeIncidence({ time, cause, group }),
    [`coxRegression, ${COVARIATES} covariates`]: () => coxRegression({ time, event, predictors }),
    "the same within blocks": () => coxRegression({ time, event, predictors, stratum: block }),
    "the same, robust": () => coxRegression({ time, event, predictors, clusters: block }),
  };
  const sorting = millisecondsOf(() => time.toSorted((a, b) => a - b));
  console.log(`\n${rows} rows: sorting the times ${sorting.toFixed(2)} ms`);
  for (const [name, work] of Object.entries(works)) {
    const each = millisecondsOf(work);
    console.log(
      `${name.padEnd(34)}${each.toFixed(1).padStart(10)} ms${(each / sorting).toFixed(1).padStart(10)} × sorting`,
    );
  }
}
