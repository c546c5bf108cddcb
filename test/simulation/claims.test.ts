import { expect, it } from "vitest";
import { reconcileClaims, type ReconciliationStatus } from "../../src/settlement/index.js";
import { replicates } from "../support/simulation.js";
import { bonus, madeStatement } from "../support/statements.js";

const COUNT = replicates(4_000, 100_000);

const counted = (citizens: readonly string[]): readonly (readonly [ReconciliationStatus, number])[] => {
  const lines = [...new Set(citizens)].filter((_, index) => index % 2 === 0).map((citizen) => bonus(citizen));
  const claims = citizens.map((citizen) => ({ citizen, item: "bonus", date: "2005-09-30", amount: 500_000 }));
  const { statuses } = reconcileClaims(madeStatement(lines), claims);
  return statuses.filter(({ entries }) => entries > 0).map(({ status, entries }) => [status, entries]);
};

it("reconciles very many claims of as many citizens", () => {
  expect(counted(Array.from({ length: COUNT }, (_, index) => `c${index}`))).toEqual([
    ["agreed", COUNT / 2],
    ["unknown-citizen", COUNT / 2],
  ]);
});

it("reconciles very many claims of one citizen", () => {
  expect(counted(Array.from({ length: COUNT }, () => "c1"))).toEqual([
    ["agreed", 1],
    ["claimed-twice", COUNT - 1],
  ]);
});
