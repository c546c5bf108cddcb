import { deepFreeze, formatDay, provenanceOf, type Day, type Provenance } from "../core/index.js";
import { sourceOf } from "../tables/index.js";
import { coursesByEntry } from "./course-index.js";
import { longestCourse } from "./course-terms.js";
import { EVER } from "./days.js";
import { enrollmentOf } from "./enrollment.js";
import { frameOf } from "./frame.js";
import { furtherReferralsOf } from "./further.js";
import { checkedInput, type OutcomesInput } from "./input.js";
import { checkArms } from "./known-arms.js";
import { batchDaysOf, maturityOf } from "./maturity.js";
import { measure } from "./measure.js";
import { outcomeNotices } from "./notices.js";
import { participantsOf } from "./participants.js";
import { outcomesOf } from "./result.js";
import { rosterOf } from "./roster.js";
import type { Outcomes, Participant } from "./types.js";

/**
 * Tells what became of every citizen of the ledger: for each criterion of the protocol `success`,
 * `failure`, `pending` or `unknown`, measured as the contract says and from the referral.
 *
 * A citizen counts once, by the first entry, in the arm that was drawn, whatever happened later.
 *
 * - `contract`: the window that the criterion names. One from course end opens the day after it, one from
 *   course start with its first day; a window of the course lasts from one to the other and so long after;
 *   an open one never closes, and nothing in it is lost but by leaving; one of a spell opens with the first
 *   that begins within the longest permitted course, counted from the referral. Where it hangs on the
 *   course, who never started fails when the window of a full course closes (or is `unknown`, as the
 *   criterion says); who was sent back stays, measured from that day.
 * - `referral`: a window from the referral, as long as longest permitted course, extension and
 *   follow-up together, the same for everyone. It drives comparisons. A criterion without an end has no follow-up: its
 *   window stays open, from the end of the longest course where it looks after the course, and nobody is mature.
 *
 * Days after `asOf` don't exist: an outcome is a success or a failure only if no later day can change
 * it. A citizen without any record is `unknown`, unless the histories come from a file that lists whom it
 * observes, as DREAM does; an observed day without record is free of support.
 * Where single sources of the histories cover less, a criterion that asks for their states is measured as
 * of the earliest last day among them (`measuredAsOf`), and what came before the latest first day is unseen.
 *
 * Leaving is treated as the criterion says; by default death, emigration and pension end all counting,
 * and who moved is out of sight from then on. Where it has degrees, a success has the first, from the
 * highest down, whose own days reach the amount too, and `degreeCertainOn` once it can't rise any more;
 * where it says when a success is paid, `payableOn`.
 *
 * `mature` marks whole batches of the draw whose referral windows are complete, criterion by criterion.
 *
 * @returns participants in the ledger's order and, by `by(criterion, anchor)`, an outcome for each.
 * @throws CompetitionError `as-of-after-observed`; `unknown-citizen` with every course that has no
 * ledger entry; `extension-unstated`; `unknown-arm`; `partial-ledger`; `duplicate-course`; `impossible-date`;
 * of plain course rows `unknown-column`, and what `parseCourses` refuses (`ends-before-start`, …);
 * `impossible-criterion` with the place in the protocol, such as `protocol.criteria[0].dayRule`;
 * `unknown-option`, `missing-option`, `impossible-option`.
 *
 * @example
 * const outcomes = deriveOutcomes({ protocol, ledger, courses, histories, asOf: "2006-09-30" });
 * outcomes.by("without-support-6-months", "referral").filter(({ status }) => status === "success").length;
 * @example
 * deriveOutcomes({ protocol, ledger, courses, histories, asOf: "2099-01-01" }); // throws as-of-after-observed
 */
export function deriveOutcomes(input: OutcomesInput): Outcomes {
  const { protocol, ledger, courses, histories, asOf } = checkedInput(input);
  const frame = frameOf(protocol, histories, asOf);
  const enrollment = enrollmentOf(ledger.entries, histories.columns());
  checkArms(protocol, ledger.entries, enrollment);
  const reported = coursesByEntry(courses, ledger, enrollment);
  const roster = rosterOf(ledger.entries, enrollment, frame.asOf);
  const measured = measure(frame, roster, enrollment, reported);
  const days = batchDaysOf(ledger.entries, enrollment.referredOn, frame.asOf);
  const maturities = frame.rules.map((rule) => {
    const windowEnd = (day: Day): Day => rule.places.comparison(day, frame.longest.longestOf(day)).window.end;
    return { id: rule.criterion.id, asOf: rule.asOf, ...maturityOf(days, windowEnd, rule.asOf) };
  });
  const data = {
    kind: "outcomes" as const,
    asOf,
    observedUntil: histories.observedUntil,
    protocol,
    ledger,
    histories,
    longestCourse: deepFreeze(longestCourse(protocol.course)),
    matureThrough: Object.freeze(Object.fromEntries(maturities.map(({ id, through }) => [id, through]))),
    measuredAsOf: Object.freeze(
      Object.fromEntries(maturities.map((each) => [each.id, formatDay(each.asOf)])),
    ),
    notices: deepFreeze(outcomeNotices(roster, measured.tally, histories.size - enrollment.withHistory)),
    provenance: provenance(input),
  };
  const participants = (): readonly Participant[] =>
    participantsOf(roster, reported.courseAt, asOf, (position) => {
      const number = enrollment.citizenOf[position] ?? -1;
      return frame.observe(number, EVER) !== undefined;
    });
  return outcomesOf(
    data,
    roster,
    measured,
    {
      participants,
      furtherReferrals: () => furtherReferralsOf(ledger.entries, enrollment, reported.courseAt, asOf),
    },
    (criterion, batch) => maturities[criterion]?.batches.has(batch) === true,
  );
}

function provenance({ protocol, ledger, courses, histories, asOf }: OutcomesInput): Provenance {
  return provenanceOf(
    "deriveOutcomes",
    { asOf: { value: asOf, source: "given" } },
    {
      protocol: protocol.digest,
      ledger: ledger.head,
      courses: sourceOf(courses),
      histories: histories.provenance,
    },
  );
}
