import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { main, protocol, reviewOdense } from "../../examples/odense.js";
import { checkDisclosure } from "../../src/review/index.js";
import { temporaryFolder } from "../support/folder.js";

it("agrees on what the tender leaves open, and keeps what it says", () => {
  expect(protocol.targets?.map(({ group, share }) => [group?.["match"], share])).toEqual([
    ["1", 0.9],
    ["2", 0.75],
    ["3", 0.5],
    ["4", 0.3],
    ["5", 0.15],
  ]);
  expect(protocol.course.lengths).toEqual([{ length: { weeks: 13 } }]);
});

it("reviews targets by match group, prices, claims, reports and ratings", async () => {
  const { targets, costs, beside, simulated, deviations, benchmark } = await reviewOdense();
  expect({ simulated, deviations }).toEqual({ simulated: true, deviations: [] });
  expect(targets?.targets).toHaveLength(5);
  expect(
    new Set(targets?.targets.flatMap(({ rates }) => rates.map(({ standing }) => standing))).size,
  ).toBeGreaterThan(1);
  expect(costs?.arms.map(({ arm }) => arm)).toEqual(["municipal", "supplier"]);
  expect(beside.ratings?.arms.map(({ complaints }) => complaints)).toEqual([1, 1]);
  const statuses = beside.claims?.statuses.filter(({ entries }) => entries > 0);
  expect(statuses?.map(({ status }) => status)).toEqual(["agreed", "not-owed", "not-claimed"]);
  expect(beside.reported?.criteria[0]).toMatchObject({ arm: "supplier", failure: 2, notReported: 1 });
  expect(benchmark?.peers).toHaveLength(7);
});

it("writes both editions, of which the published tells nothing of few", async () => {
  const out = temporaryFolder();
  const said = await main(out);
  expect(said).toContain("(Simulerede tal.)");
  const textOf = (name: string): string => readFileSync(path.join(out, name), "utf8");
  expect(textOf("intern.html")).toContain("Må ikke offentliggøres");
  expect(textOf("offentlig.html")).toContain("Udgave til offentliggørelse");
  expect(checkDisclosure(JSON.parse(textOf("offentlig.json"))).findings).toEqual([]);
});
