import { describe, expect, it } from "vitest";
import { change, command, fredericiaFolder } from "../support/cli.js";

const DRAW =
  "allocate --protocol protocol.json --referrals referrals.csv --ledger own.jsonl --key-file key.txt";

describe("referrals without what the draw is stratified by", () => {
  it("are one issue, of the header, that names the column", async () => {
    const folder = fredericiaFolder();
    change(folder, "referrals.csv", (text) => text.replace("ageGroup", "aldersgruppe"));
    const { status, err } = await command(folder, ...DRAW.split(" "));
    expect(status).toBe(1);
    expect(err).toContain("row 1");
    expect(err).toContain("ageGroup");
    expect(err).toContain("--columns referrals.ageGroup=…");
    expect(err).not.toContain("row 2");
  });
});
