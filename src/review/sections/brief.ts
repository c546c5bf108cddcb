import { positionSentence, type Benchmark } from "../../benchmark/index.js";
import { formatDate, formatKroner, type Block, type Language, type Table } from "../../display/index.js";
import { verdictSentence, type Effect } from "../../effects/index.js";
import { effectPicture } from "../pictures.js";
import { criterionName, isTooEarly, primaryEffect } from "../read.js";
import type { Deviation, ReviewData } from "../types.js";
import { frequencySentence, sentenceCase } from "../words/frequency.js";

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
    keyPoints(data, effect, language),
  ];
}

function verdictBlocks(data: ReviewData, effect: Effect, language: Language): Block[] {
  const early = isTooEarly(data);
  const leads = effect.verdicts.map((verdict): Block => {
    const sentence = verdictSentence(effect, verdict, language);
    const text = early ? sentence : `${sentence} ${frequencySentence(effect, verdict, language)}`;
    return { block: "paragraph", style: "lead", text };
  });
  return early ? leads : [...leads, effectPicture(effect, language)];
}

/** What else a reader of page one alone must know, a line each. */
function keyPoints(data: ReviewData, effect: Effect | undefined, language: Language): Table {
  const words = WORDS[language];
  const points: (readonly [keyof Words["points"], readonly string[]])[] = [
    ["sure", [words.sure]],
    ["pending", effect === undefined ? [] : [words.pending(...pendingCounts(data, effect))]],
    ["beside", besideIt(data, language)],
    ["cluster", clusterSentences(data.benchmark, language)],
    ["cost", costs(data, language)],
    ["deviations", deviations(data, language)],
    ["measure", data.standIn === null ? [] : [data.standIn[language]]],
    ["limits", [words.limits]],
  ];
  return {
    block: "table",
    id: "table-key-points",
    caption: words.caption,
    columns: [{ heading: words.columns[0] }, { heading: words.columns[1] }],
    rows: points.flatMap(([point, lines]) =>
      lines.length === 0 ? [] : [[words.points[point], lines.join("\n")]],
    ),
  };
}

function clusterSentences(benchmark: Benchmark | null, language: Language): readonly string[] {
  if (benchmark === null) return [WORDS[language].noBenchmark];
  return benchmark.arms.map((arm) => positionSentence(benchmark, arm, language));
}

function costs({ statement }: ReviewData, language: Language): readonly string[] {
  return (statement?.totals ?? [])
    .filter(({ total }) => total > 0)
    .map(({ name, total }) => WORDS[language].paid(name, formatKroner(total, { language })));
}

function deviations(data: ReviewData, language: Language): readonly string[] {
  if (data.deviations.length === 0) return [WORDS[language].noDeviation];
  return data.deviations.map((deviation) => deviationText(deviation, language));
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

/** The measures that the protocol wants shown beside the deciding one; of those too early only that they are. */
function besideIt(data: ReviewData, language: Language): readonly string[] {
  return data.effects
    .filter((effect) => !effect.primary)
    .flatMap((effect) =>
      effect.verdicts.map((verdict) => {
        const name = sentenceCase(criterionName(data, effect.criterion)[language]);
        return verdict.code === "too-early"
          ? `${name}: ${WORDS[language].early}`
          : `${name}: ${verdictSentence(effect, verdict, language)}`;
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
  readonly sure: string;
  readonly early: string;
  readonly caption: string;
  readonly columns: readonly [string, string];
  readonly points: Readonly<
    Record<"sure" | "pending" | "beside" | "cluster" | "cost" | "measure" | "limits" | "deviations", string>
  >;
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
      pending === 0
        ? `Alle ${citizens} borgere er fulgt længe nok; for ${unknown} er udfaldet ukendt.`
        : `Af ${citizens} borgere er ${pending} endnu ikke fulgt længe nok; for ${unknown} af de øvrige er udfaldet ukendt.`,
    noBenchmark: "Der er ikke givet tal for sammenlignelige kommuner.",
    paid: (arm, amount) => `${arm}: ${amount} efter de satser, udbuddet oplyser.`,
    limits:
      "Lodtrækningen gør, at forskellen kan tilskrives enhederne. Alle fik et forløb, så rapporten siger ikke, om et forløb hjælper.",
    sure: "Intervallet viser, hvor stor eller lille forskellen med rimelighed kan være. Ligger nul i det, er retningen ikke afgjort.",
    early: "kan endnu ikke sammenlignes.",
    caption: "Også værd at vide",
    columns: ["Emne", "Kort svar"],
    points: {
      sure: "Sikkerhed",
      pending: "Endnu ikke målt",
      beside: "Ved siden af",
      cluster: "Andre kommuner",
      cost: "Afregning",
      measure: "Målet",
      limits: "Rækkevidde",
      deviations: "Afvigelser fra protokollen",
    },
    noDeviation: "Ingen.",
    deviations: {
      "reviewed-later": (planned, actual) => `Opgjort ${actual}; planlagt til ${planned}.`,
      "reviewed-earlier": (planned, actual) => `Opgjort ${actual}, før den planlagte dato ${planned}.`,
      "analysis-option": (planned, actual) => `Analysen er lavet med ${actual}; planlagt var ${planned}.`,
      "primary-missing": (planned, actual) =>
        `Det planlagte succeskriterium ${planned} mangler; vist er ${actual}.`,
      "test-ledger": () => "Lodtrækningsprotokollen er ført som prøve, ikke som gældende.",
    },
  },
  en: {
    heading: "In brief",
    edition: (date) =>
      `One-year review as of ${date}. Internal edition: small counts are not hidden, and the review must not be published in this form.`,
    simulated:
      "All figures in this review are simulated. They show what a review looks like and say nothing about real citizens, municipalities or suppliers.",
    pending: (pending, unknown, citizens) =>
      pending === 0
        ? `All ${citizens} citizens have been followed for long enough; the outcome of ${unknown} is unknown.`
        : `Of ${citizens} citizens, ${pending} have not been followed for long enough yet; the outcome of ${unknown} of the others is unknown.`,
    noBenchmark: "No figures of comparable municipalities were given.",
    paid: (arm, amount) => `${arm}: ${amount} at the rates that the tender states.`,
    limits:
      "The draw is why the difference can be ascribed to the units. Everyone was offered a course, so the review does not say whether a course helps.",
    sure: "The confidence interval shows how large or small the difference may reasonably be. If zero lies inside it, the direction is not decided.",
    early: "cannot be compared yet.",
    caption: "Also worth knowing",
    columns: ["Subject", "In short"],
    points: {
      sure: "How sure",
      pending: "Not yet measured",
      beside: "Beside it",
      cluster: "Other municipalities",
      cost: "Settlement",
      measure: "The measure",
      limits: "Reach",
      deviations: "Deviations from the protocol",
    },
    noDeviation: "None.",
    deviations: {
      "reviewed-later": (planned, actual) => `Reviewed as of ${actual}; planned for ${planned}.`,
      "reviewed-earlier": (planned, actual) =>
        `Reviewed as of ${actual}, before the planned date ${planned}.`,
      "analysis-option": (planned, actual) => `The analysis was made with ${actual}; planned was ${planned}.`,
      "primary-missing": (planned, actual) =>
        `The planned criterion ${planned} is missing; shown is ${actual}.`,
      "test-ledger": () => "The ledger was kept as a test, not as live.",
    },
  },
};
