import {
  formatCount,
  formatMonth,
  type Block,
  type Face,
  type Language,
  type Row,
} from "../display/index.js";
import type { MonthlyResultsData } from "./monthsTypes.js";
import { armTables } from "./armTables.js";

/** Referrals, starts and successes by month of referral. */
export function monthBlocks(results: MonthlyResultsData, language: Language): readonly Block[] {
  const words = WORDS[language];
  const { arms, months } = results;
  const rows = months.map(({ month, mature }) => {
    const name = formatMonth(month, { language });
    return mature ? name : words.immature(name);
  });
  const columns = arms.map(({ name }, at) => ({
    name,
    headings: words.columns,
    rows: months.map(({ arms: own }) =>
      [own[at]?.referred, own[at]?.started, own[at]?.success].map((count = 0) =>
        formatCount(count, { language }),
      ),
    ),
  }));
  return [
    { block: "heading", level: 3, text: words.heading, id: "months" },
    { block: "paragraph", text: words.text },
    ...(months.length === 0
      ? []
      : armTables({ id: "table-months", caption: words.caption, heading: words.month, rows }, columns)),
  ];
}

/** How they show themselves. */
export const monthsFace: Face<MonthlyResultsData> = { blocks: monthBlocks, rows: monthRows };

function monthRows({ months }: MonthlyResultsData): readonly Row[] {
  return months.flatMap(({ month, mature, arms }) => arms.map((each) => ({ month, mature, ...each })));
}

interface MonthWords {
  readonly heading: string;
  readonly text: string;
  readonly caption: string;
  readonly month: string;
  readonly columns: readonly [referred: string, started: string, success: string];
  readonly immature: (month: string) => string;
}

const WORDS: Readonly<Record<Language, MonthWords>> = {
  da: {
    heading: "Måned for måned",
    text: "Alt er talt efter den måned, borgeren blev visiteret i: hvor mange der blev visiteret, hvor mange af dem der er begyndt på et forløb, og hvor mange af dem der indtil nu har opnået succes, målt fra visiteringen. I måneder mærket med * er ikke alle fulgt længe nok, så flere kan opnå succes: et fald dér er ikke et fald i resultaterne. En enkelt måned er for lidt at sammenligne enhederne på.",
    caption: "Visiterede, begyndte og succeser efter visiteringsmåned (* ikke alle er fulgt længe nok)",
    month: "Visiteret",
    columns: ["visiterede", "begyndte", "succes"],
    immature: (month) => `${month} *`,
  },
  en: {
    heading: "Month by month",
    text: "Everything is counted by the month in which the citizen was referred: how many were referred, how many of them have begun a course, and how many of them have succeeded so far, measured from the referral. In months marked * not everyone has been followed for long enough, so more may succeed: a fall there is no fall in the results. A single month is too little to compare the units by.",
    caption: "Referred, started and successes by month of referral (* not all followed for long enough)",
    month: "Referred in",
    columns: ["referred", "started", "successes"],
    immature: (month) => `${month} *`,
  },
};
