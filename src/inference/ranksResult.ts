import {
  formatLevel,
  formatCount,
  formatNumber,
  formatPercent,
  resultMaker,
  type Block,
  type Language,
  type Row,
  type Shown,
} from "../display/index.js";
import { noticeBlocks } from "./show.js";
import type { ResultData } from "./types.js";
import { UNIT_PHRASES } from "./unitsWords.js";

/** Where a unit may stand; rank 1 is the best. */
export interface UnitRank {
  readonly label: string;
  /** Mean of its ranks over the draws. */
  readonly expectedRank: number;
  readonly medianRank: number;
  /** Limits that hold its rank with at least the probability `level`. */
  readonly lower: number;
  readonly upper: number;
  /** Probability of being among the best. */
  readonly top: number;
  /** Monte Carlo standard error of `top`. */
  readonly topError: number;
}

export interface RanksData extends ResultData {
  readonly kind: "ranks";
  readonly status: "estimated" | "not-estimable";
  readonly reason?: string;
  /** Of the rank intervals. */
  readonly level: number;
  /** How many draws were made. */
  readonly times: number;
  /** How many ranks count as the best. */
  readonly top: number;
  readonly ranks: readonly UnitRank[];
}

/** The probability that a unit has a rank, or a better one. */
export interface RankProbability {
  readonly label: string;
  readonly probability: number;
  /** Monte Carlo standard error. */
  readonly monteCarloError: number;
}

interface RankQuestions {
  /** For each unit the probabilities of ranks 1, 2, …; not part of JSON and clones. */
  readonly probabilities: readonly Float64Array[];
  /** For each unit the probability of this rank or a better one. */
  atMost(rank: number): readonly RankProbability[];
}

/** Ranks of units with their uncertainty. */
export type Ranks = RanksData & Shown & RankQuestions;

const columns = new WeakMap<object, readonly Float64Array[]>();

const make: (data: RanksData) => Ranks = resultMaker<RanksData, RankQuestions>(
  { blocks, rows },
  {
    get probabilities(): readonly Float64Array[] {
      return columns.get(this) ?? [];
    },
    atMost(rank: number): readonly RankProbability[] {
      return this.ranks.map(({ label }, i) => {
        const own = columns.get(this)?.[i] ?? new Float64Array();
        const sum = own.slice(0, Math.max(rank, 0)).reduce((total, each) => total + each, 0);
        const probability = Math.min(sum, 1);
        return {
          label,
          probability,
          monteCarloError: Math.sqrt((probability * (1 - probability)) / this.times),
        };
      });
    },
  },
);

/** Makes ranks that show themselves, with the probabilities of each rank. */
export function makeRanks(data: RanksData, probabilities: readonly Float64Array[]): Ranks {
  const result = make(data);
  columns.set(result, probabilities);
  return result;
}

function blocks(data: RanksData, language: Language): readonly Block[] {
  const words = UNIT_PHRASES[language];
  const { ranks, level, times, top } = data;
  return [
    { block: "paragraph", style: "lead", text: words.ranks },
    {
      block: "table",
      caption: "",
      columns: [
        { heading: words.unit },
        {
          heading: `${words.medianRank} (${words.credible(formatLevel(level, { language }))})`,
          align: "right",
        },
        { heading: words.expectedRank, align: "right" },
        { heading: words.amongBest(formatCount(top, { language })), align: "right" },
      ],
      rows: ranks.map(({ label, medianRank, lower, upper, expectedRank, top: probability }) => [
        label,
        words.rankWithLimits(String(medianRank), String(lower), String(upper)),
        formatNumber(expectedRank, { language, decimals: 1 }),
        formatPercent(probability, { language, decimals: 0 }),
      ]),
    },
    { block: "paragraph", style: "small", text: words.draws(formatCount(times, { language })) },
    ...noticeBlocks(data.notices, language),
  ];
}

function rows({ ranks, level, times }: RanksData): readonly Row[] {
  return ranks.map((rank) => ({ ...rank, level, times }));
}
