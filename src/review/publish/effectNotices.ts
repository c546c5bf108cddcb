import { SUPPRESSED, type Notice, type Publishable } from "../../core/index.js";
import type { ArmComparison, ArmRate, EffectData } from "../../effects/index.js";
import { cellId, type Cells } from "./cells.js";
import { FEWEST_IN_A_MEAN, REFERRED_AGAIN } from "./flow.js";
import { standingIds, type PairSources } from "./standings.js";

/** What of the effect is published, and by which sources. */
interface Published {
  readonly rates: readonly Publishable<ArmRate>[];
  readonly comparisons: readonly Publishable<ArmComparison>[];
  readonly sourcesOf: (pair: { arm: string; reference: string }) => PairSources;
  readonly cohort: string;
}

/** Of the design, the plan and the names of columns: they tell of no citizens. */
const PLAIN: ReadonlySet<string> = new Set([
  "criterion-not-planned",
  "follow-up-unstated",
  "predictable-allocation",
  "nominal-probabilities",
  "shared-level",
  "subgroups-not-planned",
  "planned-columns-missing",
  "randomization-test-refused",
  "randomization-test-needs-two-arms",
  "randomization-test-needs-replay",
  "replay-not-used",
  "probabilities-vary-within-block",
  "probabilities-vary-between-blocks",
  "baseline-column-unused",
  "baseline-column-constant",
]);

/** Too weighty to be left out, whatever they count: said without their numbers. */
const WITHOUT_NUMBERS: ReadonlySet<string> = new Set([
  "sample-ratio-mismatch",
  "covariate-after-draw",
  "households-drawn",
]);

/**
 * What is to be known of an effect, as far as it follows from what is shown. Notices of any other kind are
 * left out: a new one has to be thought of here first.
 */
export function publishEffectNotices(
  effect: EffectData,
  published: Published,
  cells: Cells,
): readonly Notice[] {
  return [
    ...effect.notices.flatMap((notice) => {
      if (PLAIN.has(notice.code)) return [notice];
      if (WITHOUT_NUMBERS.has(notice.code)) return [withoutNumbers(notice)];
      return ifShown(notice, effect, published, cells);
    }),
    ...published.rates.flatMap(rateNotices),
    ...effect.comparisons.flatMap((pair) => blockNotices(effect, pair, published, cells)),
  ];
}

function withoutNumbers(notice: Notice): Notice {
  const hidden = (fact: unknown): unknown => {
    if (Array.isArray(fact)) return fact.map(hidden);
    return typeof fact === "number" ? SUPPRESSED : fact;
  };
  return Object.fromEntries(Object.entries(notice).map(([name, fact]) => [name, hidden(fact)])) as Notice &
    object;
}

/** Notices that are there, or not, by counts that are shown. */
function ifShown(
  notice: Notice,
  effect: EffectData,
  { comparisons, sourcesOf, cohort }: Published,
  cells: Cells,
): readonly Notice[] {
  const [arm, reference] = [String(notice["arm"]), String(notice["reference"])];
  const { criterion } = effect;
  const outcomesOf = (...arms: string[]): readonly string[] =>
    arms.flatMap((who) => {
      const { success, failure } = standingIds({ who: [who], criterion, cohort });
      return [success, failure];
    });
  const kept = (isShown: boolean): readonly Notice[] => (isShown ? [notice] : []);
  switch (notice.code) {
    case "referred-again": {
      const id = cellId("citizens", REFERRED_AGAIN);
      const count = cells.count(id, Number(notice["count"]), { since: "drawn" });
      cells.nest(REFERRED_AGAIN, [id]);
      return [{ ...notice, count, referrals: cells.count(REFERRED_AGAIN, Number(notice["referrals"])) }];
    }
    case "few-events":
      return kept(cells.shows(outcomesOf(arm)));
    case "zero-variance":
      return kept(cells.shows(sourcesOf({ arm, reference }).outcomes));
    case "small-subgroups": {
      const own = comparisons.find((each) => each.arm === arm)?.subgroups;
      const groups = own?.find(({ factor }) => factor === notice["factor"])?.groups ?? [];
      const counts = groups.flatMap(({ comparator, reference: theirs }) =>
        [comparator, theirs].flatMap(({ success, failure }) => [success, failure]),
      );
      return kept(groups.length > 0 && !counts.includes(SUPPRESSED));
    }
    case "baseline-imbalance": {
      const own = comparisons.find((each) => each.arm === arm)?.balance ?? [];
      const row = own.find(
        ({ column, category = null }) => column === notice["column"] && category === notice["category"],
      );
      const apart = row?.standardized?.estimate ?? SUPPRESSED;
      return apart === SUPPRESSED ? [] : [{ ...notice, standardDeviations: apart }];
    }
    case "unequal-course-lengths": {
      const completed = effect.sets.find(({ set }) => set === "completed")?.rates ?? [];
      const areEnough = [arm, reference].every((each) => {
        const counts = completed.find((rate) => rate.arm === each)?.counts;
        const id = cellId(each, "set", "completed", criterion, "known");
        return (
          effect.primary &&
          counts !== undefined &&
          counts.success + counts.failure >= FEWEST_IN_A_MEAN &&
          cells.shows([id])
        );
      });
      const rounded = (fact: string): number => Math.round(Number(notice[fact]));
      return areEnough
        ? [{ ...notice, meanDays: rounded("meanDays"), referenceMeanDays: rounded("referenceMeanDays") }]
        : [];
    }
    default:
      return [];
  }
}

/** That outcomes are unknown, or citizens kept out, as the shown counts have it; a hidden count may be none. */
function rateNotices({ arm, counts }: Publishable<ArmRate>): readonly Notice[] {
  const { unknown, mature, excluded } = counts;
  return [
    ...(unknown === 0
      ? []
      : [{ code: "unknown-outcomes", severity: "caution", arm, unknown, mature } as const]),
    ...(excluded === 0
      ? []
      : [{ code: "excluded-from-comparison", severity: "info", arm, citizens: excluded } as const]),
  ];
}

/** How many carry no weight, since in their block the other arm has nobody: a count of its own. */
function blockNotices(
  { criterion, primary, notices }: EffectData,
  { arm, reference }: ArmComparison,
  { sourcesOf }: Published,
  cells: Cells,
): readonly Notice[] {
  if (!primary) return [];
  const given = notices.find((notice) => notice.code === "blocks-without-both-arms" && notice["arm"] === arm);
  const id = (of: string): string => cellId("pair", arm, reference, criterion, of);
  const citizens = cells.count(id("without weight"), Number(given?.["citizens"] ?? 0));
  cells.nest(id("compared"), [id("without weight")]);
  if (citizens === 0) return [];
  const isShown = cells.shows([...sourcesOf({ arm, reference }).outcomes, id("compared")]);
  return [
    {
      code: "blocks-without-both-arms",
      severity: "caution",
      arm,
      reference,
      blocks: citizens === SUPPRESSED ? SUPPRESSED : Number(given?.["blocks"] ?? 0),
      citizens,
      of: isShown ? Number(given?.["of"] ?? 0) : SUPPRESSED,
    },
  ];
}
