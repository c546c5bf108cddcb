import { describe, expect, it } from "vitest";
import { command, EVALUATION, fredericiaFolder, snapshot, textOf, type Ran } from "../support/cli.js";

function benchmark(folder: string, ...argv: readonly string[]): Promise<Ran> {
  return command(folder, "benchmark", ...EVALUATION, "--municipalities", "municipalities.csv", ...argv);
}

describe("benchmark", () => {
  it("says where the arms lie, and writes its figures and rows", async () => {
    const folder = fredericiaFolder();
    const ran = await benchmark(folder, "--out", "beside");
    expect(ran).toMatchObject({ status: 0 });
    expect(ran.out).toMatch(/Leverandøren ligger over sammenligningskommunerne/);
    for (const name of ["cluster", "funnel", "ranks"]) {
      expect(textOf(folder, `beside/${name}.svg`)).toMatch(/^<svg[^]*Fredericia[^]*<\/svg>\n?$/);
    }
    const [header = "", ...lines] = textOf(folder, "beside/benchmark.csv").trimEnd().split("\n");
    expect(header).toMatch(/^row;name;group;events;total;rate;/);
    // Two arms, the municipality as a whole, seven municipalities and their cluster.
    expect(lines).toHaveLength(11);
    expect(lines[1]).toMatch(/^arm;supplier;;95;187;0,508/);
  });

  it("doesn't write over what is there", async () => {
    const folder = fredericiaFolder();
    await benchmark(folder, "--out", "beside");
    const before = snapshot(folder);
    const again = await benchmark(folder, "--out", "beside", "--language", "en");
    expect(again).toMatchObject({ status: 1 });
    expect(again.err).toMatch(/--overwrite/);
    expect(snapshot(folder)).toEqual(before);
    expect(await benchmark(folder, "--out", "beside", "--language", "en", "--overwrite")).toMatchObject({
      status: 0,
    });
  });
});
