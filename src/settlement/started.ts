import { addSpans, formatDay, parseDay } from "../core/index.js";
import type { FollowedReferral, Outcomes } from "../outcomes/index.js";
import type { Missing } from "./settled.js";
import type { ArmTerms } from "./terms.js";
import type { UnpaidReason } from "./types.js";

/** That the way in which a course ended loses its base payment. */
export function lost({ course }: FollowedReferral, { noBaseFor = [] }: ArmTerms): Missing | undefined {
  const reason = course?.endReason;
  return reason !== undefined && noBaseFor.includes(reason) ? { standing: "lost", reason } : undefined;
}

/**
 * The day on which a course started, or why there is none. A course that nobody has reported may be reported
 * still, as long as it could run.
 */
export function startOf(
  { participation, course, referredOn }: FollowedReferral,
  { asOf, longestCourse }: Outcomes,
): string | Missing {
  if (participation === "not-reported") {
    const limit = formatDay(addSpans(parseDay(referredOn, "referredOn"), longestCourse));
    return missing(asOf < limit ? "open" : "unknown", "not-reported");
  }
  if (participation === "never-started") return missing("lost", "not-started");
  if (course?.startedOn !== undefined) return course.startedOn;
  return participation === "running" || participation === "completed"
    ? missing("unknown", "not-reported")
    : missing("lost", "not-started");
}

function missing(standing: Missing["standing"], reason: UnpaidReason): Missing {
  return { standing, reason };
}
