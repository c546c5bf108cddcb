import { formatCount, formatNumber, type Block, type Language } from "../../display/index.js";
import type { Participant } from "../../outcomes/index.js";
import { flowPicture } from "../pictures.js";
import type { DrawFacts, ReviewData } from "../types.js";

/** How chance divided the citizens, and whether its ledger holds. */
export function chanceSection(data: ReviewData, language: Language): readonly Block[] {
  const words = WORDS[language];
  return [
    { block: "heading", level: 2, text: words.heading, id: "chance" },
    { block: "paragraph", text: designText(data.draw, language) },
    flowPicture(data, language),
    participationTable(data, language),
    ...(data.flow.referredAgain === 0
      ? []
      : [{ block: "paragraph" as const, text: words.again(data.flow.referredAgain, data.flow.referrals) }]),
    { block: "paragraph", text: verificationText(data.draw, language) },
    { block: "paragraph", style: "small", text: words.head(data.draw.head.size, data.draw.head.root) },
  ];
}

function participationTable({ flow }: ReviewData, language: Language): Block {
  const words = WORDS[language];
  const kinds = (Object.keys(words.participation) as Participant["participation"][]).filter((kind) =>
    flow.arms.some(({ participation }) => participation[kind] > 0),
  );
  return {
    block: "table",
    id: "table-participation",
    caption: words.caption,
    columns: [
      { heading: words.course },
      ...flow.arms.map(({ name }) => ({ heading: name, align: "right" as const })),
    ],
    rows: [
      ...kinds.map((kind) => [
        words.participation[kind],
        ...flow.arms.map(({ participation }) => formatCount(participation[kind], { language })),
      ]),
      [words.allocated, ...flow.arms.map(({ allocated }) => formatCount(allocated, { language }))],
      [
        words.meanDays,
        ...flow.arms.map(({ meanCourseDays }) => formatNumber(meanCourseDays, { language, decimals: 1 })),
      ],
    ],
  };
}

function designText(draw: DrawFacts, language: Language): string {
  const words = WORDS[language];
  const strata = draw.strata.length === 0 ? "" : words.strata(draw.strata.join(", "));
  return draw.design === "alternation"
    ? `${words.alternation}${strata}`
    : `${words.complete(draw.batches)}${strata}`;
}

function verificationText({ verification }: DrawFacts, language: Language): string {
  const words = WORDS[language];
  if (verification === null) return words.notVerified;
  if (!verification.valid) return words.invalid(verification.findings.length);
  return verification.checked.includes("draws") ? words.drawsVerified : words.chainVerified;
}

interface Words {
  readonly heading: string;
  readonly complete: (batches: number) => string;
  readonly alternation: string;
  readonly strata: (columns: string) => string;
  readonly caption: string;
  readonly course: string;
  readonly allocated: string;
  readonly meanDays: string;
  readonly participation: Readonly<Record<Participant["participation"], string>>;
  readonly again: (again: number, referrals: number) => string;
  readonly notVerified: string;
  readonly chainVerified: string;
  readonly drawsVerified: string;
  readonly invalid: (findings: number) => string;
  readonly head: (size: number, root: string) => string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  da: {
    heading: "Sådan fordelte tilfældet borgerne",
    complete: (batches) =>
      `Hver uges visiterede borgere er fordelt ved lodtrækning, i alt ${batches} lodtrækninger. Inden for hver lodtrækning havde alle den aftalte sandsynlighed for hver enhed.`,
    alternation:
      "Hver anden borger er visiteret til den ene enhed, begyndelsen ved lodtrækning. Rækkefølgen kan derefter forudsiges af den, der kender den, og det svækker sikkerheden for, at grupperne er ens.",
    strata: (columns) => ` Der er trukket lod særskilt inden for hver gruppe af »${columns}«.`,
    caption: "Forløbet hos hver enhed, alle visiterede borgere",
    course: "Forløb",
    allocated: "Visiterede borgere i alt",
    meanDays: "Gennemsnitlig længde af afsluttede forløb, dage",
    participation: {
      "completed": "Afsluttet",
      "running": "I gang",
      "returned": "Tilbagevisiteret",
      "expired": "Udløbet uden resultat",
      "withdrawn": "Afbrudt",
      "never-started": "Aldrig begyndt",
      "not-reported": "Intet forløb indberettet",
    },
    again: (again, referrals) =>
      `${again} af de ${referrals} visiteringer gælder en borger, der var visiteret før. En borger tæller én gang, ved den første visitering.`,
    notVerified: "Lodtrækningsprotokollen er ikke efterprøvet i denne rapport.",
    chainVerified:
      "Lodtrækningsprotokollens kæde er efterprøvet og ubrudt. Selve lodtrækningerne kan efterprøves, når nøglen frigives.",
    drawsVerified:
      "Lodtrækningsprotokollen er efterprøvet: kæden er ubrudt, og hver lodtrækning er genberegnet af nøglen.",
    invalid: (findings) =>
      `Lodtrækningsprotokollen holder ikke: efterprøvningen fandt ${findings} fejl. Rapportens sammenligning kan ikke bruges, før de er forklaret.`,
    head: (size, root) => `Lodtrækningsprotokol: ${size} linjer, rod ${root}.`,
  },
  en: {
    heading: "How chance divided the citizens",
    complete: (batches) =>
      `The citizens referred in each week were divided by lot, in ${batches} draws. Within each draw everyone had the agreed probability of each unit.`,
    alternation:
      "Every second citizen was referred to the one unit, the first by lot. The order can be foretold from then on by anyone who knows it, which weakens the assurance that the groups are alike.",
    strata: (columns) => ` Lots were drawn separately within each group of “${columns}”.`,
    caption: "The course with each unit, all citizens referred",
    course: "Course",
    allocated: "Citizens referred in all",
    meanDays: "Mean length of ended courses, days",
    participation: {
      "completed": "Completed",
      "running": "Running",
      "returned": "Returned",
      "expired": "Expired without result",
      "withdrawn": "Withdrawn",
      "never-started": "Never started",
      "not-reported": "No course reported",
    },
    again: (again, referrals) =>
      `${again} of the ${referrals} referrals are of a citizen who had been referred before. A citizen counts once, by the first referral.`,
    notVerified: "The ledger of the draws has not been verified in this review.",
    chainVerified:
      "The chain of the ledger was verified and is unbroken. The draws themselves can be verified once the key is revealed.",
    drawsVerified:
      "The ledger was verified: the chain is unbroken, and every draw was computed again from the key.",
    invalid: (findings) =>
      `The ledger does not hold: verification found ${findings} errors. The comparison can't be used until they are explained.`,
    head: (size, root) => `Ledger: ${size} lines, root ${root}.`,
  },
};
