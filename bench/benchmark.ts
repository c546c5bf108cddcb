// How long it takes to find comparable municipalities: `npm run bench:benchmark`. Each of the 98 by Mahalanobis' distance
// over eight conditions, with who stays when one of them is left out.
import { findPeers, municipalities } from "../src/benchmark/index.js";
import { fastStream, uniform } from "../src/core/index.js";

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
const stream = fastStream("bench", "peers");
const rows = municipalities.map(({ name }) => ({
  municipality: name,
  covariates: Object.fromEntries(CONDITIONS.map((condition) => [condition, uniform(stream)])),
}));

/** Milliseconds of the middle one of several runs; the first ones warm the engine up. */
function median(times: number, run: () => void): number {
  const taken = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? NaN;
}

const first = median(1, () => findPeersOfAll());
console.log(
  `peers of all 98, by Mahalanobis: ${median(15, findPeersOfAll).toFixed(1)} ms (the first time ${first.toFixed(1)} ms)`,
);

function findPeersOfAll(): void {
  for (const { name } of municipalities) findPeers(name, { by: "covariates", distance: "mahalanobis", rows });
}
