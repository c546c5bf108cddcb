import {
  formatInterval,
  formatLevel,
  formatPercent,
  METHOD_NAMES,
  nameOf,
  resultMaker,
  type Block,
  type Language,
  type Row,
  type Shown,
} from "../display/index.js";
import type { BetaBinomial } from "./betaBinomialResult.js";
import { noticeBlocks } from "./show.js";
import type { ResultData } from "./types.js";
import { UNIT_PHRASES } from "./unitsWords.js";
import { PHRASES } from "./words.js";

/** Parameters of a beta distribution. */
export interface BetaPrior {
  readonly alpha: number;
  readonly beta: number;
}

/** A unit's rate, moved towards that of all by as much as its own is uncertain. */
export interface ShrunkenRate {
  readonly label: string;
  readonly events: number;
  readonly total: number;
  /** Its own; `null` without anyone. */
  readonly rate: number | null;
  /** Posterior mean; `null` where there is no prior. */
  readonly estimate: number | null;
  /** Limits of the credible interval. */
  readonly lower: number;
  readonly upper: number;
  /** Of its own rate in the estimate; `null` where the estimate isn't a mean of the two. */
  readonly weight: number | null;
  /** Posterior beta distribution. */
  readonly alpha: number | null;
  readonly beta: number | null;
}

export interface ShrinkageData extends ResultData {
  readonly kind: "shrinkage";
  readonly status: "estimated" | "not-estimable";
  readonly reason?: string;
  /** Of the credible intervals. */
  readonly level: number;
  readonly rates: readonly ShrunkenRate[];
  /** Given or estimated; none at a boundary. */
  readonly prior?: BetaPrior;
  /** How the prior was estimated, with the interval of its mean. */
  readonly fit?: BetaBinomial;
}

/** Rates of units that borrow from each other. */
export type Shrinkage = ShrinkageData & Shown;

/** Makes shrunken rates that show themselves. */
export const makeShrinkage: (data: ShrinkageData) => Shrinkage = resultMaker<ShrinkageData>({ blocks, rows });

function blocks(data: ShrinkageData, language: Language): readonly Block[] {
  const words = UNIT_PHRASES[language];
  const { fit, rates, level, method } = data;
  const mean =
    fit === undefined || fit.estimate === null
      ? ""
      : ` ${words.meanOfAll}: ${formatPercent(fit.estimate, { language })} (${PHRASES[language].twoSided(formatLevel(fit.interval.level, { language }))} ${formatInterval(fit.interval, { language, unit: "percent" })}).`;
  return [
    { block: "paragraph", style: "lead", text: words.shrunken },
    {
      block: "table",
      caption: "",
      columns: [
        { heading: words.unit },
        { heading: words.own, align: "right" },
        {
          heading: `${words.estimate} (${words.credible(formatLevel(level, { language }))})`,
          align: "right",
        },
      ],
      rows: rates.map(({ label, rate, estimate, lower, upper }) => [
        label,
        formatPercent(rate, { language }),
        `${formatPercent(estimate, { language })} (${formatInterval({ lower, upper }, { language, unit: "percent" })})`,
      ]),
    },
    {
      block: "paragraph",
      style: "small",
      text: `${PHRASES[language].method}: ${nameOf(METHOD_NAMES, method, language)}.${mean}`,
    },
    ...noticeBlocks(data.notices, language),
  ];
}

function rows({ rates, level, method }: ShrinkageData): readonly Row[] {
  return rates.map((rate) => ({ ...rate, level, method }));
}
