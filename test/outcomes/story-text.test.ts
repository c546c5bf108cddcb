import { describe, expect, it } from "vitest";
import { explainOutcome, tellOutcome, type Anchor } from "../../src/outcomes/index.js";
import { STORY_WORDS } from "../../src/outcomes/story-words.js";
import {
  endedOn,
  outcomesFor,
  selfSupport,
  TWENTY_WEEKS,
  withoutSupport,
  type Story,
} from "../support/lives/world.js";

const told = (story: Story, criterion: string, language?: "da" | "en", anchor: Anchor = "contract") =>
  tellOutcome(
    explainOutcome(outcomesFor(story), "p1", criterion, anchor),
    language === undefined ? {} : { language },
  );

const broken = endedOn(
  "2005-03-31",
  ["cash-assistance", "2005-05-12", "2005-05-20"],
  ["cash-assistance", "2005-07-01", "2005-07-02"],
);

describe("tellOutcome", () => {
  it("tells the months of the window and the day that broke one", () => {
    const lines = told(broken, withoutSupport.id);
    expect(lines.slice(2)).toEqual([
      "Measured by the contract, from 1 April 2005 to 30 September 2005.",
      "2005-04 counts. 2005-05 is broken on 12 May 2005 (cash assistance). 2005-06 counts. 2005-07 is broken on 1 July 2005 (cash assistance). 2005-08 counts. 2005-09 counts.",
      "No success, certain on 1 July 2005: what is missing can't be reached any more.",
    ]);
  });

  it("tells it in Danish", () => {
    const lines = told(broken, withoutSupport.id, "da");
    expect(lines[0]).toMatch(/^p1, .+: visiteret .+; forløb .*31\. marts 2005\.$/);
    expect(lines.at(-1)).toBe(
      "Ikke succes, sikkert fra 1. juli 2005: det, der mangler, kan ikke længere nås.",
    );
  });

  it("tells of spells what they would have had to be", () => {
    const story: Story = {
      criterion: selfSupport,
      terms: TWENTY_WEEKS,
      asOf: "2006-09-30",
      spells: [
        ["fleksjob", "2005-03-01", "2005-05-15"],
        ["ordinary-work", "2005-06-01"],
      ],
    };
    const lines = told(story, selfSupport.id);
    expect(lines).toContain(
      "From 1 March 2005 to 15 May 2005: begun in time but not long enough; it had to last to 30 June 2005.",
    );
    expect(lines.some((line) => line.startsWith("From 1 June 2005") && line.includes("begun too late"))).toBe(
      true,
    );
  });

  it("says that nothing is measured yet while the course runs", () => {
    const running: Story = { ...endedOn("2005-03-31"), asOf: "2005-02-28" };
    const lines = told(running, withoutSupport.id);
    expect(lines).toContain("Measured by the contract: the window isn't open yet.");
    expect(lines.at(-1)).toBe("Not decided yet: the course isn't over.");
  });

  it("doesn't say that a course never started of which nobody reported anything", () => {
    const { course: _, ...unreported } = { ...endedOn("2005-03-31"), asOf: "2006-09-30" };
    const lines = told(unreported, withoutSupport.id);
    expect(lines[0]).toMatch(/; no course was reported\.$/);
    expect(lines.at(-1)).toMatch(/: no course was reported, which counts as never started\.$/);
    const said = told({ ...unreported, course: { endReason: "never-started" } }, withoutSupport.id, "da");
    expect(said.at(-1)).toMatch(/: forløbet blev aldrig påbegyndt\.$/);
  });

  it("has a word for every reason in both languages", () => {
    expect(Object.keys(STORY_WORDS.da.reasons)).toEqual(Object.keys(STORY_WORDS.en.reasons));
  });
});
