import { competitionError } from "../core/index.js";

/** What became of those whom an arm was referred in one month. */
export interface MonthPlotCounts {
  readonly referred: number;
  /** Of them: began a course. */
  readonly started: number;
  /** Of them: succeeded so far. */
  readonly success: number;
}

export interface MonthPlotSubject {
  /** Names of the arms, in the order of `counts`. */
  readonly arms: readonly string[];
  readonly months: readonly {
    /** `YYYY-MM`, in the order of time. */
    readonly month: string;
    /** Whether successes may no longer be added. */
    readonly mature: boolean;
    /** One for each arm. */
    readonly counts: readonly MonthPlotCounts[];
  }[];
}

/**
 * Checks months that a caller gave.
 *
 * @throws CompetitionError `nothing-to-draw`, `impossible-subject` or `impossible-row`.
 */
export function checkMonths(subject: MonthPlotSubject): void {
  const { arms, months } = subject ?? {};
  if (!Array.isArray(arms) || !Array.isArray(months) || !arms.every((arm) => typeof arm === "string")) {
    throw competitionError({
      code: "impossible-subject",
      path: "monthPlot.subject",
      received: subject,
      expected: "names of arms, and months",
    });
  }
  if (arms.length === 0 || months.length === 0) {
    throw competitionError({
      code: "nothing-to-draw",
      path: "monthPlot.subject",
      received: subject,
      expected: "at least one arm and one month",
    });
  }
  months.forEach((each, index) => {
    const { month, counts } = each ?? {};
    const isMonth = typeof month === "string" && /^\d{4}-(?:0[1-9]|1[0-2])$/.test(month);
    if (isMonth && Array.isArray(counts) && counts.length === arms.length && counts.every(isPossible)) return;
    throw competitionError({
      code: "impossible-row",
      path: `monthPlot.months[${index}]`,
      received: each,
      expected: "a month YYYY-MM and for each arm whole numbers, referred ≥ started and referred ≥ success",
    });
  });
}

function isPossible({ referred, started, success }: MonthPlotCounts): boolean {
  return (
    [referred, started, success].every((count) => Number.isSafeInteger(count) && count >= 0) &&
    started <= referred &&
    success <= referred
  );
}
