import { planShape } from "./plan.js";

/** One thing that is wrong with a plan, and where inside it. */
export interface PlanIssue {
  readonly code: string;
  /** `allocation.quotas[0].arm` */
  readonly path: string;
  readonly received: unknown;
  readonly expected: string;
  readonly hint?: string;
}

/**
 * Everything that is wrong with an allocation plan, for whoever checks the document that it is part of.
 *
 * @param plan Any value, such as a protocol's `allocation`.
 * @param arms Ids of the arms that the document declares.
 * @returns `malformed` and `unknown-field`, each with its path from `allocation` on; none where the plan can
 * be drawn by. Never throws.
 * @example
 * planIssues({ design: { kind: "alternation" }, strata: [], referredAgain: "keep-arm" }, ["own", "supplier"]) // []
 * @example
 * planIssues(undefined, ["own", "supplier"])[0]?.path // "allocation"
 */
export function planIssues(plan: unknown, arms: readonly string[]): readonly PlanIssue[] {
  return planShape(arms)(plan, "allocation").map(({ field, ...issue }) => ({ ...issue, path: field }));
}
