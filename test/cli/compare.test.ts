import { describe, expect, it } from "vitest";
import { change, command, EVALUATION, fredericiaFolder, textOf } from "../support/cli.js";

describe("compare", () => {
  it("takes what the referrals tell of the time before the draw, and subgroups of it", async () => {
    const folder = fredericiaFolder();
    change(folder, "referrals.csv", (text) =>
      text
        .trimEnd()
        .split("\n")
        .map(
          (line, index) =>
            `${line};${index === 0 ? "education;children" : `${index % 3 ? "none" : "some"};${index % 4}`}`,
        )
        .join("\n"),
    );
    const options = ["--referrals", "referrals.csv", "--subgroup", "education", "--language", "en"];
    const { status, out } = await command(folder, "compare", ...EVALUATION, ...options);
    expect(status).toBe(0);
    expect(out).toContain("education: none");
    expect(out).not.toContain("targets"); // its protocol sets none
    expect(out).toContain("they were chosen afterwards");
    expect(out).toMatch(/\n *children +1\.\d +1\.\d /);
  });

  it("replays a draw that has no exact test as often as it is told", async () => {
    const folder = fredericiaFolder();
    const { err, status } = await command(folder, "compare", ...EVALUATION, "--replays", "0");
    expect(status).toBe(2);
    expect(err).toContain("Expected a whole number from 1.");
  });

  it("names a subgroup that nothing is known of", async () => {
    const folder = fredericiaFolder();
    const { err, status } = await command(folder, "compare", ...EVALUATION, "--subgroup", "agegroup");
    expect(status).toBe(2);
    expect(err).toContain("--subgroup: impossible option");
    expect(err).toContain("Did you mean ageGroup?");
    expect(textOf(folder, "referrals.csv")).toContain("ageGroup");
  });

  it("holds the arms against the protocol's targets too, where it has some", async () => {
    const folder = fredericiaFolder();
    change(folder, "protocol.json", (text) => {
      const protocol = JSON.parse(text) as Record<string, unknown>;
      const targets = [{ criterion: "without-support-6-months", group: { ageGroup: "over-30" }, share: 0.5 }];
      return JSON.stringify({ ...protocol, targets });
    });
    const draw = "--protocol protocol.json --referrals referrals.csv --key-file key.txt --date 2005-12-31";
    expect((await command(folder, "allocate", ...draw.split(" "), "--ledger", "own.jsonl")).status).toBe(0);
    const files = EVALUATION.map((word) => (word === "ledger.jsonl" ? "own.jsonl" : word));
    const { out } = await command(folder, "compare", ...files, "--language", "en");
    expect(out).toContain("Rates against targets, measured from the referral");
    expect(out).toContain("[ageGroup: over-30]");
    const json = JSON.parse((await command(folder, "compare", ...files, "--json")).out) as object;
    expect(json).toMatchObject({ kind: "effect", targets: { kind: "targets", level: 0.95 } });
  });
});
