import type { Publishable } from "../../core/index.js";
import type { ArmComparison, EffectData, SensitivityAnalysis, SensitivityCode } from "../../effects/index.js";
import { cellId, type Cells } from "./cells.js";
import { publishEstimate } from "./estimates.js";
import type { PairSources } from "./standings.js";

/** Analyses that look at everyone followed for long enough, whatever their outcome is. */
const OF_THE_UNKNOWN: ReadonlySet<SensitivityCode> = new Set([
  "unknown-as-failures",
  "unknown-worst",
  "unknown-best",
  "unknown-lee",
]);
/** Analyses that tell how many began a course where they were drawn. */
const OF_TAKING_PART: ReadonlySet<SensitivityCode> = new Set(["per-protocol", "compliers"]);

/** The analyses whose sources are all shown; the others are left out, since that they are there tells something too. */
export function publishSensitivity(
  { criterion, rates, sets }: EffectData,
  { arm, reference, sensitivity }: ArmComparison,
  { outcomes, matures }: PairSources,
  cells: Cells,
): readonly Publishable<SensitivityAnalysis>[] {
  const pair = [arm, reference];
  const total = (of: readonly { arm: string; counts: { success: number; failure: number } }[]): number =>
    of.reduce(
      (sum, each) => (pair.includes(each.arm) ? sum + each.counts.success + each.counts.failure : sum),
      0,
    );
  const id = (of: string): string => cellId("pair", arm, reference, criterion, of);
  const citizensOf = (code: SensitivityCode): number | undefined =>
    sensitivity.find(({ analysis }) => analysis === code)?.citizens;

  const known = total(rates);
  const compared = sensitivity.find(({ decides }) => decides)?.citizens ?? known;
  cells.count(id("known"), known);
  cells.sum(
    id("known"),
    pair.map((each) => cellId(each, criterion, "known")),
  );
  const shownKnown = cells.count(id("compared"), compared);
  cells.nest(id("known"), [id("compared")]);

  const started = total(sets.find(({ set }) => set === "started")?.rates ?? []);
  const faithful = citizensOf("per-protocol") ?? started;
  cells.count(id("started"), started);
  cells.sum(
    id("started"),
    pair.map((each) => cellId(each, "set", "started", criterion, "known")),
  );
  const shownFaithful = cells.count(id("per-protocol"), faithful);
  cells.nest(id("started"), [id("per-protocol")]);

  return sensitivity.flatMap((each): readonly Publishable<SensitivityAnalysis>[] => {
    const { analysis, decides, citizens, difference, region } = each;
    const sources = [
      ...outcomes,
      id("compared"),
      ...(OF_THE_UNKNOWN.has(analysis) ? matures : []),
      ...(OF_TAKING_PART.has(analysis) ? [id("started"), id("per-protocol")] : []),
    ];
    if (!cells.shows(sources)) return [];
    const looksAt = analysis === "per-protocol" ? shownFaithful : shownKnown;
    return [
      {
        analysis,
        decides,
        citizens: OF_THE_UNKNOWN.has(analysis) ? citizens : looksAt,
        difference: publishEstimate(difference, sources, cells),
        ...(region === undefined ? {} : { region }),
      },
    ];
  });
}
