import { describe, expect, it } from "vitest";
import { points, questions } from "../../../src/outcomes/questions.js";
import { noticeText } from "../../../src/review/words/notices.js";

describe("noticeText", () => {
  it.each([...questions, ...points])("says what is open by $code in Danish and English", ({ code }) => {
    const [da, en] = (["da", "en"] as const).map((language) =>
      noticeText({ code, severity: "info", criterion: "work" }, language),
    );
    for (const text of [da, en]) expect(text).toMatch(/^\p{Lu}.+\.$/u);
    expect(da).not.toBe(en);
  });
});
