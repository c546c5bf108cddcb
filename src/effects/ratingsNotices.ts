import type { Notice } from "../core/index.js";
import type { ArmRatings } from "./ratingsTypes.js";

/** Fewer than this share of those allocated, and those who answered may be others than the rest. */
const FEW = 0.5;

/** What makes answers hard to compare: an arm that asked its own, arms that were asked by others, few who answered. */
export function ratingsNotices(arms: readonly ArmRatings[]): readonly Notice[] {
  const told = arms.filter(({ surveyedBy }) => surveyedBy.length > 0);
  const byThemselves = told.filter(({ arm, name, surveyedBy }) =>
    surveyedBy.some((each) => [arm, name].some((own) => own.toLowerCase() === each.toLowerCase())),
  );
  const surveyors = new Set(told.map(({ surveyedBy }) => surveyedBy.join("\n")));
  const few = arms.filter(({ answers, allocated }) => answers > 0 && answers < FEW * allocated);
  return [
    ...byThemselves.map(({ arm }): Notice => ({ code: "survey-by-arm", severity: "caution", arm })),
    ...(surveyors.size > 1 ? [{ code: "surveyed-differently", severity: "caution" } as const] : []),
    ...few.map(({ arm, answers, allocated }): Notice => ({
      code: "few-answers",
      severity: "caution",
      arm,
      answers,
      of: allocated,
    })),
  ];
}
