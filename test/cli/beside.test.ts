import { expect, it } from "vitest";
import { change, command, EVALUATION, fredericiaFolder, textOf } from "../support/cli.js";

it("review takes satisfaction and claims, lists their files and gives the command without places and keys", async () => {
  const folder = fredericiaFolder();
  change(folder, "ratings.csv", () =>
    ["borger;enhed;art;værdi;dato;spurgtAf", ";supplier;tilfredshed;4;01-12-2005;Leverandøren"].join("\n"),
  );
  change(folder, "claims.csv", () => "citizen;item;date;amount\n;bonus;2005-12-01;5000\n");
  const { status, err } = await command(
    folder,
    "review",
    ...EVALUATION,
    "--observed-until",
    "2006-09-30",
    "--key-file",
    "key.txt",
    "--ratings",
    "ratings.csv",
    "--claims",
    "claims.csv",
    "--language",
    "da",
    "--out",
    "review",
  );
  expect(err).not.toContain("error:");
  expect(status).toBe(0);
  const markdown = textOf(folder, "review/review.md");
  for (const heading of ["Tilfredshed og klager", "Leverandørens egne krav ved siden af registeret"]) {
    expect(markdown).toContain(`### ${heading}`);
  }
  expect(markdown).toMatch(/\| ratings\.csv \| 1 \| [0-9a-f]{64} \|/);
  expect(markdown).toMatch(/\| claims\.csv \| 1 \| [0-9a-f]{64} \|/);
  expect(markdown).toMatch(/^konkurrencemodel review --protocol protocol\.json .* --key-file … --ratings/m);
  expect(markdown).not.toContain("key.txt");
});
