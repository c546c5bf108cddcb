import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { command, fredericiaFolder, snapshot, textOf } from "../support/cli.js";
import { temporaryFolder } from "../support/folder.js";

const COMMITTED = path.join(import.meta.dirname, "../../examples/fredericia");

describe("the bundled competition", () => {
  it("is what its seed gives, byte for byte", async () => {
    const folder = temporaryFolder();
    expect(await command(folder, "example", "--out", "again")).toMatchObject({ status: 0, out: "" });
    const again = snapshot(path.join(folder, "again"));
    expect(Object.keys(again)).toEqual(readdirSync(COMMITTED).toSorted());
    expect(again).toEqual(snapshot(COMMITTED));
  });

  it("takes nobody's files away", async () => {
    const folder = fredericiaFolder();
    const before = snapshot(folder);
    expect(await command(folder, "example", "--out", ".")).toMatchObject({
      status: 2,
      err: expect.stringContaining("protocol.json: file exists") as string,
    });
    expect(snapshot(folder)).toEqual(before);
    expect(await command(folder, "example", "--out", ".", "--overwrite")).toMatchObject({ status: 0 });
    expect(snapshot(folder)).toEqual(before);
  });

  it("is a year of about 400 citizens in 40 weeks with all that happens to people", () => {
    const folder = fredericiaFolder();
    const rowsOf = (name: string): string[][] =>
      textOf(folder, name)
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((line) => line.split(";"));
    const lines = textOf(folder, "ledger.jsonl").trimEnd().split("\n");
    const batches = lines.flatMap((line) => /"type":"roster"/.exec(line)?.[0] ?? []);
    expect(batches).toHaveLength(40);
    const referrals = rowsOf("referrals.csv").map(([citizen]) => citizen);
    const citizens = new Set(referrals).size;
    expect(citizens).toBeGreaterThan(380);
    expect(citizens).toBeLessThan(420);
    expect(referrals.length).toBeGreaterThan(citizens); // some are referred again
    const reasons = new Set(rowsOf("courses.csv").map((cells) => cells[5]));
    for (const reason of ["work", "education", "period-ended", "returned", "withdrawn", "never-started"]) {
      expect(reasons).toContain(reason);
    }
    const states = new Set(rowsOf("spells.csv").map((cells) => cells[1]));
    for (const state of ["ordinary-work", "moved", "emigrated", "disability-pension", "wage-subsidy"]) {
      expect(states).toContain(state);
    }
    expect(textOf(folder, "README.md")).toContain("No citizen in these files exists");
    expect(textOf(folder, "municipalities.csv")).toContain(";simulation\n");
  });
});
