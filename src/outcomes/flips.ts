import { competitionError, provenanceOf } from "../core/index.js";
import { resultMaker } from "../display/index.js";
import { flipsFace } from "./flips-face.js";
import type {
  FlipCounts,
  FlipKind,
  OutcomeComparison,
  OutcomeComparisonData,
  OutcomeFlip,
} from "./flips-types.js";
import { ANCHORS } from "./measure.js";
import type { Anchor, Outcome, Outcomes, OutcomeStatus } from "./types.js";

const makeComparison: (data: OutcomeComparisonData) => OutcomeComparison =
  resultMaker<OutcomeComparisonData>(flipsFace);

/**
 * Tells whose outcomes are others than they were: with a later delivery of the register, a later day, or
 * courses that were reported since.
 *
 * Every outcome of a citizen whom both have is compared by criterion and anchor. One that was open and is
 * decided now is `settled`, as time does; a success that is a failure now, or the other way round, is
 * `revised`, and a decided one that is open again `reopened`: both mean that what was told before, or paid,
 * rested on data that have been corrected.
 *
 * @param before Outcomes under the same protocol, as they were.
 * @param after As they are now.
 * @returns `flips`, one for each outcome that is another, and `counts` by criterion, anchor and arm.
 * @throws CompetitionError `other-protocol` where the two were derived under different protocols;
 *   `impossible-input`.
 *
 * @example
 * const flips = compareOutcomes(lastMonth, now).flips.filter(({ flip }) => flip === "revised");
 * @example
 * compareOutcomes(now, now).flips // []
 */
export function compareOutcomes(before: Outcomes, after: Outcomes): OutcomeComparison {
  requireBoth(before, after);
  const places = new Map(after.participants.map(({ citizen }, index) => [citizen, index]));
  const common = before.participants.flatMap(({ citizen }, index) => {
    const there = places.get(citizen);
    return there === undefined ? [] : [{ index, there }];
  });
  const compared = before.protocol.criteria.flatMap(({ id, name }) =>
    ANCHORS.map((anchor) => ({ id, name, anchor, pairs: pairsOf(before, after, id, anchor, common) })),
  );
  return makeComparison({
    kind: "outcome-comparison",
    method: "citizen-by-citizen",
    references: [],
    notices: [],
    provenance: provenanceOf("compareOutcomes", {}, { before: before.provenance, after: after.provenance }),
    asOf: { before: before.asOf, after: after.asOf },
    counts: compared.flatMap(({ id, name, anchor, pairs }) =>
      before.protocol.arms.map((arm): FlipCounts => {
        const own = pairs.filter((pair) => pair.before.arm === arm.id);
        return {
          criterion: id,
          criterionName: name,
          anchor,
          arm: arm.id,
          armName: arm.name,
          citizens: own.length,
          flips: countsOf(own),
          successesBefore: own.filter((pair) => pair.before.status === "success").length,
          successesAfter: own.filter((pair) => pair.after.status === "success").length,
        };
      }),
    ),
    flips: compared.flatMap(({ id, anchor, pairs }) => pairs.flatMap((pair) => flipOf(pair, id, anchor))),
    onlyBefore: before.participants.length - common.length,
    onlyAfter: after.participants.length - common.length,
  });
}

/** One citizen's outcome in both. */
interface Pair {
  readonly before: Outcome;
  readonly after: Outcome;
}

function pairsOf(
  before: Outcomes,
  after: Outcomes,
  criterion: string,
  anchor: Anchor,
  common: readonly { readonly index: number; readonly there: number }[],
): readonly Pair[] {
  const [was, is] = [before.by(criterion, anchor), after.by(criterion, anchor)];
  return common.flatMap(({ index, there }) => {
    const [a, b] = [was[index], is[there]];
    return a === undefined || b === undefined ? [] : [{ before: a, after: b }];
  });
}

function flipOf({ before, after }: Pair, criterion: string, anchor: Anchor): readonly OutcomeFlip[] {
  const flip = kindOf(before.status, after.status);
  if (flip === undefined) return [];
  return [
    {
      citizen: before.citizen,
      arm: before.arm,
      criterion,
      anchor,
      flip,
      before: before.status,
      after: after.status,
      beforeReason: before.reason,
      afterReason: after.reason,
    },
  ];
}

function kindOf(before: OutcomeStatus, after: OutcomeStatus): FlipKind | undefined {
  if (before === after) return undefined;
  const [wasDecided, isDecided] = [before, after].map(
    (status) => status === "success" || status === "failure",
  );
  if (wasDecided === true) return isDecided === true ? "revised" : "reopened";
  return isDecided === true ? "settled" : "moved";
}

function countsOf(pairs: readonly Pair[]): Readonly<Record<FlipKind, number>> {
  const counts = { settled: 0, revised: 0, reopened: 0, moved: 0 };
  for (const { before, after } of pairs) {
    const kind = kindOf(before.status, after.status);
    if (kind !== undefined) counts[kind]++;
  }
  return counts;
}

function requireBoth(before: Partial<Outcomes> | undefined, after: Partial<Outcomes> | undefined): void {
  for (const [name, value] of Object.entries({ before, after })) {
    if (value?.kind === "outcomes") continue;
    throw competitionError({
      code: "impossible-input",
      path: `compareOutcomes.${name}`,
      received: value,
      expected: "what deriveOutcomes returns",
      hint: "Write compareOutcomes(before, after).",
    });
  }
  if (before?.protocol?.digest === after?.protocol?.digest) return;
  throw competitionError({
    code: "other-protocol",
    path: "compareOutcomes.after",
    received: after?.protocol?.digest,
    expected: `outcomes under the protocol ${before?.protocol?.digest}`,
    hint: "Other readings of a criterion are compared by specificationSensitivity.",
  });
}
