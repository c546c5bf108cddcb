import { describe, expect, it } from "vitest";
import { checkDisclosure, composeReview } from "../../src/review/index.js";
import { errorOf } from "../support/errors.js";
import { reviewedYear } from "../support/reviewedYear.js";

const { review, outcomes, protocol } = await reviewedYear("2006-09-30");
const before = (await reviewedYear("2006-08-31")).review.publish();
const json = (value: unknown): object => JSON.parse(JSON.stringify(value)) as object;

const publish = review.publish as (options?: unknown) => typeof before;
const check = checkDisclosure as (edition: unknown, options?: unknown) => ReturnType<typeof checkDisclosure>;
const compose = composeReview as (parts?: unknown) => typeof review;

describe("what is asked of a review", () => {
  it.each(["toHTML", "toMarkdown", "toText", "toBlocks", "summary"] as const)(
    "is refused by %s where it is spelt otherwise",
    (form) => {
      const write = (options: unknown): unknown => review[form](options as object);
      expect(errorOf(() => write({ audiance: "published" }))).toMatchObject({
        code: "unknown-option",
        path: `${form}.audiance`,
        hint: "Did you mean audience?",
      });
      expect(errorOf(() => write({ languag: "da" }))).toMatchObject({ hint: "Did you mean language?" });
      expect(errorOf(() => write({ language: "fr" }))).toMatchObject({ path: `${form}.language` });
      expect(errorOf(() => write("da"))).toMatchObject({ code: "impossible-options", path: form });
    },
  );

  it("is a language that figures have", () => {
    expect(errorOf(() => review.figuresIn("fr" as "da"))).toMatchObject({ path: "figuresIn.language" });
  });

  it("is published by the editions before it only where they are called so", () => {
    expect(errorOf(() => publish.call(review, { previuos: before.disclosure }))).toMatchObject({
      code: "unknown-option",
      path: "publish.previuos",
      hint: "Did you mean previous?",
    });
    expect(errorOf(() => publish.call(review, 5))).toMatchObject({ code: "impossible-options" });
    expect(errorOf(() => publish.call(review, { previous: before }))).toMatchObject({
      code: "impossible-option",
      expected: expect.stringContaining("the disclosure of the edition") as string,
    });
    const one = publish.call(review, { previous: before.disclosure });
    const list = publish.call(review, { previous: [before.disclosure] });
    expect(json(one)).toEqual(json(list));
    expect(one.heldAgainst).toEqual(["2006-08-31"]);
  });

  it("is checked against the editions before it only where they are called so", () => {
    const alone = json(review.publish());
    expect(errorOf(() => check(alone, { previuos: [json(before)] }))).toMatchObject({
      code: "unknown-option",
      hint: "Did you mean previous?",
    });
    expect(errorOf(() => check(alone, { minimun: 3 }))).toMatchObject({ code: "unknown-option" });
    expect(errorOf(() => check(alone, { minimum: 0 }))).toMatchObject({
      code: "impossible-option",
      path: "checkDisclosure.minimum",
    });
    const one = check(alone, { previous: json(before) });
    expect(one).toEqual(check(alone, { previous: [json(before)] }));
    expect(one.previous).toEqual(["2006-08-31"]);
  });
});

describe("parts of a review", () => {
  it.each([
    ["effect", [], "Did you mean effects?"],
    ["statment", null, "Did you mean statement?"],
    ["municipalities", [], undefined],
  ])("are not %s", (name, value, hint) => {
    const error = errorOf(() => compose({ protocol, outcomes, [name]: value }));
    expect(error).toMatchObject({ code: "unknown-option", path: `composeReview.${name}` });
    expect(error.hint).toBe(hint);
  });

  it.each([
    ["statement", {}],
    ["effects", [{ kind: "benchmark" }]],
    ["benchmark", { rows: [], notices: [] }],
    ["payment", []],
    ["savedPerMonth", "1000"],
    ["ratings", 5],
    ["command", "review"],
  ])("are each what they are meant to be: %s", (name, value) => {
    const error = errorOf(() => compose({ protocol, outcomes, [name]: value }));
    expect(error).toMatchObject({
      code: "impossible-option",
      path: `composeReview.${name}`,
      received: value,
    });
  });

  it("are not a review in place of its outcomes", () => {
    expect(errorOf(() => compose({ protocol, outcomes: review }))).toMatchObject({
      code: "impossible-input",
      path: "composeReview.outcomes",
    });
  });
});
