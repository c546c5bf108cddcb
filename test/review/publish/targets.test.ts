import { expect, it } from "vitest";
import { writeText } from "../../../src/display/index.js";
import { targetBlocks } from "../../../src/effects/index.js";
import { countsOf, hide } from "../../../src/review/publish/index.js";
import { targetNumbers } from "../../../src/review/numbers/targets.js";
import { briefSection } from "../../../src/review/sections/brief.js";
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

it("says how many targets were agreed and which are withheld, never a wrong total", () => {
  const published = review.publish();
  const edition = { ...published, ...hide(review, new Set(ofFirst)) };
  const textOf = (language: "da" | "en"): string => writeText(briefSection(edition, language), { language });
  expect(textOf("da")).toContain("1 af 2 mål vises her: ");
  expect(textOf("da")).toContain("Mål 1 (1 af 2 aftalte) vises ikke i denne udgave");
  expect(textOf("en")).toContain("1 of 2 targets shown here: ");
  expect(textOf("en")).toContain("Target 1 (1 of 2 agreed) is not shown");
  const numbers = targetNumbers(edition);
  const valueOf = (id: string): unknown => numbers.find((number) => number.id === id)?.value;
  expect([valueOf("targets.all"), valueOf("targets.shown")]).toEqual([2, 1]);
});

it("says of targets that are all withheld that they are", () => {
  const all = countsOf(review).cells.flatMap(({ id }) => (id.includes("/target/") ? [id] : []));
  const edition = { ...review.publish(), ...hide(review, new Set(all)) };
  expect(edition.targets).toBeNull();
  const text = writeText(briefSection(edition, "da"), { language: "da" });
  expect(text).toContain("De aftalte mål vises ikke i denne udgave");
});
