import { addSpan, parseDay, type Span } from "../core/index.js";
import { daysBeyond, findCriterion, type Criterion, type Outcomes } from "../outcomes/index.js";
import { binomialSign, fisherSign } from "./gamingCounts.js";
import type { CountedSign } from "./gamingTypes.js";

/** Successes of an arm that were followed for twice the time, and how many ended in the first and in the second half. */
interface Ends {
  readonly arm: string;
  readonly followed: number;
  readonly first: number;
  readonly second: number;
}

/**
 * Successes that ended just after their amount was reached: more in the first weeks after it than in the next?
 *
 * Only those are counted who were followed through both times, whether they lasted or not. Of n successes let a end
 * in the first time and b of the other n − a in the second. While the hazard of ending is the same in both, or rises,
 * the first has no more of all a + b ends than about the share n/(n + n − a). The a in it is the count itself: many early
 * ends raise the share that they are held against, so that the binomial test is conservative and not exact. (A
 * hazard that falls as slowly as that of jobs after some months is near enough to the same.) Where nobody is left for
 * the second time there is no test; arm against arm still tells then: the share that ended in the first time, by Fisher.
 */
export function endSigns(
  outcomes: Outcomes,
  criteria: readonly string[],
  within: Span | undefined,
): readonly CountedSign[] {
  return criteria.flatMap((criterion) => {
    const time = within ?? timeAfter(findCriterion(outcomes, criterion));
    const arms = endsOf(outcomes, criterion, time);
    return [
      ...arms.map(({ arm, followed, first, second }) =>
        binomialSign(
          { code: "ends-after-threshold", arm, criterion, within: time },
          { events: first, total: followed },
          { events: second, total: followed - first },
          followed === 0 ? 1 / 2 : followed / (2 * followed - first),
        ),
      ),
      ...arms.flatMap((other, index) =>
        arms
          .slice(index + 1)
          .map((own) =>
            fisherSign(
              { code: "ends-between-arms", arm: own.arm, otherArm: other.arm, criterion, within: time },
              { events: own.first, total: own.followed },
              { events: other.first, total: other.followed },
            ),
          ),
      ),
    ];
  });
}

/** Two weeks; where months are asked for a month, so that both times hold one turn of the month, when jobs end. */
function timeAfter({ amount }: Criterion): Span {
  return "months" in amount || "calendarMonths" in amount ? { months: 1 } : { days: 14 };
}

function endsOf(outcomes: Outcomes, criterion: string, time: Span): readonly Ends[] {
  const seenUntil = parseDay(outcomes.measuredAsOf[criterion] ?? outcomes.asOf, "outcomes.measuredAsOf") + 1;
  const successes = daysBeyond(outcomes, criterion).flatMap(({ arm, reachedOn, days, cut }) => {
    const from = parseDay(reachedOn, "reachedOn") + 1;
    const [half, whole] = [addSpan(from, time), addSpan(addSpan(from, time), time)];
    const end = from + days;
    const isFollowed = whole <= seenUntil && (!cut || end >= whole);
    return isFollowed ? [{ arm, first: end < half, second: end >= half && end < whole }] : [];
  });
  return outcomes.protocol.arms.map(({ id }) => {
    const own = successes.filter(({ arm }) => arm === id);
    return {
      arm: id,
      followed: own.length,
      first: own.filter(({ first }) => first).length,
      second: own.filter(({ second }) => second).length,
    };
  });
}
