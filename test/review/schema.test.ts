import { describe, expect, it } from "vitest";
import { z } from "zod";
import { reviewSchema } from "../../src/review/index.js";
import { reviewedYear } from "../support/reviewedYear.js";

const { review } = await reviewedYear("2006-09-30", (document) => ({
  ...document,
  targets: [{ criterion: "without-support-6-months", share: 0.5 }],
}));
const early = (await reviewedYear("2005-12-31")).review;

const schema = z.fromJSONSchema(reviewSchema());

function plain(value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}

/** Where a value doesn't fit, and why. */
function faults(value: unknown): readonly string[] {
  return (schema.safeParse(value).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );
}

describe("reviewSchema", () => {
  it.each([
    ["a review", review],
    ["one that is too early", early],
    ["its published edition", review.publish()],
    ["the published edition of the early one", early.publish()],
  ])("holds for %s", (_what, each) => {
    expect(faults(plain(each))).toEqual([]);
  });

  it("names every part that a review has", () => {
    const named = Object.keys(reviewSchema()["properties"] as Record<string, unknown>);
    for (const each of [review, early, review.publish()]) {
      expect(Object.keys(plain(each)).filter((part) => !named.includes(part))).toEqual([]);
    }
  });

  it.each([
    ["a missing part", (json: Record<string, unknown>) => delete json["effects"]],
    ["a date in words", (json: Record<string, unknown>) => (json["asOf"] = "30. september 2006")],
    [
      "a count below 0",
      (json: Record<string, unknown>) => (json["flow"] = { ...plain(review.flow), citizens: -1 }),
    ],
    [
      "a count that is a word",
      (json: Record<string, unknown>) => (json["flow"] = { ...plain(review.flow), citizens: "some" }),
    ],
    [
      "a verdict that there isn't",
      (json: Record<string, unknown>) => {
        const [first] = json["effects"] as { verdicts: { code: string }[] }[];
        if (first?.verdicts[0] !== undefined) first.verdicts[0].code = "no-difference";
      },
    ],
  ])("refuses %s", (_what, change) => {
    const json = plain(review);
    change(json);
    expect(faults(json)).not.toEqual([]);
  });
});
