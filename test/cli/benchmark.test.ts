import { writeFileSync } from "node:fs";
import { join } from "node:path";
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
    expect(header).toMatch(/^\uFEFFrow;name;group;events;total;rate;/);
    // Two arms, the municipality as a whole, seven municipalities and their cluster.
    expect(lines).toHaveLength(11);
    expect(lines[1]).toMatch(/^arm;supplier;;95;187;0,508/);
  });

  it("takes small municipalities together in an edition to publish", async () => {
    const folder = fredericiaFolder();
    const file = textOf(folder, "municipalities.csv").trimEnd().split("\n");
    const [header = "", first = ""] = file;
    const index = (name: string): number => header.split(";").indexOf(name);
    const small = [
      ["Fanø", 2, 30],
      ["Læsø", 3, 25],
      ["Samsø", 4, 40],
    ].map(([name, events, total]) => {
      const cells = first.trimEnd().split(";");
      cells[index("municipality")] = String(name);
      cells[index("events")] = String(events);
      cells[index("total")] = String(total);
      return cells.join(";");
    });
    writeFileSync(join(folder, "municipalities.csv"), [header, ...file.slice(1), ...small, ""].join("\n"));
    const ran = await benchmark(folder, "--audience", "published");
    expect(ran).toMatchObject({ status: 0 });
    expect(ran.out).toMatch(/Øvrige kommuner \(3\) er Fanø, Læsø og Samsø under ét/);
    expect(ran.out).not.toMatch(/^\W*Læsø/m);
    expect((await benchmark(folder)).out).toMatch(/^\W*Læsø/m);
  });

  it("doesn't write over what is there", async () => {
    const folder = fredericiaFolder();
    await benchmark(folder, "--out", "beside");
    const before = snapshot(folder);
    const again = await benchmark(folder, "--out", "beside", "--language", "en");
    expect(again).toMatchObject({ status: 2 });
    expect(again.err).toMatch(/--overwrite/);
    expect(snapshot(folder)).toEqual(before);
    expect(await benchmark(folder, "--out", "beside", "--language", "en", "--overwrite")).toMatchObject({
      status: 0,
    });
  });
});
