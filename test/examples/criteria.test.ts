import { expect, it, vi } from "vitest";

it("says a tender's words back, what they leave open, and what hangs on it", async () => {
  const told = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const { sentence, open, others, story, readings, flips } = await import("../../examples/criteria.js");
  expect(sentence).toContain("Succes er mindst 26 hele kalenderuger sammenlagt i");
  expect(open.map(({ code }) => code)).toContain("day-rule-unstated");
  expect(others.map(({ reading }) => reading)).toContain("most-days");
  expect(story.months.length).toBeGreaterThan(0);
  expect(readings.tried).toBe(
    readings.specifications.filter(({ comparisons }) => comparisons.length > 0).length,
  );
  expect(readings.specifications[0]?.flips.every(({ referral, contract }) => referral + contract === 0)).toBe(
    true,
  );
  expect(new Set(flips.flips.map(({ flip }) => flip))).toEqual(new Set(["settled"]));
  expect(told).toHaveBeenCalledTimes(3);
});
