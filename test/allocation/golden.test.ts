import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import * as allocation from "../../src/allocation/index.js";
import { drawAll, drawGolden, type Golden } from "../support/golden.js";

// What a key draws is a promise, for ever: these files never change. examples/draw/recompute.py (Python's standard
// library, nothing of ours) draws all of them a second time, which test/examples/draw.test.ts runs; earlier programs
// of that kind gave the Merkle roots below. `npm run golden` makes ledgers of further designs.

const LEDGERS = path.join(import.meta.dirname, "../golden/ledgers");
const textOf = (name: string): string => readFileSync(path.join(LEDGERS, name), "utf8");
const goldenOf = (name: string): Golden => JSON.parse(textOf(`${name}.json`)) as Golden;
const names = readdirSync(LEDGERS)
  .filter((name) => name.endsWith(".json"))
  .map((name) => path.basename(name, ".json"));

describe.each(names)("golden ledger %s", (name) => {
  it("is what its key draws, byte for byte, and verifies with it", async () => {
    const { [name]: drawn } = await drawAll(allocation, { [name]: goldenOf(name) });
    expect(drawn?.text).toBe(textOf(`${name}.jsonl`));
    expect(drawn?.findings).toEqual([]);
  });
});

it("there is a golden ledger of every algorithm", () => {
  const openings = names.map((name) => drawGolden(allocation, goldenOf(name)).opening);
  expect([...new Set(openings.map(({ algorithm }) => algorithm))].toSorted()).toEqual([
    "alternation/1",
    "biased-coin/1",
    "big-stick/1",
    "complete-limited/1",
    "complete/1",
    "minimization/1",
    "permuted-block/1",
    "simple/1",
    "urn/1",
  ]);
});

it.each([
  ["complete-1", 20, "9775589e881f81565095a40adb1221e3e73954018f75465093dda56d774ce516"],
  ["alternation-1", 10, "d45f4d124e37fc84f84603d54ee086af10d30183225b62e940bfba2d64c0fe21"],
])("golden ledger %s has the published head", (name, size, root) => {
  const lines = allocation.parseLedger(textOf(`${name}.jsonl`), { name });
  const ledger = allocation.openLedger(goldenOf(name).protocol, lines);
  expect(ledger.head).toEqual({ size, chain: ledger.records.at(-1)?.digest, root });
});
