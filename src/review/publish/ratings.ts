import { SUPPRESSED, type Notice, type Publishable } from "../../core/index.js";
import type { ArmRatings, RatingsData } from "../../effects/index.js";
import { cellId, WEIGHTS, type Cells } from "./cells.js";
import { bare } from "./estimates.js";

/** Who asked, which tells of no citizens. */
const OF_THE_SURVEY: ReadonlySet<string> = new Set(["survey-by-arm", "surveyed-differently"]);

/**
 * How many answered and how many complained, by arm, with who asked them. Means, their difference, and the lowest and
 * highest answer stay inside: from a mean near the end of the scale it follows that nearly all answered alike, and from
 * two editions' means what those who have come since answered.
 */
export function publishRatings(ratings: RatingsData, cells: Cells): Publishable<RatingsData> {
  const { kind, method, provenance, asOf, level, arms, notices } = ratings;
  const shown = arms.map((each) => publishArm(each, cells));
  const areToldOf = shown.every(
    ({ answers, allocated }) => answers !== SUPPRESSED && allocated !== SUPPRESSED,
  );
  return {
    kind,
    method,
    references: [],
    notices: notices.filter(
      ({ code }: Notice) => areToldOf && (OF_THE_SURVEY.has(code) || code === "few-answers"),
    ),
    provenance: bare(provenance),
    asOf,
    level,
    arms: shown,
    comparisons: [],
  };
}

function publishArm(
  { arm, name, allocated, answers, complaints, complaintsPerHundred, ...rest }: ArmRatings,
  cells: Cells,
): Publishable<ArmRatings> {
  const [all, answered, complained] = [
    cellId(arm, "allocated"),
    cellId(arm, "ratings", "answers"),
    cellId(arm, "ratings", "complaints"),
  ];
  const counts = {
    allocated: cells.count(all, allocated),
    answers: cells.count(answered, answers, { weight: WEIGHTS.part }),
    complaints: cells.count(complained, complaints, { weight: WEIGHTS.part }),
  };
  // More than all of them: anonymous answers, of which nobody knows whose they are.
  if (answers <= allocated) cells.nest(all, [answered]);
  const isTold = cells.shows([all, complained]);
  const hidden = { estimate: SUPPRESSED, lower: SUPPRESSED, upper: SUPPRESSED } as const;
  return {
    arm,
    name,
    ...counts,
    mean: answers === 0 ? null : SUPPRESSED,
    lowest: answers === 0 ? null : SUPPRESSED,
    highest: answers === 0 ? null : SUPPRESSED,
    complaintsPerHundred: isTold || complaintsPerHundred === null ? complaintsPerHundred : hidden,
    surveyedBy: cells.shows([answered]) ? rest.surveyedBy : [],
    complainedTo: cells.shows([complained]) ? rest.complainedTo : [],
  };
}
