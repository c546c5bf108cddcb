import {
  formatChance,
  formatCount,
  formatNumber,
  resultMaker,
  type Block,
  type Language,
  type Shown,
} from "../display/index.js";
import { COST_PHRASES, type Quadrant } from "./costWords.js";
import { estimateBlocks, estimateRows } from "./estimate.js";
import type { Replicates } from "./kernels/resampledDifferences.js";
import type { RatioEstimateData } from "./ratioEstimate.js";

export interface BootstrapData extends RatioEstimateData {
  /** How many resamples were drawn. */
  readonly times: number;
  /** Observed differences, comparator − reference. */
  readonly differences?: { readonly cost: number; readonly effect: number };
  /**
   * Shares of the resamples in the four parts of the cost-effectiveness plane: more effect is east, a higher cost
   * north. One on an axis counts half to either side.
   */
  readonly quadrants?: Readonly<Record<Quadrant, number>>;
  /** Share of the resamples whose difference in effect has not the sign of the observed one; 0 counts half. */
  readonly otherSign?: number;
}

/** A ratio of cost to effect with the resamples that its set was made of. */
export type BootstrapEstimate = BootstrapData &
  Shown & {
    /** The differences in cost and effect of each resample, as columns; not part of JSON and clones. */
    readonly replicates: Replicates;
  };

const columns = new WeakMap<object, Replicates>();

const make: (data: BootstrapData) => BootstrapEstimate = resultMaker<
  BootstrapData,
  { readonly replicates: Replicates }
>(
  { blocks, rows: estimateRows },
  {
    get replicates(): Replicates {
      return columns.get(this) ?? { cost: new Float64Array(), effect: new Float64Array() };
    },
  },
);

/** Makes a ratio from resamples that shows itself. */
export function makeBootstrapEstimate(data: BootstrapData, replicates: Replicates): BootstrapEstimate {
  const result = make(data);
  columns.set(result, replicates);
  return result;
}

function blocks(data: BootstrapData, language: Language): readonly Block[] {
  const [lead, ...rest] = estimateBlocks(data, language);
  const text = planeText(data, language);
  return [
    ...(lead === undefined ? [] : [lead]),
    ...(text === "" ? [] : [{ block: "paragraph", text } as const]),
    ...rest,
  ];
}

/** `Difference in cost 120.00, in effect 0.05. Of 10,000 resamples: more effect at a higher cost 61.2%, …` */
function planeText({ times, differences, quadrants, otherSign }: BootstrapData, language: Language): string {
  if (differences === undefined || quadrants === undefined) return "";
  const words = COST_PHRASES[language];
  const percent = (share: number): string => formatChance(share, language, times);
  const parts = (["northEast", "southEast", "southWest", "northWest"] as const).map(
    (quadrant) => `${words.quadrants[quadrant]} ${percent(quadrants[quadrant])}`,
  );
  return [
    words.differences(
      formatNumber(differences.cost, { language }),
      formatNumber(differences.effect, { language, decimals: 4 }),
    ),
    words.resamples(formatCount(times, { language }), parts.join(", ")),
    ...(otherSign === undefined ? [] : [words.otherSign(percent(otherSign))]),
  ].join(" ");
}
