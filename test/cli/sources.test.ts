import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { command, EVALUATION, fredericiaFolder } from "../support/cli.js";

/** The bundled year with a file that says what its registers cover. */
function folderWith(sources: unknown): string {
  const folder = fredericiaFolder();
  const text = typeof sources === "string" ? sources : JSON.stringify(sources);
  writeFileSync(path.join(folder, "sources.json"), text);
  return folder;
}

const run = (sources: unknown) =>
  command(folderWith(sources), "outcomes", ...EVALUATION, "--sources", "sources.json", "--json");

interface Row {
  readonly criterion: string;
  readonly status: string;
}
const decided = (out: string, criterion: string): number =>
  (JSON.parse(out) as Row[]).filter(
    (row) => row.criterion === criterion && (row.status === "success" || row.status === "failure"),
  ).length;

const work = { name: "eIndkomst", having: ["ordinary-employment"], observedUntil: "2005-12-31" };

describe("--sources", () => {
  it("measures what a register tells of as of its own end, and the others as before", async () => {
    const whole = await run({});
    const earlier = await run({ sources: [work] });
    expect([whole.status, earlier.status]).toEqual([0, 0]);
    const durable = "durable-15-months";
    expect(decided(earlier.out, durable)).toBeLessThan(decided(whole.out, durable));
    const support = "without-support-6-months"; // asks for no work
    expect(decided(earlier.out, support)).toBe(decided(whole.out, support));
  });

  it("says which state stays where some exclude each other", async () => {
    const overlap = "two states hold on one day for 11 citizens: part-time-work + cash-assistance";
    expect((await run({})).err).toContain(overlap);
    const { status, err } = await run({ priorities: [["part-time-work", "cash-assistance"]] });
    expect(status).toBe(0);
    expect(err).not.toContain(overlap);
  });

  it.each([
    ["no JSON", "{", "JSON object"],
    ["another key", { source: [] }, "one of observedFrom, sources, priorities"],
    ["an unknown state", { sources: [{ ...work, states: ["work"] }] }, "work"],
  ])("refuses %s in words", async (_what, sources, expected) => {
    const { status, err, out } = await run(sources);
    expect({ status, out }).toEqual({ status: 1, out: "" });
    expect(err).toContain(expected);
  });
});
