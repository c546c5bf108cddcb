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
    expect(status).toBe(1);
    expect(err).toContain("unknown subgroup");
    expect(err).toContain("Did you mean ageGroup?");
    expect(textOf(folder, "referrals.csv")).toContain("ageGroup");
  });
});
