import { describe, expect, it } from "vitest";
import { spansInWords } from "../../src/review/facts/span.js";

describe("spansInWords", () => {
  it.each([
    [[{ weeks: 6 }, { weeks: 7 }], "13 uger", "13 weeks"],
    [[{ weeks: 1 }], "1 uge", "1 week"],
    [[{ weeks: 13 }, { months: 6 }], "13 uger og 6 måneder", "13 weeks and 6 months"],
    [[{ days: 1 }, { months: 1 }], "1 dag og 1 måned", "1 day and 1 month"],
    [[], "", ""],
  ] as const)("%o is %s, %s", (spans, da, en) => {
    expect(spansInWords(spans)).toEqual({ da, en });
  });
});
