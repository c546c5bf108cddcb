import { formatCount, formatDate, type Block, type Face, type Language, type Row } from "../display/index.js";
import type { FlipCounts, OutcomeComparisonData } from "./flips-types.js";

/** How flips show themselves: how many were corrected, then each criterion, anchor and arm. */
export const flipsFace: Face<OutcomeComparisonData> = {
  blocks,
  rows: ({ flips }) => flips.map((flip): Row => ({ ...flip })),
};

function blocks(data: OutcomeComparisonData, language: Language): readonly Block[] {
  const words = WORDS[language];
  const count = (value: number): string => formatCount(value, { language });
  const corrected = data.flips.filter(({ flip }) => flip === "revised" || flip === "reopened");
  const people = new Set(corrected.map(({ citizen }) => citizen)).size;
  const [before, after] = [data.asOf.before, data.asOf.after].map((day) => formatDate(day, { language }));
  const rows = data.counts.map((counts) => cellsOf(counts, language));
  return [
    {
      block: "paragraph",
      style: "lead",
      text: people === 0 ? words.none : words.corrected(count(people), people === 1),
    },
    { block: "paragraph", text: words.text(before ?? "", after ?? "") },
    {
      block: "table",
      caption: words.caption,
      columns: words.columns.map((heading, index) => ({ heading, align: index < 3 ? "left" : "right" })),
      rows,
    },
    ...(data.onlyBefore + data.onlyAfter === 0
      ? []
      : [
          {
            block: "note" as const,
            tone: "caution" as const,
            text: words.others(count(data.onlyBefore), count(data.onlyAfter)),
          },
        ]),
  ];
}

function cellsOf(
  { criterionName, anchor, armName, citizens, flips, successesBefore, successesAfter }: FlipCounts,
  language: Language,
): readonly string[] {
  const numbers = [citizens, successesBefore, successesAfter, flips.settled, flips.revised, flips.reopened];
  return [
    criterionName[language],
    WORDS[language].anchors[anchor],
    armName,
    ...numbers.map((value) => formatCount(value, { language })),
  ];
}

const WORDS = {
  da: {
    none: "Intet udfald, der var afgjort, er blevet et andet.",
    corrected: (count: string, one: boolean) =>
      `${count} ${one ? "borger har" : "borgere har"} et udfald, der var afgjort og nu er et andet: grundlaget er rettet siden.`,
    text: (before: string, after: string) =>
      `Udfald pr. ${before} sammenholdt med udfald pr. ${after}. Afgjort siden er det, tiden har vist; rettet er en succes, der ikke længere er det, eller omvendt.`,
    caption: "Udfald, der er blevet andre",
    columns: [
      "Kriterium",
      "Målt",
      "Enhed",
      "Borgere",
      "Succeser før",
      "Succeser nu",
      "Afgjort siden",
      "Rettet",
      "Ikke længere afgjort",
    ],
    anchors: { contract: "efter kontrakten", referral: "fra visiteringen" },
    others: (before: string, after: string) =>
      `Borgere, som kun den ene opgørelse har: ${before} kun før, ${after} kun nu.`,
  },
  en: {
    none: "No outcome that was decided has become another.",
    corrected: (count: string, one: boolean) =>
      `${count} ${one ? "citizen has" : "citizens have"} an outcome that was decided and is another now: the data have been corrected since.`,
    text: (before: string, after: string) =>
      `Outcomes as of ${before} against outcomes as of ${after}. Decided since is what time has shown; corrected is a success that no longer is one, or the other way round.`,
    caption: "Outcomes that have become others",
    columns: [
      "Criterion",
      "Measured",
      "Arm",
      "Citizens",
      "Successes before",
      "Successes now",
      "Decided since",
      "Corrected",
      "No longer decided",
    ],
    anchors: { contract: "by the contract", referral: "from the referral" },
    others: (before: string, after: string) =>
      `Citizens whom only one of the two has: ${before} only before, ${after} only now.`,
  },
};
