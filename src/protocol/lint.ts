import { lintPlan } from "../allocation/index.js";
import { requireObject, type Notice } from "../core/index.js";
import { lintCourse, lintCriterion } from "../outcomes/index.js";
import { lintPayment } from "../settlement/index.js";
import type { ProtocolDocument } from "./types.js";

/**
 * Names what a protocol leaves open, so that it can be agreed on before the first referral: readings
 * that the criteria allow, a course extension without a length, groups under and over a limit without a word of who is
 * exactly at it, what quotas are meant as, payment terms
 * that stand elsewhere; and what is legal but unwise, such as a design whose next arm can be known.
 *
 * @returns One notice per open point, each with a code and the place it concerns; none if nothing is open.
 *
 * @example
 * lintProtocol(tenders.fredericiaA).map(({ code }) => code)
 */
export function lintProtocol(protocol: ProtocolDocument): readonly Notice[] {
  requireObject("lintProtocol.protocol", protocol, {
    expected: "a protocol, as parseProtocol or defineProtocol gives it",
    hint: "Write parseProtocol(await readFile(name), { name }).",
    accepts: ({ arms, criteria, course, allocation, analysis, review }) =>
      [arms, criteria, course, allocation, analysis, review].every((part) => typeof part === "object"),
  });
  return [
    ...lintCourse(protocol.course),
    ...protocol.criteria.flatMap((criterion) => lintCriterion(criterion, protocol.states)),
    ...lintPlan(
      protocol.allocation,
      protocol.arms.map(({ id }) => id),
    ),
    ...openLimits(protocol),
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

/** Groups under and over the same limit: whoever is exactly at it is in neither, and as of which day isn't said. */
function openLimits({ allocation, course }: ProtocolDocument): readonly Notice[] {
  const named = course.lengths.flatMap(({ group = {} }) => Object.entries(group));
  const columns = [...new Set([...allocation.strata, ...named.map(([column]) => column)])];
  return columns.flatMap((column): readonly Notice[] => {
    const levels = [
      ...(allocation.levels?.[column] ?? []),
      ...named.flatMap(([of, level]) => (of === column ? [level] : [])),
    ];
    const open = [...new Set(levels)].filter(
      (level) => level.startsWith("under-") && levels.includes(`over-${level.slice("under-".length)}`),
    );
    return open.length === 0
      ? []
      : [{ code: "stratum-limit-unstated", severity: "info", column, levels: open, reading: "as-referred" }];
  });
}

/** When a bonus falls due is asked of its criterion already. */
function openPayment(protocol: ProtocolDocument): readonly Notice[] {
  const { payment } = protocol;
  if (payment === undefined) return [{ code: "no-payment-terms", severity: "info" }];
  return lintPayment(payment, protocol).filter(({ code }) => code !== "payable-unstated");
}
