import { describe, expect, it } from "vitest";
import { change, command, snapshot } from "../support/cli.js";
import { draw, folderWith, SHARED, verified, words } from "../support/weekly.js";

describe("a design that draws one at a time, within quotas", () => {
  it("draws a file in order of its dates, without the arm that is full, and refuses whom no arm has room for", async () => {
    const quotas = [
      { arm: "supplier", per: "iso-week", most: 1 },
      { arm: "municipal", per: "iso-week", most: 2 },
    ];
    const folder = await folderWith({
      design: { kind: "simple", weights: { municipal: 1, supplier: 9 } },
      quotas,
    });
    const drawn = await draw(folder, "2005-01-11", ["c1", "c2", "c3"]);
    expect(drawn.status).toBe(0);
    expect(drawn.out).toContain("drawn without");
    expect(await verified(folder)).toMatchObject({ status: 0, err: "" });
    change(folder, "more.csv", () => "citizen;referredOn\nc5;2005-01-18\nc4;2005-01-12\n");
    const before = snapshot(folder);
    const argv = words("allocate --referrals more.csv --key-file key.txt");
    const refused = await command(folder, ...argv, ...SHARED);
    expect(refused).toMatchObject({ status: 1, out: "" });
    expect(refused.err).toContain("more.csv, row 3: no room");
    expect(refused.err).toMatch(
      /There is room for \d citizens? before this row; nothing of the file was drawn\./,
    );
    expect(snapshot(folder)).toEqual(before);
  });
});
