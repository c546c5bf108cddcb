import { expect, it } from "vitest";
import { escapedJson } from "../../src/display/index.js";
import { composeReview } from "../../src/review/index.js";
import { jsonText } from "../../src/cli/output.js";
import { reviewedYear } from "../support/reviewedYear.js";

const TURNING = "Lever\u202Eandøren";

it("prints no character of a name that would turn the terminal's reading direction", async () => {
  const { protocol, outcomes } = await reviewedYear("2006-09-30", (document) => ({
    ...document,
    arms: document.arms.map((arm) => (arm.id === "supplier" ? { ...arm, name: TURNING } : arm)),
  }));
  const review = composeReview({ protocol, outcomes });
  const summary = review.summary({ language: "da" });
  expect(summary).not.toContain("\u202E");
  expect(summary).toContain("Lever\uFFFDandøren eller");
  const json = jsonText(review);
  expect(json).not.toContain("\u202E");
  expect((JSON.parse(json) as typeof review).arms[1]?.name).toBe(TURNING);
});

it("escapes only what acts in a JSON text", () => {
  expect(escapedJson(JSON.stringify("æøå\n\u2066x"))).toBe(String.raw`"æøå\n\u2066x"`);
  expect(escapedJson(JSON.stringify({ a: "\u0085" }, null, 2))).toBe('{\n  "a": "\\u0085"\n}');
});
