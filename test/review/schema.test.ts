import { describe, expect, it } from "vitest";
import { z } from "zod";
import { reviewSchema } from "../../src/review/index.js";
import { CASE_NAMES, reviewedCase } from "../support/cases/index.js";
import { misfits, requiringIn } from "../support/jsonSchema.js";
import { reviewedYear } from "../support/reviewedYear.js";
import { wholeReview } from "../support/wholeReview.js";

const whole = await wholeReview();
const early = (await reviewedYear("2005-12-31")).review;
const schema = reviewSchema();
const REVIEWS = [
  ["a review with everything", plain(whole)],
  ["one that is too early", plain(early)],
  ["its published edition", plain(whole.publish())],
  ["the published edition of the early one", plain(early.publish())],
] as const;

const ONLY_PUBLISHED = ["sampleRatio", "ratings", "comparedIn", "heldAgainst", "command", "withheld"].concat(
  "disclosure",
);

/** The same with at most three of each list, which is enough to see what is missed. */
const SHORT = REVIEWS.map(([what, json]) => [what, shortened(json) as Record<string, unknown>] as const);

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 3).map(shortened);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, shortened(each)]));
}

function plain(value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}

/** Where a value doesn't fit, and why, as another program finds. */
function faults(value: unknown): readonly string[] {
  return (z.fromJSONSchema(schema).safeParse(value).error?.issues ?? []).map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );
}

describe("reviewSchema", () => {
  it.each(REVIEWS)("holds for %s", (_what, json) => {
    expect(misfits(schema, json)).toEqual([]);
    expect(faults(json)).toEqual([]);
  });

  it.each(SHORT)("misses each member that has to be there, of %s", (_what, json) => {
    expect(misfits(schema, json)).toEqual([]);
    const places = requiringIn(schema, json);
    expect(places.length).toBeGreaterThan(25);
    const unnoticed = places.flatMap(({ path, object, required }) =>
      required
        .filter((name) => {
          const kept = object[name];
          delete object[name];
          const noticed = misfits(schema, json).length > 0;
          object[name] = kept;
          return !noticed;
        })
        .map((name) => `${path}.${name}`),
    );
    expect(unnoticed).toEqual([]);
  });

  it.each(SHORT)("knows every member of %s, and refuses others", (_what, json) => {
    const open =
      /^\$(\.criteria\[\]|.*\.(notices|findings|sums)\[\]|.*\.(rate|difference)\.counts\.\w+|\.openPoints\[\])$/;
    const places = requiringIn(schema, json).filter(({ path, object }) => {
      const isOfAKind = object["kind"] === "estimate" || object["kind"] === "test";
      return !open.test(path) && !isOfAKind;
    });
    const unnoticed = places.flatMap(({ path, object }) => {
      object["stranger"] = 1;
      const noticed = misfits(schema, json).length > 0;
      delete object["stranger"];
      return noticed ? [] : [path];
    });
    expect(unnoticed).toEqual([]);
  });

  it.each(REVIEWS)("asks of %s what only its edition has, and nothing of the other", (_what, json) => {
    const own = json["audience"] === "published" ? ONLY_PUBLISHED : ["beside"];
    const unnoticed = own.filter((name) => {
      const { [name]: _, ...rest } = json;
      return misfits(schema, rest).length === 0;
    });
    expect(unnoticed).toEqual([]);
    const audience = json["audience"] === "published" ? "internal" : "published";
    expect(misfits(schema, { ...json, audience })).not.toEqual([]);
  });

  it.each(CASE_NAMES)("holds for both editions of the review that is kept: %s", async (name) => {
    const { review, published } = await reviewedCase(name);
    for (const edition of [review, published()]) expect(misfits(schema, plain(edition))).toEqual([]);
  });

  it.each([
    ["a missing part", (json: Record<string, unknown>) => delete json["effects"]],
    ["a date in words", (json: Record<string, unknown>) => (json["asOf"] = "30. september 2006")],
    [
      "a count below 0",
      (json: Record<string, unknown>) => (json["flow"] = { ...plain(whole.flow), citizens: -1 }),
    ],
    [
      "a count that is a word",
      (json: Record<string, unknown>) => (json["flow"] = { ...plain(whole.flow), citizens: "some" }),
    ],
    [
      "a verdict that there isn't",
      (json: Record<string, unknown>) => {
        const [first] = json["effects"] as { verdicts: { code: string }[] }[];
        if (first?.verdicts[0] !== undefined) first.verdicts[0].code = "no-difference";
      },
    ],
    [
      "a position that there isn't",
      (json: Record<string, unknown>) =>
        ((json["benchmark"] as Record<string, unknown>)["wholePosition"] = "best"),
    ],
  ])("refuses %s, as another program does", (_what, change) => {
    const json = plain(whole);
    change(json);
    expect(misfits(schema, json)).not.toEqual([]);
    expect(faults(json)).not.toEqual([]);
  });
});
