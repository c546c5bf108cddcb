import { expect, it } from "vitest";
import { writeText } from "../../../src/display/index.js";
import { targetBlocks } from "../../../src/effects/index.js";
import { countsOf, hide } from "../../../src/review/publish/index.js";
import { smallYear } from "../../support/smallYear.js";

const year = smallYear("targets", [4, 6]);
const review = year.reviewOf(year.spells);
const ofFirst = countsOf(review)
  .cells.map(({ id }) => id)
  .filter((id) => id.includes("/target/everyone/") && !id.includes("ageGroup"));

it("keeps a target's number where one before it is withheld", () => {
  expect(review.targets?.targets.map(({ number }) => number)).toEqual([1, 2]);
  expect(ofFirst.length).toBeGreaterThan(0);
  const edition = hide(review, new Set(ofFirst));
  expect(edition.targets?.targets.map(({ number, target }) => [number, target.group])).toEqual([
    [2, { ageGroup: "under-30" }],
  ]);
  if (edition.targets === null) throw new Error("one target is shown");
  expect(writeText(targetBlocks(edition.targets, "da"), { language: "da" })).toContain("Mål 2");
});
