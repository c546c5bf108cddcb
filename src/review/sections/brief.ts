import { positionSentence, type Benchmark } from "../../benchmark/index.js";
import { formatDate, formatKroner, type Block, type Language } from "../../display/index.js";
import { verdictSentence, type Effect } from "../../effects/index.js";
import { forestPicture } from "../pictures.js";
import { armName, criterionName, isTooEarly, primaryEffect } from "../read.js";
import type { Deviation, ReviewData } from "../types.js";
import { frequencySentence } from "../words/frequency.js";

/** Page one: the question, the verdict, the picture, how sure, what is pending, the cluster, what deviates. */
export function briefSection(data: ReviewData, language: Language): readonly Block[] {
  const words = WORDS[language];
  const effect = primaryEffect(data);
  return [
    { block: "heading", level: 1, text: data.title[language] },
    { block: "paragraph", style: "small", text: words.edition(formatDate(data.asOf, { language })) },
    ...(data.simulated ? [{ block: "note" as const, tone: "warning" as const, text: words.simulated }] : []),
    { block: "heading", level: 2, text: words.heading, id: "brief" },
    { block: "paragraph", text: data.question[language] },
    ...(effect === undefined ? [] : verdictBlocks(data, effect, language)),
    { block: "list", items: keyPoints(data, effect, language) },
  ];
}

function verdictBlocks(data: ReviewData, effect: Effect, language: Language): Block[] {
  const early = isTooEarly(data);
  const leads = effect.verdicts.map((verdict): Block => {
    const sentence = verdictSentence(effect, verdict, language);
    const text = early ? sentence : `${sentence} ${frequencySentence(effect, verdict, language)}`;
    return { block: "paragraph", style: "lead", text };
  });
  return early ? leads : [...leads, forestPicture(data, effect, language)];
}

function keyPoints(data: ReviewData, effect: Effect | undefined, language: Language): string[] {
  const words = WORDS[language];
  return [
    ...(effect === undefined ? [] : [words.pending(...pendingCounts(data, effect))]),
    ...besideIt(data, language),
    ...clusterSentences(data.benchmark, language),
    ...(data.statement?.totals ?? []).map(({ arm, total }) =>
      words.paid(armName(data, arm), formatKroner(total, { language })),
    ),
    words.limits,
    ...(data.standIn === null ? [] : [data.standIn[language]]),
    ...data.deviations.map((deviation) => `${words.deviation}: ${deviationText(deviation, language)}`),
    ...(data.deviations.length === 0 ? [words.noDeviation] : []),
  ];
}

function clusterSentences(benchmark: Benchmark | null, language: Language): string[] {
  if (benchmark === null) return [WORDS[language].noBenchmark];
  return benchmark.arms.map((arm) => positionSentence(benchmark, arm, language));
}

/** Citizens not yet mature, and mature citizens whose outcome isn't known, over all arms. */
function pendingCounts(
  data: ReviewData,
  effect: Effect,
): [pending: number, unknown: number, citizens: number] {
  const sum = (part: "pending" | "unknown"): number =>
    effect.rates.reduce((at, rate) => at + rate.counts[part], 0);
  return [sum("pending"), sum("unknown"), data.flow.citizens];
}

/** The measures that the protocol wants shown beside the deciding one, as far as they can be read by now. */
function besideIt(data: ReviewData, language: Language): string[] {
  return data.effects
    .filter((effect) => !effect.primary)
    .flatMap((effect) =>
      effect.verdicts.map((verdict) => {
        const sentence = verdictSentence(effect, verdict, language);
        return WORDS[language].beside(criterionName(data, effect.criterion)[language], sentence);
      }),
    );
}

/** One deviation in words. */
export function deviationText(deviation: Deviation, language: Language): string {
  const isDate = deviation.code === "reviewed-later" || deviation.code === "reviewed-earlier";
  const shown = (value: string): string => (isDate ? formatDate(value, { language }) : value);
  return WORDS[language].deviations[deviation.code](shown(deviation.planned), shown(deviation.actual));
}

interface Words {
  readonly heading: string;
  readonly edition: (date: string) => string;
  readonly simulated: string;
  readonly pending: (pending: number, unknown: number, citizens: number) => string;
  readonly noBenchmark: string;
  readonly paid: (arm: string, amount: string) => string;
  readonly limits: string;
  readonly beside: (name: string, sentence: string) => string;
  readonly deviation: string;
  readonly noDeviation: string;
  readonly deviations: Readonly<Record<Deviation["code"], (planned: string, actual: string) => string>>;
}

const WORDS: Readonly<Record<Language, Words>> = {
  da: {
    heading: "Kort fortalt",
    edition: (date) =>
      `Etårsrapport, opgjort pr. ${date}. Intern udgave: små tal er ikke skjult, og rapporten må ikke offentliggøres i denne form.`,
    simulated:
      "Alle tal i denne rapport er simulerede. De viser, hvordan en rapport ser ud, og siger intet om virkelige borgere, kommuner eller leverandører.",
    pending: (pending, unknown, citizens) =>
      `Af ${citizens} borgere er ${pending} endnu ikke fulgt længe nok, og ${unknown} har et ukendt udfald.`,
    noBenchmark: "Der er ikke givet tal for sammenlignelige kommuner.",
    paid: (arm, amount) => `Afregnet med ${arm} efter de aftalte satser, så vidt de er oplyst: ${amount}`,
    limits:
      "Lodtrækningen gør, at forskellen kan tilskrives enhederne. Alle fik et forløb, så rapporten siger ikke, om et forløb hjælper.",
    beside: (name, sentence) => `Ved siden af (${name}): ${sentence}`,
    deviation: "Afvigelse fra protokollen",
    noDeviation: "Ingen afvigelser fra protokollen.",
    deviations: {
      "reviewed-later": (planned, actual) => `opgjort ${actual}, planlagt til ${planned}.`,
      "reviewed-earlier": (planned, actual) => `opgjort ${actual}, før den planlagte dato ${planned}.`,
      "analysis-option": (planned, actual) => `analysen er lavet med ${actual}; planlagt var ${planned}.`,
      "primary-missing": (planned, actual) =>
        `det planlagte succeskriterium ${planned} mangler; vist er ${actual}.`,
      "test-ledger": () => "lodtrækningsprotokollen er ført som prøve, ikke som gældende.",
    },
  },
  en: {
    heading: "In brief",
    edition: (date) =>
      `One-year review as of ${date}. Internal edition: small counts are not hidden, and the review must not be published in this form.`,
    simulated:
      "All figures in this review are simulated. They show what a review looks like and say nothing about real citizens, municipalities or suppliers.",
    pending: (pending, unknown, citizens) =>
      `Of ${citizens} citizens, ${pending} have not been followed for long enough yet, and ${unknown} have an unknown outcome.`,
    noBenchmark: "No figures of comparable municipalities were given.",
    paid: (arm, amount) => `Settled with ${arm} at the agreed rates, as far as they are stated: ${amount}`,
    limits:
      "The draw is why the difference can be ascribed to the units. Everyone was offered a course, so the review does not say whether a course helps.",
    beside: (name, sentence) => `Beside it (${name}): ${sentence}`,
    deviation: "Deviation from the protocol",
    noDeviation: "No deviations from the protocol.",
    deviations: {
      "reviewed-later": (planned, actual) => `reviewed as of ${actual}, planned for ${planned}.`,
      "reviewed-earlier": (planned, actual) =>
        `reviewed as of ${actual}, before the planned date ${planned}.`,
      "analysis-option": (planned, actual) => `the analysis was made with ${actual}; planned was ${planned}.`,
      "primary-missing": (planned, actual) =>
        `the planned criterion ${planned} is missing; shown is ${actual}.`,
      "test-ledger": () => "the ledger was kept as a test, not as live.",
    },
  },
};
