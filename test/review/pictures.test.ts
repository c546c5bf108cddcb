import { describe, expect, it } from "vitest";
import type { Language, Picture } from "../../src/display/index.js";
import type { PublishableEffect } from "../../src/effects/index.js";
import { effectPicture, sensitivityPicture, subgroupPicture } from "../../src/review/pictures.js";
import { primaryEffect } from "../../src/review/read.js";
import type { EditionData } from "../../src/review/types.js";
import { reviewedYear } from "../support/reviewedYear.js";
import { elementsOf, ownText, parseXml } from "../support/xml.js";

const { review } = await reviewedYear("2006-09-30");
const given = primaryEffect(review as EditionData);
if (given === undefined) throw new Error("the year has an effect");
const effect: PublishableEffect = given;

type Draw = (of: PublishableEffect, language: Language) => Picture;

/** How many dashed lines a picture has, and what it says of them, drawn, described and below. */
function marginOf(draw: Draw, margin: number | null, language: Language = "da"): readonly [number, string] {
  const { svg, narrow = "", caption } = draw({ ...effect, margin }, language);
  const elements = [svg, narrow].flatMap((each) => elementsOf(parseXml(each)));
  const said = elements.filter(({ name }) => name === "text" || name === "desc").map(ownText);
  return [
    elements.filter(({ attributes }) => attributes["stroke-dasharray"] !== undefined).length,
    [...said.filter((text) => text.includes(language === "da" ? "margen" : "margin")), caption].join("\n"),
  ];
}

describe("the agreed margin in a figure of differences", () => {
  it.each([effectPicture, sensitivityPicture])(
    "is a line with its name, where one was agreed (%o)",
    (draw) => {
      const [lines, said] = marginOf(draw, 0.05);
      expect(lines).toBeGreaterThanOrEqual(2); // one in each size
      expect(said).toContain("stiplet linje: aftalt margen −5,0");
      expect(said).toContain("aftalt margen: −5,0.");
      expect(said).toContain("Den stiplede linje er den aftalte margen");
      expect(marginOf(draw, 0.05, "en")[1]).toContain("dashed line: agreed margin −5.0");
    },
  );

  it.each([effectPicture, sensitivityPicture])("isn't there where none was (%o)", (draw) => {
    const [lines, said] = marginOf(draw, null);
    expect(lines).toBe(0);
    expect(said).not.toContain("margen");
  });

  it("isn't there for subgroups, which have no verdict", () => {
    expect(marginOf(subgroupPicture, 0.05)[0]).toBe(0);
  });
});
