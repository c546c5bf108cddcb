import type { Referral } from "../allocation/index.js";
import type { Language } from "../display/index.js";
import type { Protocol } from "../protocol/index.js";

/** That a tender's own day of the review has passed, so that the protocol is to be made one's own. */
export function pastReviewText(
  { review: { date } }: Pick<Protocol, "review">,
  today: string,
  language: Language,
): string | undefined {
  if (date === undefined || date > today) return undefined;
  return language === "da"
    ? `review.date, ${date}, er passeret: ret den, kommunen og evalueringens titel og spørgsmål til jeres egne før den første visitering`
    : `review.date, ${date}, has passed: set it, the municipality, and the review's title and question to your own before the first referral`;
}

/** That citizens are referred after the day on which the plan wants them reviewed. */
export function lateReviewText(
  { review }: Pick<Protocol, "review">,
  referrals: readonly Referral[] | undefined,
): string | undefined {
  const { date } = review;
  if (date === undefined || referrals === undefined || referrals.length === 0) return undefined;
  const late = referrals.filter(({ referredOn }) => referredOn > date).length;
  return late === 0
    ? undefined
    : `${late} of ${referrals.length} are referred after review.date, ${date}, on which the plan wants them reviewed`;
}
