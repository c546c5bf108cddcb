import { formatCount, formatPercent, type Block, type Language } from "../../display/index.js";
import type { ArmMissing } from "../beside/types.js";
import type { EditionData } from "../types.js";

const REASONS = ["noHistory", "moved", "beforeCoverage", "other"] as const;

/** How many outcomes aren't known, why, and what was done about it. */
export function missingSection({ beside }: EditionData, language: Language): readonly Block[] {
  const missing = beside?.missing ?? [];
  if (missing.every(({ mature }) => mature === 0)) return [];
  const words = WORDS[language];
  const isComplete = missing.every((arm) => unknownOf(arm) === 0);
  return [
    { block: "heading", level: 3, text: words.heading, id: "missing" },
    { block: "paragraph", text: isComplete ? words.complete : words.text },
    ...(isComplete ? [] : [missingTable(missing, language)]),
  ];
}

function missingTable(missing: readonly ArmMissing[], language: Language): Block {
  const words = WORDS[language];
  const shown = REASONS.filter((reason) => missing.some((arm) => arm[reason] > 0));
  const count = (value: number): string => formatCount(value, { language });
  return {
    block: "table",
    id: "table-missing",
    caption: words.caption,
    columns: [
      words.unit,
      words.mature,
      ...shown.map((reason) => words.reasons[reason]),
      words.all,
      words.share,
    ].map((heading, index) => ({ heading, align: index === 0 ? ("left" as const) : ("right" as const) })),
    rows: missing.map((arm) => [
      arm.name,
      count(arm.mature),
      ...shown.map((reason) => count(arm[reason])),
      count(unknownOf(arm)),
      formatPercent(arm.mature === 0 ? null : unknownOf(arm) / arm.mature, { language }),
    ]),
  };
}

function unknownOf(arm: ArmMissing): number {
  return REASONS.reduce((sum, reason) => sum + arm[reason], 0);
}

interface MissingWords {
  readonly heading: string;
  readonly complete: string;
  readonly text: string;
  readonly caption: string;
  readonly unit: string;
  readonly mature: string;
  readonly reasons: Readonly<Record<(typeof REASONS)[number], string>>;
  readonly all: string;
  readonly share: string;
}

const WORDS: Readonly<Record<Language, MissingWords>> = {
  da: {
    heading: "Manglende oplysninger",
    complete: "Udfaldet af det afgørende kriterium er kendt for alle, der er fulgt længe nok.",
    text: "For nogle, der er fulgt længe nok, er udfaldet af det afgørende kriterium ukendt. Udfaldene er ikke skønnet: borgerne indgår ikke i succesraten, og ved siden af raten står, hvad den ville være, hvis alle havde opnået succes, og hvis ingen havde. Tilsvarende yderpunkter står ved forskellen og blandt de andre analyser. Andre manglende oplysninger er behandlet, som det står under »Om oplysningerne«.",
    caption: "Ukendte udfald blandt dem, der er fulgt længe nok, det afgørende kriterium",
    unit: "Enhed",
    mature: "Fulgt længe nok",
    reasons: {
      noHistory: "Findes ikke i registeret",
      moved: "Flyttet fra kommunen",
      beforeCoverage: "Registeret begynder for sent",
      other: "Af anden grund",
    },
    all: "Ukendte i alt",
    share: "Andel",
  },
  en: {
    heading: "Missing data",
    complete: "The outcome by the deciding criterion is known for everyone followed for long enough.",
    text: "For some who have been followed for long enough the outcome by the deciding criterion is unknown. These outcomes are not guessed: the citizens are left out of the success rate, and beside the rate stands what it would be if all of them had succeeded, and if none had. Corresponding bounds stand beside the difference and among the other analyses. Other missing data were treated as described under “About the data”.",
    caption: "Unknown outcomes among those followed for long enough, the deciding criterion",
    unit: "Unit",
    mature: "Followed long enough",
    reasons: {
      noHistory: "Not in the register",
      moved: "Moved from the municipality",
      beforeCoverage: "The register begins too late",
      other: "For another reason",
    },
    all: "Unknown in all",
    share: "Share",
  },
};
