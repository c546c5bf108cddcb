import type { Notice } from "../core/index.js";
import type { Outcomes, Participant } from "../outcomes/index.js";
import type { ArmTerms } from "./terms.js";

/** Where the plan is silent, and which payments somebody must look at: nothing is invented for either. */
export function statementNotices(outcomes: Outcomes, terms: readonly ArmTerms[]): readonly Notice[] {
  const { participants } = outcomes;
  const referrals = participants.reduce((sum, participant) => sum + participant.referrals - 1, 0);
  return [
    ...missingTerms(outcomes, terms),
    ...(referrals === 0
      ? []
      : [{ code: "further-referrals-not-settled", severity: "warning", referrals } as const]),
    ...terms.flatMap((term) => courseNotices(participants, term)),
  ];
}

function missingTerms({ protocol }: Outcomes, terms: readonly ArmTerms[]): readonly Notice[] {
  const contract = protocol.criteria.filter((criterion) => criterion.basis === "contract");
  return protocol.arms.flatMap(({ id: arm }) => {
    const term = terms.find((each) => each.arm === arm);
    if (term === undefined) return [missing({ arm, term: "all" })];
    const paid = term.bonuses.map((bonus) => bonus.criterion);
    const unpaid = contract.filter((criterion) => !paid.includes(criterion.id));
    return [
      ...(term.base === undefined ? [missing({ arm, term: "base" })] : []),
      ...unpaid.map((criterion) => missing({ arm, term: "bonus", criterion: criterion.id })),
    ];
  });
}

function missing(facts: { arm: string; term: "all" | "base" | "bonus"; criterion?: string }): Notice {
  return { code: "term-missing", severity: "caution", ...facts };
}

function courseNotices(participants: readonly Participant[], { arm, base }: ArmTerms): readonly Notice[] {
  const own = participants.filter((participant) => participant.arm === arm);
  const elsewhere = own.filter(({ course }) => course !== undefined && course.deliveredBy !== arm).length;
  const undated = base?.per === "started-course" ? own.filter(startIsMissing).length : 0;
  return [
    { code: "delivered-by-another", severity: "warning", arm, count: elsewhere } as const,
    { code: "start-missing", severity: "warning", arm, count: undated } as const,
  ].filter(({ count }) => count > 0);
}

/** A course that ran, by its own report, without a day on which it started. */
function startIsMissing({ participation, course }: Participant): boolean {
  return (participation === "running" || participation === "completed") && course?.startedOn === undefined;
}
