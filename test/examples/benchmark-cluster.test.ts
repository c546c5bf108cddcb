import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { besideCluster, listOf2018, main } from "../../examples/benchmark-cluster.js";
import { temporaryFolder } from "../support/folder.js";

const DATA = path.join(import.meta.dirname, "../../examples/fredericia");

it("says where the units lie in the cluster, with seven figures of simulation", async () => {
  const benchmark = await besideCluster(DATA);
  expect(benchmark.positions).toEqual([
    { arm: "municipal", code: "within-cluster" },
    { arm: "supplier", code: "above-cluster" },
  ]);
  expect(benchmark.peers).toHaveLength(7);
  expect(benchmark.sources).toEqual(["simulation"]);
  expect(benchmark.choice).toMatchObject({ method: "given-cluster", period: "2007", considered: 7 });
  expect(benchmark.notices.map(({ code }) => code)).not.toContain("peers-not-as-planned");
});

it("writes every figure in both languages and speaks of probability alone", async () => {
  const out = temporaryFolder();
  const said = await main(DATA, out);
  expect(readdirSync(out).toSorted()).toEqual(
    ["cluster", "funnel", "ranks"].flatMap((name) => [`${name}-da.svg`, `${name}-en.svg`]),
  );
  expect(readFileSync(path.join(out, "funnel-da.svg"), "utf8")).toContain("Svendborg");
  expect(said).toMatch(/Tallene gør det sandsynligt, at Leverandøren ligger over/);
  expect(said).toMatch(/Gladsaxe/);
});

it("holds Gladsaxe's real figures of 2018 as published: 420 fewer than expected", () => {
  const gladsaxe = listOf2018().figures.find(({ municipality }) => municipality === "Gladsaxe");
  expect(gladsaxe?.persons).toEqual({ expected: 3400, actual: 2980, difference: -420 });
  expect(gladsaxe?.ratio).toBeCloseTo(2980 / 3400, 14);
});
