import { competitionError } from "../core/index.js";
import {
  asksForCourse,
  findCriterion,
  type Criterion,
  type Outcome,
  type Outcomes,
  type Participant,
} from "../outcomes/index.js";
import { bonusLines, type Claim, type Owed } from "./instalments.js";
import { joined, type Missing, type PlacedTerms, type Settled } from "./settled.js";
import type { BonusTerm } from "./terms.js";

/**
 * The bonuses of an arm: for each citizen and bonus that the contract's own outcome earns, its instalments up to
 * `asOf`, and what a relapse takes back.
 */
export function settleBonuses(outcomes: Outcomes, placed: PlacedTerms): Settled {
  const claims = bonusClaims(outcomes, placed);
  return joined(
    outcomes.participants.flatMap((participant, index) =>
      (claims.get(index) ?? []).map((claim) => bonusLines(claim, participant, placed.terms, outcomes.asOf)),
    ),
  );
}

/** What each citizen of an arm has of each of its bonuses, by the citizen's position among the participants. */
export function bonusClaims(
  outcomes: Outcomes,
  { terms, place }: PlacedTerms,
): ReadonlyMap<number, readonly Claim[]> {
  const claims = terms.bonuses.map((bonus, index) => ({
    bonus,
    term: `${place}.bonuses[${index}]`,
    criterion: findCriterion(outcomes, bonus.criterion),
    outcomes: outcomes.by(bonus.criterion, "contract"),
    unless: bonus.clawback === undefined ? [] : outcomes.by(bonus.clawback.unless, "contract"),
  }));
  return new Map(
    outcomes.participants.flatMap((participant, index) => {
      if (participant.arm !== terms.arm) return [];
      const own = claims.map(({ bonus, term, ...of }): Claim => {
        const outcome = of.outcomes[index];
        const state =
          stateWithoutCourse(of.criterion, participant, outcome) ?? stateOf(bonus, outcome, of.unless[index]);
        return { bonus, term, state: unlessReported(state, participant) };
      });
      return [[index, terms.bonusesPaid === "once" ? firstOf(own, outcomes.asOf) : own]] as const;
    }),
  );
}

/**
 * A course that never started leaves nothing to wait for, though the window that it would have had is still open;
 * undefined of any other.
 */
function stateWithoutCourse(
  criterion: Criterion,
  { participation }: Participant,
  outcome: Outcome | undefined,
): Missing | undefined {
  const waits =
    outcome?.status === "pending" && participation === "never-started" && asksForCourse(criterion);
  if (!waits) return undefined;
  const standing = criterion.neverStarted === "not-assessable" ? "unknown" : "lost";
  return { standing, reason: "never-started" };
}

/** A course that nobody reported isn't said never to have been started. */
function unlessReported(state: Owed | Missing, { participation }: Participant): Owed | Missing {
  return participation === "not-reported" && "reason" in state && state.reason === "never-started"
    ? { ...state, reason: "not-reported" }
    : state;
}

function stateOf(
  { amount, degrees }: BonusTerm,
  outcome: Outcome | undefined,
  unless: Outcome | undefined,
): Owed | Missing {
  if (outcome === undefined) return { standing: "unknown", reason: "no-history" };
  const { status, reason, degree } = outcome;
  if (status !== "success") return { standing: STANDINGS[status], reason };
  const owedFrom = dueOn(outcome, outcome.payableOn ?? outcome.certainOn ?? outcome.reachedOn);
  const relapse = unless?.status === "failure" ? { relapsedOn: dueOn(unless, unless.certainOn) } : {};
  if (degrees === undefined) return { from: owedFrom, rate: amount, ...relapse };
  const certainOn = degreeStandsOn(outcome);
  if (certainOn === undefined) {
    return { standing: outcome.windowComplete ? "unknown" : "open", reason: "degree-open" };
  }
  return {
    from: owedFrom < certainOn ? certainOn : owedFrom,
    rate: (degree === undefined ? undefined : degrees[degree]) ?? amount,
    ...(degree === undefined ? {} : { degree }),
    ...relapse,
  };
}

const STANDINGS = { pending: "open", failure: "lost", unknown: "unknown" } as const;

/** When the degree can't change any more; that none is reached, at the latest when the window has closed. */
function degreeStandsOn({ degree, degreeCertainOn, windowComplete, windowTo }: Outcome): string | undefined {
  return degreeCertainOn ?? (degree === undefined && windowComplete ? windowTo : undefined);
}

function dueOn({ citizen, criterion, status }: Outcome, date: string | undefined): string {
  if (date !== undefined) return date;
  throw competitionError({
    code: "outcome-undated",
    path: `outcomes.by(${criterion})`,
    received: citizen,
    expected: `a day on which the ${status} was certain`,
  });
}

/** Only the bonus that is owed first is paid, the plan's first of several on one day; none is left open once it has fallen due. */
function firstOf(claims: readonly Claim[], asOf: string): readonly Claim[] {
  const [first] = claims
    .flatMap((claim) => ("from" in claim.state ? [{ claim, from: claim.state.from }] : []))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  if (first === undefined) return claims;
  return claims.map((claim) => {
    const { state } = claim;
    const late = "from" in state || (state.standing !== "lost" && first.from <= asOf);
    return claim === first.claim || !late
      ? claim
      : { ...claim, state: { standing: "lost", reason: "paid-once" } };
  });
}
