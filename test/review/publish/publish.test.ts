import { assert, integer, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { SUPPRESSED } from "../../../src/core/index.js";
import { attack, type PublishedCounts } from "../../../src/review/disclosure/index.js";
import { reviewBlocks } from "../../../src/review/document.js";
import type { EditionData, ReviewData } from "../../../src/review/index.js";
import { reviewFigures } from "../../../src/review/pictures.js";
import { countsOf, hide, publish } from "../../../src/review/publish/index.js";
import { summaryLines } from "../../../src/review/summary.js";
import { reviewTables } from "../../../src/review/tables.js";
import { errorOf } from "../../support/errors.js";
import { smallYear } from "../../support/smallYear.js";

/** Everything that is written of an edition. */
function writtenOf(data: EditionData): unknown {
  return {
    data: JSON.parse(JSON.stringify(data)) as unknown,
    blocks: reviewBlocks(data, "da"),
    figures: Object.entries(reviewFigures(data, "en")).map(([id, figure]) => [id, figure.toSVG()]),
    summary: summaryLines(data, "en"),
    tables: reviewTables(data),
  };
}

/** The same without what identifies the ledger: its published head tells nothing of anyone in it. */
function withoutHead(data: Omit<EditionData, "numbers">): unknown {
  const { root, chain } = data.draw.head;
  const text = JSON.stringify(writtenOf({ ...data, numbers: [] }))
    .replaceAll(root, "root")
    .replaceAll(chain, "chain");
  return JSON.parse(text) as unknown;
}

/** The data with another number wherever the edition hides one. */
function withOthers(given: unknown, edition: unknown, other: (given: number) => number): unknown {
  if (edition === SUPPRESSED) return typeof given === "number" ? other(given) : given;
  if (typeof given !== "object" || given === null || typeof edition !== "object" || edition === null)
    return given;
  const shown = edition as Readonly<Record<string, unknown>>;
  if (Array.isArray(given)) {
    const same = Array.isArray(edition) && edition.length === given.length;
    return same ? given.map((each, at) => withOthers(each, edition[at], other)) : given;
  }
  return Object.fromEntries(
    Object.entries(given).map(([name, part]) => [name, withOthers(part, shown[name], other)]),
  );
}

const year = smallYear("publish", [3, 6]);
const review = year.reviewOf(year.spells);
const published = review.publish();
const hidden = new Set(
  Object.entries(published.disclosure?.cells ?? {}).flatMap(([id, count]) =>
    count === SUPPRESSED ? [id] : [],
  ),
);

// What the readings of the criterion change.
const told = ({ specification }: ReviewData): unknown =>
  specification.specifications.map(({ flips }) => flips);

describe("a published edition", () => {
  it("hides some counts and shows others, which are the internal edition's", () => {
    const cells = published.disclosure?.cells ?? {};
    const counts = countsOf(review).cells;
    expect(hidden.size).toBeGreaterThan(0);
    expect(hidden.size).toBeLessThan(counts.length);
    for (const { id, count } of counts) expect([count, SUPPRESSED]).toContain(cells[id]);
  });

  it("lets nothing that depends on the citizens through where every count is hidden", () => {
    const another = smallYear("another", [4, 8]);
    const [one, other] = [review, another.reviewOf(another.spells)].map((each) =>
      withoutHead(hide(each, new Set(countsOf(each).cells.map(({ id }) => id)))),
    );
    expect(one).toEqual(other);
  });

  it("is written without looking at what it hides", () => {
    const before = hide(review, hidden);
    assert(
      // Numbers that are the same stay the same: that some are, is shown.
      property(integer({ min: 2, max: 1000 }), nat(1e6), (scale, shift) => {
        const changed = withOthers(review, before, (given) => scale * given + shift) as ReviewData;
        expect(hide(changed, hidden)).toEqual(before);
      }),
      { numRuns: 10 },
    );
  });

  // Spells of which another state changes hidden counts only: where successes went, and what a reading changes.
  it.each([
    [167, "ordinary-education"],
    [5, "wage-subsidy"],
  ])("is the same, byte for byte, if only hidden counts change: spell %i as %s", (place, state) => {
    const changed = year.reviewOf(
      year.spells.map((spell, at) => (at === place ? { ...spell, state } : spell)),
    );
    expect([countsOf(changed), told(changed)]).not.toEqual([countsOf(review), told(review)]);
    expect(JSON.stringify(writtenOf(publish(changed)))).toBe(JSON.stringify(writtenOf(published)));
  });

  it("says beside which earlier editions it was made, or beside none", () => {
    const { disclosure } = published;
    if (disclosure === undefined) throw new Error("a published edition tells its counts");
    const [later, earlier] = ["2006-08-31", "2006-05-31"].map((asOf) => ({ ...disclosure, asOf }));
    const beside = review.publish({ previous: [later, earlier].flatMap((each) => each ?? []) });
    expect([published.heldAgainst, beside.heldAgainst]).toEqual([[], ["2006-05-31", "2006-08-31"]]);
    expect(published.toText({ language: "en" })).toContain("held against no earlier edition");
    expect(beside.toText({ language: "da" })).toContain("pr. 31. maj 2006; 31. august 2006");
  });

  it("leaves nothing to work out, in any small competition", () => {
    assert(
      property(nat(1000), integer({ min: 1, max: 6 }), (seed, most) => {
        const { spells, reviewOf } = smallYear(`small ${seed}`, [1, most]);
        const { disclosure } = reviewOf(spells).publish();
        if (disclosure === undefined) throw new Error("a published edition tells its counts");
        expect(attack(disclosure)).toEqual([]);
        const counts = Object.values(disclosure.cells).filter((count) => count !== SUPPRESSED);
        expect(counts.filter((count) => count > 0 && count < 5)).toEqual([]);
      }),
      { numRuns: process.env["SIMULATION"] === "full" ? 200 : 2, seed: 8 },
    );
  });

  it("leaves nothing to work out by a row of editions of a small competition", () => {
    assert(
      property(nat(1000), integer({ min: 2, max: 6 }), (seed, most) => {
        const previous: PublishedCounts[] = [];
        for (const asOf of ["2006-01-31", "2006-06-30"]) {
          const { spells, reviewOf } = smallYear(`row ${seed}`, [1, most], asOf);
          const { disclosure } = reviewOf(spells).publish({ previous });
          if (disclosure === undefined) throw new Error("a published edition tells its counts");
          const isOpen = Object.values(disclosure.cells).some((count) => count !== SUPPRESSED);
          expect(isOpen ? attack(disclosure, previous) : []).toEqual([]);
          previous.push(disclosure);
        }
      }),
      { numRuns: process.env["SIMULATION"] === "full" ? 50 : 1, seed: 3 },
    );
  });

  it("has nothing in it of single citizens, files and ledger entries", () => {
    const text =
      JSON.stringify(published) + published.toHTML() + published.toText() + JSON.stringify(published.tables);
    for (const { citizen } of year.spells) expect(text).not.toContain(citizen);
    expect(published.statement?.items).toEqual([]);
    expect(published.statement?.unpaid).toEqual([]);
    expect(published.beside).toBeUndefined();
    expect(published.provenance.inputs).toEqual({
      sources: [{ name: "ledger.jsonl", digest: "0".repeat(64), rows: SUPPRESSED }],
    });
    expect(Object.keys(published.tables)).not.toContain("settlement");
  });

  it("is what the internal edition writes for that audience, and can't be turned back", () => {
    const audience = "published" as const;
    expect(review.toHTML({ audience, language: "da" })).toBe(published.toHTML({ language: "da" }));
    expect(review.toMarkdown({ audience })).toBe(published.toMarkdown());
    expect(review.summary({ audience })).toBe(published.summary());
    expect(published.audience).toBe("published");
    expect(published.toMarkdown({ language: "da" })).toContain("Udgave til offentliggørelse");
    expect(errorOf(() => published.toHTML({ audience: "internal" })).code).toBe("edition-unavailable");
  });

  it("tells nothing by what changed since the edition before, either", () => {
    const later = smallYear("publish", [3, 6], "2006-09-30");
    const earlier = smallYear("publish", [3, 6], "2006-06-30").reviewOf(year.spells).publish();
    const previous = earlier.disclosure;
    if (previous === undefined) throw new Error("a published edition tells its counts");
    const now = later.reviewOf(later.spells).publish({ previous }).disclosure;
    if (now === undefined) throw new Error("a published edition tells its counts");
    expect(attack(now, previous)).toEqual([]);
  });

  it("draws no conclusion where it rests on too few, and says so rather than that it is too early", () => {
    const tiny = smallYear("tiny", [1, 2]);
    const edition = tiny.reviewOf(tiny.spells).publish();
    expect(edition.summary()).toContain("Difference: hidden");
    const text = edition.toText();
    expect(text).toContain(
      "withheld in whole or in part to protect confidentiality, not because it is too early",
    );
    expect(text).not.toContain("provisional. They are not compared until");
    expect(Object.keys(edition.figures)).not.toContain("effect");
    expect(edition.withheld).toContain("readings");
  });
});
