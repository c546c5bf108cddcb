import { lintPlan } from "../allocation/index.js";
import type { Notice } from "../core/index.js";
import { lintCourse, lintCriterion } from "../outcomes/index.js";
import type { ProtocolDocument } from "./types.js";

/**
 * Names what a protocol leaves open, so that it can be agreed on before the first referral: readings
 * that the criteria allow, a course extension without a length, what quotas are meant as, payment terms
 * that stand elsewhere; and what is legal but unwise, such as a design whose next arm can be known.
 *
 * @returns One notice per open point, each with a code and the place it concerns; none if nothing is open.
 *
 * @example
 * lintProtocol(tenders.fredericiaA).map(({ code }) => code)
 */
export function lintProtocol(protocol: ProtocolDocument): readonly Notice[] {
  return [
    ...lintCourse(protocol.course),
    ...protocol.criteria.flatMap((criterion) => lintCriterion(criterion)),
    ...lintPlan(
      protocol.allocation,
      protocol.arms.map(({ id }) => id),
    ),
    ...openPayment(protocol),
    ...(protocol.analysis.margin === undefined
      ? [
          {
            code: "no-margin",
            severity: "info" as const,
            consequence: "not-worse is not available as a verdict",
          },
        ]
      : []),
    ...(protocol.review.date === undefined
      ? [{ code: "review-date-unstated", severity: "info" as const }]
      : []),
    ...(protocol.benchmark === undefined ? [{ code: "no-benchmark", severity: "info" as const }] : []),
  ];
}

function openPayment({ payment, arms }: ProtocolDocument): Notice[] {
  if (payment === undefined) return [{ code: "no-payment-terms", severity: "info" }];
  return arms.flatMap(({ id }) => {
    const terms = payment.terms.find(({ arm }) => arm === id);
    if (terms === undefined) return [{ code: "no-payment-terms", severity: "info" as const, arm: id }];
    return terms.base === undefined
      ? [{ code: "base-payment-unstated", severity: "info" as const, arm: id }]
      : [];
  });
}
