import { SUPPRESSED, type Publishable } from "../../core/index.js";
import type {
  ArmComparison,
  ContractualRate,
  EffectData,
  PublishableEffect,
  PublishableVerdict,
  Verdict,
} from "../../effects/index.js";
import { publishBalance } from "./balance.js";
import { cellId, WEIGHTS, type Cells } from "./cells.js";
import { publishEffectNotices } from "./effectNotices.js";
import { bare, publishBounds, publishEstimate, publishTest } from "./estimates.js";
import { publishExits } from "./exits.js";
import { shownReferences } from "./references.js";
import { publishSensitivity } from "./sensitivity.js";
import { publishSets } from "./sets.js";
import { publishRate, rateSources, standingIds, type PairSources, type Place } from "./standings.js";
import { hasOneReference, publishSubgroups } from "./subgroups.js";

/**
 * An effect with its counts named and hidden ones hidden. Of the primary one everything, of the others what
 * the review shows: rates, difference and the contract's own figures.
 */
export function publishEffect(effect: EffectData, cohort: string, cells: Cells): PublishableEffect {
  const { criterion, primary, rates } = effect;
  const placeOf = (arm: string): Place => ({ who: [arm], criterion, cohort });
  const weight = primary && !isEarly(effect) ? WEIGHTS.deciding : WEIGHTS.outcome;
  if (primary) sparePartsOfVerdict(effect, cohort, cells);
  const shownRates = rates.map((rate) => publishRate(rate, placeOf(rate.arm), cells, weight));
  const sourcesOf = ({ arm, reference }: { arm: string; reference: string }): PairSources => ({
    outcomes: [arm, reference].flatMap((each) => rateSources(placeOf(each))),
    matures: [arm, reference].map((each) => standingIds(placeOf(each)).mature),
  });
  const sets = primary ? publishSets(effect, cohort, cells) : [];
  const comparisons = effect.comparisons.map((comparison) =>
    publishComparison(
      effect,
      comparison,
      { cohort, sources: decisiveSources(effect, comparison, sourcesOf(comparison)) },
      cells,
    ),
  );
  return {
    kind: effect.kind,
    method: effect.method,
    references: shownReferences(comparisons),
    provenance: bare(effect.provenance),
    criterion,
    criterionName: effect.criterionName,
    primary,
    anchor: effect.anchor,
    asOf: effect.asOf,
    matureThrough: effect.matureThrough,
    level: effect.level,
    margin: effect.margin,
    minimumMature: effect.minimumMature,
    rates: shownRates,
    comparisons,
    verdicts: effect.verdicts.map((verdict) => publishVerdict(effect, verdict, sourcesOf(verdict), cells)),
    contractual: effect.contractual.map((rate) => publishContractual(rate, criterion, weight, cells)),
    sets,
    exits: primary ? publishExits(effect, cells) : [],
    notices: publishEffectNotices(effect, { rates: shownRates, comparisons, sourcesOf, cohort }, cells),
  };
}

/** Whether all that can be said is that it is too early, for which nobody has to know an outcome. */
function isEarly({ verdicts }: EffectData): boolean {
  return verdicts.length > 0 && verdicts.every(({ code }) => code === "too-early");
}

/** The verdict is what the review is there for: all else is hidden before the counts that it follows from. */
function sparePartsOfVerdict(effect: EffectData, cohort: string, cells: Cells): void {
  const { criterion, rates, verdicts, minimumMature } = effect;
  const areFew = rates.some(({ counts }) => counts.success + counts.failure < minimumMature);
  if (verdicts.length === 0 || !areFew) return;
  for (const { arm, counts } of rates) {
    const { mature } = standingIds({ who: [arm], criterion, cohort });
    cells.count(mature, counts.mature, { weight: WEIGHTS.deciding });
  }
}

function publishComparison(
  effect: EffectData,
  comparison: ArmComparison,
  { cohort, sources }: { readonly cohort: string; readonly sources: PairSources },
  cells: Cells,
): Publishable<ArmComparison> {
  const { arm, reference, difference, randomization, unstratified, fisher, bounds } = comparison;
  const { outcomes, matures } = sources;
  const isPrimary = effect.primary;
  const hasGroups = isPrimary && hasOneReference(effect);
  return {
    arm,
    reference,
    difference: publishEstimate(difference, outcomes, cells),
    randomization: randomization === null ? null : publishTest(randomization, outcomes, cells),
    unstratified: publishEstimate(unstratified, outcomes, cells),
    fisher: publishTest(fisher, outcomes, cells),
    bounds: publishBounds(bounds, [...outcomes, ...matures], cells),
    sensitivity: isPrimary ? publishSensitivity(effect, comparison, sources, cells) : [],
    subgroups: hasGroups ? publishSubgroups(effect, comparison, cohort, cells) : [],
    balance: hasGroups ? publishBalance(effect, comparison, cohort, cells) : [],
  };
}

/**
 * What a verdict follows from: the outcomes, and who was followed for long enough where the outcomes alone don't show
 * that it isn't too early. Figures of the comparison go by the same, since they stand where it isn't too early.
 */
function decisiveSources(
  { rates, minimumMature }: EffectData,
  { arm, reference }: Pick<Verdict, "arm" | "reference">,
  { outcomes, matures }: PairSources,
): PairSources {
  const areEnoughKnown = [arm, reference].every((each) => {
    const counts = rates.find((rate) => rate.arm === each)?.counts;
    return counts !== undefined && counts.success + counts.failure >= minimumMature;
  });
  return { matures, outcomes: areEnoughKnown ? outcomes : [...outcomes, ...matures] };
}

/**
 * A verdict is shown where it follows from what is shown: too early, from the numbers of those followed for long
 * enough alone.
 */
function publishVerdict(
  effect: EffectData,
  { arm, reference, code }: Verdict,
  sources: PairSources,
  cells: Cells,
): PublishableVerdict {
  const follows = cells.shows(
    code === "too-early" ? sources.matures : decisiveSources(effect, { arm, reference }, sources).outcomes,
  );
  return { arm, reference, code: follows ? code : SUPPRESSED };
}

function publishContractual(
  { arm, name, success, failure, unknown, pending, complete, rate }: ContractualRate,
  criterion: string,
  weight: number,
  cells: Cells,
): Publishable<ContractualRate> {
  const id = (of: string): string => cellId(arm, "contract", criterion, of);
  const light = { weight: Math.min(weight, WEIGHTS.outcome), since: "growing" } as const;
  const shown = {
    complete: cells.count(id("complete"), complete, { weight: WEIGHTS.part, since: "growing" }),
    success: cells.count(id("success"), success, light),
    failure: cells.count(id("failure"), failure, light),
    unknown: cells.count(id("unknown"), unknown),
    pending: cells.count(id("pending"), pending, { weight: WEIGHTS.part }),
  };
  cells.count(id("known"), success + failure, light);
  cells.sum(id("known"), [id("success"), id("failure")], true);
  cells.sum(id("complete"), [id("known"), id("unknown")]);
  cells.sum(cellId(arm, "allocated"), [id("complete"), id("pending")]);
  return { arm, name, ...shown, rate: publishEstimate(rate, [id("success"), id("known")], cells) };
}
