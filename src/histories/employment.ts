import { competitionError, formatDay, monthStart, type Period } from "../core/index.js";
import type { DreamRow, DreamTable } from "./dream-types.js";
import type { Coverage } from "./types.js";

/** Which months of employment turn blank weeks into which state. */
export interface EmploymentRule {
  /** A state of the vocabulary, such as `ordinary-work`. */
  readonly state: string;
  /** The least degree that counts, in the register's own unit; by default any above 0, and any industry. */
  readonly leastDegree?: number;
}

/** Whether a value is such a rule; that its state exists is asked elsewhere. */
export function isEmploymentRule(value: unknown): value is EmploymentRule {
  if (typeof value !== "object" || value === null) return false;
  const { state, leastDegree, ...rest } = value as Partial<Record<string, unknown>>;
  const degree = leastDegree === undefined || (typeof leastDegree === "number" && leastDegree >= 0);
  return typeof state === "string" && degree && Object.keys(rest).length === 0;
}

/**
 * The days of a citizen's months with employment, half-open, in order: those with a degree above 0 or an industry,
 * or, where a least degree is asked for, with at least that.
 *
 * @throws CompetitionError `impossible-month` for rows that no file gave.
 */
export function employedDays({ citizen, employment }: DreamRow, rule: EmploymentRule): readonly Period[] {
  const days: { start: number; end: number }[] = [];
  for (const months of employment) {
    const { degree = 0, industry = "" } = months;
    const least = rule.leastDegree ?? 0;
    const employed =
      rule.leastDegree === undefined ? degree > 0 || industry !== "" : degree >= least && degree > 0;
    if (!employed) continue;
    const start = monthStart(monthOfText(months.from, citizen));
    const end = monthStart(monthOfText(months.to, citizen) + 1);
    const last = days.at(-1);
    if (last?.end === start) last.end = end;
    else days.push({ start, end });
  }
  return days;
}

/**
 * Between which days a register tells of employment: its months may begin later and end earlier than its weeks.
 *
 * @throws CompetitionError `impossible-option` where none of its months is observed.
 */
export function employmentCoverage(table: DreamTable, rule: EmploymentRule, observed: Period): Coverage {
  const { source, employment } = table;
  const months = employment ?? { from: "0001-01", to: "0001-01" };
  const start = Math.max(monthStart(monthOfText(months.from, source.name)), observed.start);
  const end = Math.min(monthStart(monthOfText(months.to, source.name) + 1), observed.end);
  if (start < end) {
    const [observedFrom, observedUntil] = [formatDay(start), formatDay(end - 1)];
    return { source: `${source.name}, employment`, states: [rule.state], observedFrom, observedUntil };
  }
  throw competitionError({
    code: "impossible-option",
    path: "deriveHistories.employment",
    received: rule.state,
    expected:
      employment === undefined
        ? "a file with months of employment, such as grad_2008_01"
        : `months of employment that are observed; the file's are ${employment.from} to ${employment.to}`,
  });
}

function monthOfText(text: string, citizen: string): number {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (year !== undefined && month !== undefined) return Number(year) * 12 + Number(month) - 1;
  throw competitionError({
    code: "impossible-month",
    path: `employment of ${citizen}`,
    received: text,
    expected: "a calendar month as YYYY-MM",
  });
}
