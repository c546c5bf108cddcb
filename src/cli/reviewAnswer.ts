import { sumShown } from "../core/index.js";
import type { PublishedReview, Review } from "../review/index.js";

/** What the five lines of a review say, as data: rates, differences, who is pending, the cluster, the verdict. */
export function reviewAnswer(review: Review | PublishedReview): Readonly<Record<string, unknown>> {
  const { municipality, asOf, audience, simulated, flow, benchmark } = review;
  const effect = review.effects.find(({ primary }) => primary);
  const rates = effect?.rates ?? [];
  const isTooEarly = (arm: string): boolean =>
    effect?.verdicts.some((verdict) => verdict.arm === arm && verdict.code === "too-early") ?? false;
  return {
    municipality,
    asOf,
    audience,
    simulated,
    criterion: effect?.criterion ?? null,
    rates: rates.map(({ arm, name, counts, rate }) => ({ arm, name, counts, rate })),
    differences: (effect?.comparisons ?? []).map(({ arm, reference, difference }) => ({
      arm,
      reference,
      difference: isTooEarly(arm) ? null : difference,
    })),
    citizens: flow.citizens,
    pending: sumShown(rates.map(({ counts }) => counts.pending)),
    unknown: sumShown(rates.map(({ counts }) => counts.unknown)),
    cluster:
      benchmark === null
        ? null
        : benchmark.arms.map(({ arm, name, ratio = null }) => {
            const position = benchmark.positions.find((each) => each.arm === arm)?.code ?? "not-comparable";
            return { arm, name, ratio: position === "too-few" ? null : ratio, position };
          }),
    verdicts: effect?.verdicts ?? [],
  };
}
