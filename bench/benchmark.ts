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

/** Milliseconds of processor time of the middle one of several runs. */
function median(times: number, run: () => void): number {
  const taken = Array.from({ length: times }, () => {
    const start = process.cpuUsage();
    run();
    return process.cpuUsage(start).user / 1000;
  });
  return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? NaN;
}

const first = median(1, findPeersOfAll);
const usual = median(15, findPeersOfAll);
console.log(
  `peers of all 98, by Mahalanobis: ${usual.toFixed(1)} ms (the first time ${first.toFixed(1)} ms) of the processor`,
);

function findPeersOfAll(): void {
  for (const { name } of municipalities) findPeers(name, { by: "covariates", distance: "mahalanobis", rows });
}
