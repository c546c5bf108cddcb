import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { command, EVALUATION, fredericiaFolder } from "../support/cli.js";

it("names earlier edition and theme in the command that repeats a review, with their fingerprints", async () => {
  const folder = fredericiaFolder();
  writeFileSync(path.join(folder, "theme.json"), JSON.stringify({ name: "Fredericia Kommune" }));
  const published = ["--audience", "published", "--out"];
  const earlier = EVALUATION.map((each) => (each === "2006-09-30" ? "2006-06-30" : each));
  expect((await command(folder, "review", ...earlier, ...published, "june")).status).toBe(0);
  const previous = path.join("june", "review.json");
  const options = [...EVALUATION, "--previous", previous, "--theme", "theme.json", ...published];
  expect((await command(folder, "review", ...options, "autumn")).status).toBe(0);
  const written = JSON.parse(readFileSync(path.join(folder, "autumn", "review.json"), "utf8")) as {
    readonly command: readonly string[];
    readonly provenance: { readonly inputs: { readonly sources: readonly object[] } };
  };
  expect(written.command).toEqual(expect.arrayContaining(["--previous", previous, "--theme", "theme.json"]));
  const digests = [previous, "theme.json"].map((name) => ({
    name,
    digest: createHash("sha256")
      .update(readFileSync(path.join(folder, name)))
      .digest("hex"),
  }));
  for (const each of digests) {
    expect(written.provenance.inputs.sources).toContainEqual(expect.objectContaining(each));
  }
});

it("counts the last of several days, as where a script is given one more, and says so", async () => {
  const folder = fredericiaFolder();
  const ran = await command(folder, "review", ...EVALUATION, "--as-of=2005-12-31", "--out", "early");
  expect(ran.status).toBe(0);
  expect(ran.err).toContain("note: --as-of was given 2 times; 2005-12-31 counts, not 2006-09-30\n");
  expect(ran.out).toContain("for tidligt");
  const { beside } = JSON.parse(readFileSync(path.join(folder, "early", "review.json"), "utf8")) as {
    readonly beside: { readonly command: readonly string[] };
  };
  expect(beside.command.filter((each) => each === "--as-of")).toHaveLength(1);
  expect(beside.command).toContain("2005-12-31");
});
