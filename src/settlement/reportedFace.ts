import { formatCount, type Block, type Face, type Language } from "../display/index.js";
import type { ReportedData } from "./reportedTypes.js";

const COLUMNS = ["reported", "success", "failure", "pending", "unknown", "notReported"] as const;

/** Reported successes beside the register, by criterion and arm; nothing where none were reported. */
export function reportedBlocks({ criteria }: ReportedData, language: Language): readonly Block[] {
  if (criteria.length === 0) return [];
  const words = WORDS[language];
  return [
    { block: "paragraph", text: words.text },
    {
      block: "table",
      id: "table-reported",
      caption: words.caption,
      columns: [
        { heading: words.criterion },
        { heading: words.unit },
        ...COLUMNS.map((column) => ({ heading: words.columns[column], align: "right" as const })),
      ],
      rows: criteria.map((each) => [
        each.criterionName[language],
        each.name,
        ...COLUMNS.map((column) => formatCount(each[column], { language })),
      ]),
    },
  ];
}

/** How they show themselves. */
export const reportedFace: Face<ReportedData> = {
  blocks: reportedBlocks,
  rows: ({ criteria }) =>
    criteria.map(({ criterionName, ...each }) => ({ ...each, criterionName: criterionName.en })),
};

interface ReportedWords {
  readonly text: string;
  readonly caption: string;
  readonly criterion: string;
  readonly unit: string;
  readonly columns: Readonly<Record<(typeof COLUMNS)[number], string>>;
}

const WORDS: Readonly<Record<Language, ReportedWords>> = {
  da: {
    text: "Nogle resultater opgør enheden selv. De er her holdt op mod registeret, borger for borger, målt som kontrakten siger. En linje er talt med, når den er krævet for et kriterium, også blot som bonus, hvor enheden kun får bonus for ét; grundbeløb, fradrag og krav uden borger indberetter ingen succes. Ingen af siderne er rettet; resultaterne i denne rapport er registerets.",
    caption: "Indberettede succeser holdt op mod registeret",
    criterion: "Kriterium",
    unit: "Enhed",
    columns: {
      reported: "Indberettet",
      success: "Succes også i registeret",
      failure: "Ikke succes i registeret",
      pending: "Endnu ikke afgjort",
      unknown: "Ukendt i registeret",
      notReported: "Succes i registeret, ikke indberettet",
    },
  },
  en: {
    text: "Some results are worked out by the unit itself. Here they are held against the register, citizen by citizen, as the contract measures. A line counts where it is claimed for a criterion, also merely as a bonus where the unit has one for a single criterion; base payments, deductions and claims without a citizen report no success. Neither side has been corrected; the results in this review are the register's.",
    caption: "Reported successes held against the register",
    criterion: "Criterion",
    unit: "Unit",
    columns: {
      reported: "Reported",
      success: "Success in the register too",
      failure: "No success in the register",
      pending: "Not decided yet",
      unknown: "Unknown in the register",
      notReported: "Success in the register, not reported",
    },
  },
};
