import { competitionError } from "../core/index.js";
import { findCriterion } from "./cohort.js";
import { ANCHORS, type Measured } from "./measure.js";
import type { Roster } from "./roster.js";
import type { Anchor, FollowedReferral, Outcome, Outcomes, Participant } from "./types.js";

/** Everything that outcomes hold as plain data. */
export type OutcomesData = Omit<Outcomes, "participants" | "furtherReferrals" | "by" | "toRows">;

/** Who was referred, and who was referred again. */
interface People {
  readonly participants: () => readonly Participant[];
  readonly furtherReferrals: () => readonly FollowedReferral[];
}

/**
 * Outcomes whose rows and participants are made when they are asked for: the data are own, frozen properties,
 * the columns stay behind `by` and `toRows`, and the roster behind `participants`.
 *
 * @param mature Tells, by the position of a criterion, whether a batch is in its cohort.
 */
export function outcomesOf(
  data: OutcomesData,
  roster: Roster,
  measured: Measured,
  people: People,
  mature: (criterion: number, batch: string) => boolean,
): Outcomes {
  const made = new Map<string, readonly Outcome[]>();
  const make = (position: number, criterion: string, anchor: Anchor): readonly Outcome[] => {
    const columns = ANCHORS.includes(anchor) ? measured.columns[position]?.[anchor] : undefined;
    if (columns === undefined) throw unknownAnchor(anchor);
    const rows = roster.entries.map(({ citizen, sequence, arm, batch }, index): Outcome => {
      const verdict = columns.read(index);
      return Object.freeze({
        citizen,
        sequence,
        arm,
        criterion,
        anchor,
        ...verdict,
        mature: mature(position, batch),
        windowComplete:
          verdict.windowTo !== undefined && verdict.windowTo <= (data.measuredAsOf[criterion] ?? data.asOf),
      });
    });
    return Object.freeze(rows);
  };
  const methods = {
    by(criterion: string, anchor: Anchor): readonly Outcome[] {
      const found = findCriterion(outcomes, criterion);
      const key = `${anchor} ${criterion}`;
      const rows = made.get(key) ?? make(data.protocol.criteria.indexOf(found), criterion, anchor);
      made.set(key, rows);
      return rows;
    },
    toRows(): readonly Outcome[] {
      return data.protocol.criteria.flatMap(({ id }) => ANCHORS.flatMap((anchor) => methods.by(id, anchor)));
    },
  };
  let participants: readonly Participant[] | undefined;
  let furtherReferrals: readonly FollowedReferral[] | undefined;
  const outcomes: Outcomes = Object.freeze(
    Object.defineProperties(Object.assign(Object.create(methods) as Outcomes, data), {
      participants: { enumerable: true, get: () => (participants ??= people.participants()) },
      furtherReferrals: { enumerable: true, get: () => (furtherReferrals ??= people.furtherReferrals()) },
    }),
  );
  return outcomes;
}

function unknownAnchor(received: unknown): Error {
  return competitionError({
    code: "unknown-anchor",
    path: "anchor",
    received,
    expected: `one of ${ANCHORS.join(", ")}`,
  });
}
