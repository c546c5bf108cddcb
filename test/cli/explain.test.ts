import { describe, expect, it } from "vitest";
import { command, EVALUATION, fredericiaFolder, textOf } from "../support/cli.js";

/** The bundled year, and somebody in it. */
function year(): { folder: string; citizen: string } {
  const folder = fredericiaFolder();
  const [, line = ""] = textOf(folder, "courses.csv").split("\n");
  return { folder, citizen: line.split(";")[0] ?? "" };
}

describe("outcomes --explain", () => {
  it("tells how one citizen's outcomes came about, by each criterion and anchor", async () => {
    const { folder, citizen } = year();
    const { status, out } = await command(folder, "outcomes", ...EVALUATION, "--explain", citizen);
    expect(status).toBe(0);
    expect(out.match(new RegExp(`^${citizen}, `, "gm"))).toHaveLength(6);
    expect(out).toContain("Målt efter kontrakten");
    expect(out).toContain("Målt fra visiteringen");
  });

  it("gives the same as data", async () => {
    const { folder, citizen } = year();
    const { out } = await command(folder, "outcomes", ...EVALUATION, "--explain", citizen, "--json");
    const stories = JSON.parse(out) as { outcome: { citizen: string } }[];
    expect(stories.map(({ outcome }) => outcome.citizen)).toEqual(Array.from({ length: 6 }, () => citizen));
  });

  it("refuses somebody whom the ledger doesn't know", async () => {
    const { status, err } = await command(year().folder, "outcomes", ...EVALUATION, "--explain", "nobody");
    expect(status).toBe(2);
    expect(err).toContain(
      '--explain: impossible option; received "nobody"; expected a citizen who was referred by the day of the outcomes',
    );
  });
});
