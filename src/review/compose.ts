import type { Ledger, LedgerVerification } from "../allocation/index.js";
import { competitionError, provenanceOf } from "../core/index.js";
import {
  compareArms,
  compareWithTargets,
  shownSpecifications,
  specificationSensitivity,
  withoutEarlyComparisons,
  type Effect,
  type SpecificationResult,
} from "../effects/index.js";
import { combinedReadings } from "../outcomes/index.js";
import { lintProtocol, type Protocol } from "../protocol/index.js";
import type { PaymentPlan, Statement } from "../settlement/index.js";
import { besideOf } from "./beside/compose.js";
import { deviationsOf } from "./facts/deviations.js";
import { flowOf } from "./facts/flow.js";
import { pendingNotices } from "./facts/pending.js";
import { spansInWords } from "./facts/span.js";
import { COLUMN_LABELS } from "./labels/columns.js";
import { numbersOf } from "./numbers/list.js";
import { checkedParts, type ReviewParts } from "./parts.js";
import { makeReview } from "./review.js";
import { settledOf } from "./settled.js";
import type { DrawFacts, Review, ReviewData } from "./types.js";

/**
 * Composes the one-year review: everything a committee needs to judge the competition, from the
 * draw to the verdict, as one value that writes itself as a page, Markdown, text and JSON in Danish
 * and English.
 *
 * Given values win; planned parts that are missing are derived by the public functions
 * (`compareArms`, `settleAccounts`, `costEffectiveness`, `expectedPayments`). A benchmark needs other
 * municipalities' figures and is only there if given.
 *
 * @param given See {@link ReviewParts}.
 * @returns The review; the same parts give the same bytes.
 * @throws CompetitionError `impossible-input` without protocol or outcomes, `unknown-option` or `impossible-option` for a part of another name or kind, `other-protocol` if outcomes were derived under another protocol.
 *
 * @example
 * composeReview({ protocol, outcomes }).toHTML({ language: "da" })
 * @example
 * composeReview({ protocol, outcomes, benchmark, statement }).summary()
 */
export function composeReview(given: ReviewParts): Review {
  const parts = checkedParts(given);
  const { protocol, outcomes } = parts;
  if (outcomes.protocol.digest !== protocol.digest) {
    throw competitionError({
      code: "other-protocol",
      path: "outcomes",
      received: outcomes.protocol.digest,
      expected: `outcomes derived under the protocol ${protocol.digest}`,
      hint: "Derive the outcomes again with this protocol.",
    });
  }
  const { analysis } = protocol;
  const compared = primaryFirst(parts.effects ?? plannedEffects(parts), analysis.primary);
  const effects = compared.map(withoutEarlyComparisons);
  const { statement, costs, expectedPayments } = settledOf(parts, compared[0]);
  const data: Omit<ReviewData, "numbers"> = {
    kind: "review",
    audience: "internal",
    minimumCount: protocol.review.minimumCount ?? SMALLEST_SHOWN,
    method: "one-year-review",
    references: [
      ...new Set(effects.flatMap(({ references }) => references).concat(parts.benchmark?.references ?? [])),
    ],
    notices: [
      ...(parts.notices ?? []),
      ...outcomes.histories.notices,
      ...outcomes.notices,
      ...pendingNotices(outcomes, analysis.primary),
    ],
    provenance: provenanceOf(
      "composeReview",
      {},
      { sources: parts.sources ?? [], ledger: outcomes.ledger.head },
    ),
    municipality: protocol.municipality,
    title: protocol.review.title,
    question: protocol.review.question,
    standIn: protocol.review.standIn ?? null,
    simulated: protocol.review.simulated ?? false,
    asOf: outcomes.asOf,
    plannedFor: protocol.review.date ?? null,
    protocolDigest: protocol.digest,
    protocolSource: protocol.source ?? null,
    arms: protocol.arms,
    referenceArm: analysis.referenceArm,
    criteria: protocol.criteria,
    labels: { ...COLUMN_LABELS, ...protocol.review.labels },
    longestCourse: spansInWords(outcomes.longestCourse),
    flow: flowOf(outcomes, analysis.primary),
    draw: drawOf(outcomes.ledger, parts.verification ?? null),
    effects,
    exits: effects.find(({ primary }) => primary)?.exits ?? [],
    specification: shownSpecifications(parts.specification ?? plannedSpecification(parts)),
    targets: protocol.targets === undefined ? null : compareWithTargets(outcomes, protocol.targets),
    benchmark: parts.benchmark ?? null,
    statement,
    costs,
    deviations: deviationsOf(protocol, outcomes, effects, parts.benchmark, termsOf(statement)),
    openPoints: lintProtocol(withTermsOf(protocol, statement)),
    beside: besideOf(protocol, outcomes, { ...parts, expectedPayments }),
  };
  return makeReview({ ...data, numbers: numbersOf(data) });
}

/** Counts of citizens below it are hidden in a published edition, where the protocol says nothing else. */
const SMALLEST_SHOWN = 5;

/** The payment terms that were settled by. */
function termsOf(statement: Statement | null): PaymentPlan | undefined {
  return statement?.provenance.options["payment"]?.value as PaymentPlan | undefined;
}

/** The protocol with those terms, which may be others than its own. */
function withTermsOf(protocol: Protocol, statement: Statement | null): Protocol {
  const settledBy = termsOf(statement);
  return settledBy === undefined ? protocol : { ...protocol, payment: settledBy };
}

function plannedEffects({ protocol: { analysis }, outcomes, comparison }: ReviewParts): Effect[] {
  return [analysis.primary, ...(analysis.secondary ?? [])].map((criterion) =>
    compareArms(outcomes, analysis, { ...comparison, criterion }),
  );
}

/** So many outcomes are derived for the readings of a criterion at most, before only one is changed at a time. */
const READ_AT_MOST = 500_000;

function plannedSpecification({ protocol: { analysis }, outcomes }: ReviewParts): SpecificationResult {
  const criterion = outcomes.protocol.criteria.find(({ id }) => id === analysis.primary);
  const readings = criterion === undefined ? 1 : combinedReadings(criterion).length;
  const combinations = readings * outcomes.participants.length > READ_AT_MOST ? "single" : "all";
  return specificationSensitivity(outcomes, analysis, { combinations });
}

function primaryFirst(effects: readonly Effect[], primary: string): readonly Effect[] {
  return effects.toSorted((a, b) => Number(b.criterion === primary) - Number(a.criterion === primary));
}

function drawOf(ledger: Ledger, verification: LedgerVerification | null): DrawFacts {
  const { opening, entries, head } = ledger;
  const exemptions = ledger.amendments.filter(({ amends }) => amends === "exemption");
  const exempted = new Set(exemptions.flatMap(({ entry }) => entry ?? []));
  return {
    design: opening.allocation.design.kind,
    unit: opening.allocation.unit ?? "citizen",
    algorithm: opening.algorithm,
    strata: opening.allocation.strata,
    mode: opening.mode,
    batches: new Set(entries.map(({ batch }) => batch)).size,
    closed: entries.filter(({ closed }) => closed !== undefined).length,
    exempted: exempted.size,
    undrawn: exemptions.filter(({ entry }) => entry === undefined).length,
    head,
    verification,
  };
}
