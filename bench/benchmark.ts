// How long a benchmark takes: `npm run bench:benchmark`. Figures are of the processor, the middle one of several runs:
// - who is comparable with each of the 98 municipalities by Mahalanobis' distance over eight conditions, with who stays
//   when one of them is left out. Beside it stands what each of these choices must do at least, in the same run: sort the
//   distances of 98, nine times for each of the 98;
// - what is computed of 98 municipalities by 5 groups: random effects by REML with Hartung and Knapp's adjustment and
//   the prediction, a funnel with overdispersion, shrunken rates and 10,000 draws of their ranks. Beside it stands what
//   any draws of ranks must do at least, in the same run: sort as many times as many numbers. How far the whole lies above
//   that says more than seconds do from one machine to another;
// - two arms beside the 97 others, by the same groups, the cluster without each of its municipalities included.
import { benchmarkArms, findPeers, municipalities, type CountRow } from "../src/benchmark/index.js";
import { fastStream, uniform } from "../src/core/index.js";
import {
  funnelLimits,
  funnelScores,
  overdispersion,
  randomEffects,
  rankProbabilities,
  rateStudies,
  shrink,
} from "../src/inference/index.js";
import { MEASURE } from "../test/support/municipalities.js";
import { madeOutcomes } from "../test/support/outcomes.js";

const CONDITIONS = [
  "age",
  "education",
  "families",
  "health",
  "housing",
  "industry",
  "migration",
  "unemployment",
];
const GROUPS = ["job-ready", "activity-ready", "education-ready", "sick", "rehabilitated"];
const DRAWS = 10_000;

const stream = fastStream("bench", "peers");
const rows = municipalities.map(({ name }) => ({
  municipality: name,
  covariates: Object.fromEntries(CONDITIONS.map((condition) => [condition, uniform(stream)])),
}));

/** From 50 to 1,500 citizens a group; a fifth of them to half have found a job. */
const figures: readonly CountRow[] = municipalities.flatMap(({ name }) =>
  GROUPS.map((group, at) => {
    const total = Math.round(50 * 30 ** uniform(stream));
    const events = Math.round(total * (0.2 + 0.05 * at + 0.1 * uniform(stream)));
    return { municipality: name, group, events, total, ...MEASURE };
  }),
);
const counts = GROUPS.map((group) =>
  figures
    .filter((row) => row.group === group)
    .map(({ municipality, events, total }) => ({ label: municipality, events, total })),
);
const outcomes = madeOutcomes({
  groups: GROUPS.flatMap((group) =>
    ["municipal", "supplier"].flatMap((arm) =>
      (["success", "failure"] as const).map((status) => ({ arm, status, count: 60, stratum: { group } })),
    ),
  ),
});

/** Milliseconds of processor time: the first run's, and the middle one of several further ones. */
function timed(times: number, run: () => void): { readonly first: number; readonly usual: number } {
  const [first = NaN, ...further] = Array.from({ length: times + 1 }, () => {
    const start = process.cpuUsage();
    run();
    return process.cpuUsage(start).user / 1000;
  });
  return { first, usual: further.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? NaN };
}

function tell(what: string, target: number | undefined, { first, usual }: ReturnType<typeof timed>): void {
  const asked = target === undefined ? "" : `, asked for is less than ${target} ms`;
  console.log(`${what}: ${usual.toFixed(1)} ms (the first time ${first.toFixed(1)} ms)${asked}`);
}

const least = timed(5, sortDraws);
const groups = timed(5, benchmarkGroups);
const peers = timed(15, findPeersOfAll);
tell("peers of all 98, by Mahalanobis", 50, peers);
console.log(
  `  as a multiple of sorting the distances: ${(peers.usual / timed(15, sortDistances).usual).toFixed(2)}`,
);
tell("98 municipalities by 5 groups", 1000, groups);
tell("  of it the draws of ranks", undefined, timed(5, rankGroups));
console.log(`  all, as a multiple of sorting as many numbers: ${(groups.usual / least.usual).toFixed(2)}`);
tell("two arms beside 97 municipalities by 5 groups", undefined, timed(3, benchmarkBothArms));

function findPeersOfAll(): void {
  for (const { name } of municipalities) findPeers(name, { by: "covariates", distance: "mahalanobis", rows });
}

function sortDistances(): void {
  const distances = new Float64Array(municipalities.length);
  for (let times = 0; times < municipalities.length * (1 + CONDITIONS.length); times++) {
    for (let at = 0; at < distances.length; at++) distances[at] = stream.next();
    distances.sort();
  }
}

function benchmarkGroups(): void {
  for (const group of counts) {
    const pooled = randomEffects(rateStudies(group), { method: "reml", adjustment: "hartung-knapp" });
    const scores = funnelScores({ counts: group });
    const limits = funnelLimits(
      { target: scores.target, totals: group.map(({ total }) => total) },
      { overdispersion: overdispersion(scores) },
    );
    const ranks = rankProbabilities(shrink(group).rates, { seed: "bench", times: DRAWS });
    if (pooled.tauSquared === null || limits.length === 0 || ranks.ranks.length === 0)
      throw new Error("nothing");
  }
}

function rankGroups(): void {
  for (const group of counts) rankProbabilities(shrink(group).rates, { seed: "bench", times: DRAWS });
}

function sortDraws(): void {
  const draw = new Float64Array(municipalities.length);
  for (let times = 0; times < GROUPS.length * DRAWS; times++) {
    for (let at = 0; at < draw.length; at++) draw[at] = stream.next();
    draw.sort();
  }
}

function benchmarkBothArms(): void {
  benchmarkArms(outcomes, figures, {
    municipality: "Fredericia",
    criterion: "job",
    measure: MEASURE,
    groups: GROUPS.map((group) => ({ name: group, group: { group } })),
  });
}
