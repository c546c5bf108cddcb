import {
  formatCount,
  formatInterval,
  formatLevel,
  formatPercent,
  resultMaker,
  type Block,
  type Language,
  type Shown,
} from "../display/index.js";
import { BOUNDS_PHRASES } from "./boundsWords.js";
import { estimateBlocks, estimateRows } from "./estimate.js";
import type { Limits } from "./kernels/limits.js";
import type { Conclusion, TippingPoint } from "./kernels/tippingPoint.js";
import type { Count, EstimateData } from "./types.js";
import { PHRASES } from "./words.js";

/** Known events among a total, and of how many in that total the outcome is unknown: events + unknown ≤ total. */
export interface PartlyKnownCount extends Count {
  readonly unknown: number;
}

export type Arm = "comparator" | "reference";

/** A tipping point with its share of the arm's unknown. */
export interface ArmTippingPoint extends TippingPoint {
  readonly share: number;
}

export interface BoundsEstimateData extends EstimateData {
  readonly counts: Readonly<Record<Arm, PartlyKnownCount>>;
  /** All values of the difference that the data can't tell apart, however many they are. */
  readonly region: Limits;
  /** Of the region's ends. */
  readonly standardErrors?: Limits;
  /** The arm of whose known outcomes a share was trimmed. */
  readonly trimmed?: { readonly arm: Arm; readonly share: number };
  /** What the interval says with all unknown as failures. */
  readonly conclusion?: Conclusion;
  /** What it takes to change that: successes among the unknown of one arm, none among those of the other. */
  readonly tipping?: Readonly<Record<Arm, ArmTippingPoint | null>>;
}

/** An estimate in the face of unknown outcomes. */
export type BoundsEstimate = BoundsEstimateData & Shown;

/** Makes an estimate in the face of unknown outcomes that shows itself. */
export const makeBoundsEstimate: (data: BoundsEstimateData) => BoundsEstimate =
  resultMaker<BoundsEstimateData>({ blocks, rows: estimateRows });

function blocks(data: BoundsEstimateData, language: Language): readonly Block[] {
  const [lead, ...rest] = estimateBlocks(data, language);
  const isRegion = data.status === "estimated" && data.estimate === null;
  return [
    ...(isRegion ? [{ block: "paragraph", style: "lead", text: sentence(data, language) } as const] : []),
    ...(isRegion || lead === undefined ? [] : [lead]),
    ...[unknownText, trimmedText, tippingText].flatMap((text) => paragraph(text(data, language))),
    ...rest,
  ];
}

function paragraph(text: string): readonly Block[] {
  return text === "" ? [] : [{ block: "paragraph", text }];
}

/** `Risk difference, whatever the unknown outcomes are: −10.0 to 20.0 percentage points (95% …)` */
function sentence({ method, region, interval }: BoundsEstimateData, language: Language): string {
  const words = BOUNDS_PHRASES[language];
  const { twoSided } = PHRASES[language];
  const limits = (of: Limits): string => formatInterval(of, { language, unit: "points" });
  const name = method === "lee" ? words.amongKnown : words.whatever;
  return `${name}: ${limits(region)} ${words.points} (${twoSided(formatLevel(interval.level, { language }))} ${limits(interval)})`;
}

function unknownText({ counts: { comparator, reference } }: BoundsEstimateData, language: Language): string {
  return BOUNDS_PHRASES[language].unknown(
    formatCount(comparator.unknown, { language }),
    formatCount(reference.unknown, { language }),
  );
}

function trimmedText({ trimmed }: BoundsEstimateData, language: Language): string {
  if (trimmed === undefined) return "";
  const words = BOUNDS_PHRASES[language];
  return words.trimmed(words.arms[trimmed.arm], formatPercent(trimmed.share, { language }));
}

function tippingText({ conclusion, tipping, counts }: BoundsEstimateData, language: Language): string {
  const hasUnknown = counts.comparator.unknown + counts.reference.unknown > 0;
  if (conclusion === undefined || tipping === undefined || !hasUnknown) return "";
  const words = BOUNDS_PHRASES[language];
  const change = (arm: Arm, other: Arm): readonly string[] => {
    const point = tipping[arm];
    if (point === null) return [];
    return [
      words.changes({
        successes: formatCount(point.successes, { language }),
        unknown: formatCount(counts[arm].unknown, { language }),
        share: formatPercent(point.share, { language }),
        known: knownShare(counts[arm], language),
        arm: words.arms[arm],
        other: words.arms[other],
        conclusion: words.conclusions[point.conclusion],
      }),
    ];
  };
  const changes = [...change("comparator", "reference"), ...change("reference", "comparator")];
  return [
    words.asFailures(words.conclusions[conclusion]),
    ...(changes.length === 0 ? [words.nothingChanges] : changes),
  ].join(" ");
}

/** How often the known are successes, beside which a share of the unknown is judged. */
function knownShare({ events, total, unknown }: PartlyKnownCount, language: Language): string {
  return formatPercent(total === unknown ? null : events / (total - unknown), { language });
}
