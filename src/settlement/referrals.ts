import type { FollowedReferral, Outcomes } from "../outcomes/index.js";

/**
 * Everyone's referrals to an arm, first and further ones: each is paid for by the terms of the arm that it went to,
 * on its own days and by its own course.
 */
export function referralsTo(
  { participants, furtherReferrals }: Pick<Outcomes, "participants" | "furtherReferrals">,
  arm: string,
): readonly FollowedReferral[] {
  return [...participants, ...furtherReferrals].filter((referral) => referral.arm === arm);
}
