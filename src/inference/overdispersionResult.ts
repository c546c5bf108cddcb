import {
  formatCount,
  formatNumber,
  formatPercent,
  formatPValue,
  METHOD_NAMES,
  nameOf,
  resultMaker,
  type Block,
  type Language,
  type Row,
  type Shown,
} from "../display/index.js";
import type { ExtremesRule } from "./kernels/overdispersion.js";
import { noticeBlocks } from "./show.js";
import type { TestData } from "./types.js";
import { UNIT_PHRASES } from "./unitsWords.js";

export interface OverdispersionData extends TestData {
  /** Variance of the z-values around the target over that of chance; above 1 is overdispersion. */
  readonly phi: number;
  /** The same of all as they are. */
  readonly phiOfAll: number;
  /** Variance of the true values between units, on the scale of the standard errors. */
  readonly tauSquared?: number;
  readonly units: number;
  /** How many the estimates are made of, after truncation. */
  readonly kept: number;
  /** What was done to the extremes: the share on either side and its quantiles. */
  readonly extremes?: {
    readonly rule: ExtremesRule;
    readonly share: number;
    readonly lower: number;
    readonly upper: number;
  };
}

/** How much more units differ than by chance, with the test that it is nothing but chance. */
export type Overdispersion = OverdispersionData & Shown;

/** Makes an estimate of overdispersion that shows itself. */
export const makeOverdispersion: (data: OverdispersionData) => Overdispersion =
  resultMaker<OverdispersionData>({ blocks, rows });

function blocks(data: OverdispersionData, language: Language): readonly Block[] {
  return [
    { block: "paragraph", style: "lead", text: sentence(data, language) },
    { block: "paragraph", style: "small", text: details(data, language) },
    ...noticeBlocks(data.notices, language),
  ];
}

function sentence({ status, phi, tauSquared, pValue }: OverdispersionData, language: Language): string {
  const words = UNIT_PHRASES[language];
  if (status === "not-estimable") return words.noOverdispersionKnown;
  const tau =
    tauSquared === undefined ? "" : `, τ = ${formatNumber(Math.sqrt(tauSquared), { language, decimals: 4 })}`;
  return `${words.overdispersion}: φ = ${formatNumber(phi, { language })}${tau} (${words.onlyChance} ${formatPValue(pValue, { language })})`;
}

function details({ method, extremes, units, kept }: OverdispersionData, language: Language): string {
  const name = nameOf(METHOD_NAMES, method, language);
  const count = UNIT_PHRASES[language].ofUnits(
    formatCount(kept, { language }),
    formatCount(units, { language }),
  );
  return extremes === undefined
    ? `${name}. ${count}`
    : `${name}, ${formatPercent(extremes.share, { language, decimals: 0 })}. ${count}`;
}

function rows(data: OverdispersionData): readonly Row[] {
  const { method, phi, phiOfAll, tauSquared, units, kept, statistic, degreesOfFreedom, pValue, status } =
    data;
  return [
    {
      method,
      phi,
      phiOfAll,
      tauSquared: tauSquared ?? null,
      units,
      kept,
      statistic: statistic ?? null,
      degreesOfFreedom: degreesOfFreedom ?? null,
      pValue,
      status,
    },
  ];
}
