import { expect, it } from "vitest";
import { noticeText } from "../../src/review/words/notices.js";
import { reviewedYear } from "../support/reviewedYear.js";

const PRIMARY = "without-support-6-months";

it("tells the internal edition how many are still to be followed and until when, the published one neither", async () => {
  const { outcomes, review } = await reviewedYear("2006-08-31");
  const pending = outcomes.by(PRIMARY, "referral").filter(({ mature }) => !mature);
  const ends = pending.map(({ windowTo }) => windowTo).toSorted();
  const [notice] = review.notices.filter(({ code }) => code === "still-pending");
  expect(notice).toEqual({
    code: "still-pending",
    severity: "caution",
    count: pending.length,
    of: outcomes.participants.length,
    lastOn: ends.at(-1),
  });
  expect(String(notice?.["lastOn"]) > "2006-08-31").toBe(true);
  expect(notice && noticeText(notice, "da")).toMatch(
    /^\d+ af 405 borgere er endnu ikke fulgt længe nok .* slutter for den sidste \d+\. september 2006\./u,
  );
  expect(review.publish().notices.map(({ code }) => code)).not.toContain("still-pending");
  // When the last one's window has ended, nobody is left.
  const after = await reviewedYear(String(notice?.["lastOn"]));
  expect(after.review.notices.map(({ code }) => code)).not.toContain("still-pending");
});

it("says nothing while nobody has been followed for long enough: too early is said already", async () => {
  const { review } = await reviewedYear("2005-03-31");
  expect(review.notices.map(({ code }) => code)).not.toContain("still-pending");
});
