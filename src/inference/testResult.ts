import {
  formatNumber,
  formatPValue,
  METHOD_NAMES,
  nameOf,
  resultMaker,
  type Block,
  type Language,
  type Row,
} from "../display/index.js";
import { countsText, noticeBlocks } from "./show.js";
import { EXPECTED_PHRASES } from "./sampleWords.js";
import { SURVIVAL_PHRASES } from "./survivalWords.js";
import type { TestData, TestResult } from "./types.js";
import { PHRASES } from "./words.js";

/** Makes the result of a test that shows itself. */
export const makeTestResult: (data: TestData) => TestResult = resultMaker<TestData>({ blocks, rows });

function blocks(data: TestData, language: Language): readonly Block[] {
  return [
    { block: "paragraph", style: "lead", text: sentence(data, language) },
    {
      block: "paragraph",
      style: "small",
      text: [...countsText(data.counts, language), ...expectedText(data, language)].join(" "),
    },
    ...noticeBlocks(data.notices, language),
  ];
}

/** `Fisher’s exact test: p = 0.016 (two-sided)` */
function sentence(data: TestData, language: Language): string {
  const words = PHRASES[language];
  const name = nameOf(METHOD_NAMES, data.method, language);
  if (data.status === "not-estimable") return `${name}: ${words.notEstimable}`;
  const statistic =
    data.statistic === undefined ? "" : `${words.statistic} ${formatNumber(data.statistic, { language })}, `;
  return `${name}: ${statistic}${formatPValue(data.pValue, { language })} (${words.alternatives[data.alternative]})`;
}

/** `Expected if the groups are alike: A 10.69, B 7.31.` */
function expectedText({ method, expected }: TestData, language: Language): readonly string[] {
  if (expected === undefined) return [];
  const parts = Object.entries(expected).map(
    ([group, count]) => `${group} ${formatNumber(count, { language })}`,
  );
  const phrase = EXPECTED_PHRASES[method]?.[language] ?? SURVIVAL_PHRASES[language].expected;
  return [`${phrase}: ${parts.join(", ")}.`];
}

function rows({
  method,
  statistic,
  degreesOfFreedom,
  pValue,
  alternative,
  status,
}: TestData): readonly Row[] {
  return [
    {
      method,
      statistic: statistic ?? null,
      degreesOfFreedom: degreesOfFreedom ?? null,
      pValue,
      alternative,
      status,
    },
  ];
}
