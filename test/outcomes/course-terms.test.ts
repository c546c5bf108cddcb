import { describe, expect, it } from "vitest";
import { longestCourse, type CourseTerms } from "../../src/outcomes/index.js";

describe("longestCourse", () => {
  it.each<readonly [string, CourseTerms, readonly object[]]>([
    [
      "length and extension one after the other",
      { lengths: [{ length: { weeks: 12 }, extension: { weeks: 8 } }] },
      [{ weeks: 12 }, { weeks: 8 }],
    ],
    [
      "the group with more days, with its extension",
      {
        lengths: [
          { group: { age: "over-30" }, length: { weeks: 6 }, extension: { weeks: 8 } },
          { group: { age: "under-30" }, length: { weeks: 13 } },
        ],
      },
      [{ weeks: 6 }, { weeks: 8 }],
    ],
    [
      "the first of equals",
      { lengths: [{ length: { weeks: 2 } }, { length: { days: 14 } }] },
      [{ weeks: 2 }],
    ],
  ])("is %s", (_name, course, spans) => {
    expect(longestCourse(course)).toEqual(spans);
  });

  it("needs the length of each extension, and a length at all", () => {
    const unstated: CourseTerms = { lengths: [{ length: { weeks: 13 }, extension: "unstated" }] };
    expect(() => longestCourse(unstated)).toThrow(
      /protocol\.course\.lengths\[0\]\.extension: extension unstated/,
    );
    expect(() => longestCourse({ lengths: [] })).toThrow(/course length missing/);
  });
});
