import type { Notice } from "../core/index.js";
import { formatCount, type Language } from "../display/index.js";

type Wording = Readonly<Record<Language, string>>;
type NoticeWording = Readonly<Record<Language, (notice: Notice) => string>>;

/** Why there is no ratio. */
export const COST_REASONS: Readonly<Record<string, Wording>> = {
  "zero-denominator": { en: "the denominator is 0", da: "nævneren er 0" },
};

/** What the notices of ratios, costs and effects say. */
export const COST_NOTICES: Readonly<Record<string, NoticeWording>> = {
  "zero-denominator": {
    en: () =>
      "The denominator is 0, so that there is no ratio; the interval tells which ratios the data exclude all the same.",
    da: () =>
      "Nævneren er 0, så der er intet forhold; intervallet viser alligevel, hvilke forhold data udelukker.",
  },
  "ratio-through-infinity": {
    en: () =>
      "The interval of the denominator holds 0, so that the ratio may run through infinity: only the values that lie outside of the pieces are excluded. Look at the two differences, or at the net benefit.",
    da: () =>
      "Nævnerens interval rummer 0, så forholdet kan gå gennem uendelig: kun de værdier, der ligger uden for stykkerne, er udelukket. Se på de to forskelle eller på nettogevinsten.",
  },
  "no-ratio-excluded": {
    en: () =>
      "The interval of the denominator holds 0, and that of the numerator does too: the data exclude no ratio at all. Look at the two differences, or at the net benefit.",
    da: () =>
      "Nævnerens interval rummer 0, og det gør tællerens også: data udelukker slet intet forhold. Se på de to forskelle eller på nettogevinsten.",
  },
  "blocks-judged-together": {
    en: ({ blocks, others }) =>
      `Blocks with a single citizen in a group: ${counted(blocks, "en")}. One citizen doesn’t tell how citizens differ; how uncertain they are is taken from the differences between these blocks${others === 0 ? "" : `, with the ${counted(others, "en")} smallest others`}.`,
    da: ({ blocks, others }) =>
      `Blokke med en enkelt borger i en gruppe: ${counted(blocks, "da")}. Én borger viser ikke, hvor forskellige borgere er; usikkerheden er taget fra forskellene mellem disse blokke${others === 0 ? "" : ` og de ${counted(others, "da")} mindste af de øvrige`}.`,
  },
  "blocks-joined": {
    en: ({ blocks }) =>
      `Blocks with a single citizen in a group: ${counted(blocks, "en")}. They are taken as one block with others, since one citizen doesn’t tell how citizens differ and the blocks are too few to.`,
    da: ({ blocks }) =>
      `Blokke med en enkelt borger i en gruppe: ${counted(blocks, "da")}. De er regnet som én blok sammen med andre, fordi én borger ikke viser, hvor forskellige borgere er, og blokkene er for få til det.`,
  },
};

/** The four parts of the cost-effectiveness plane, effect to the right and cost upwards. */
export type Quadrant = "northEast" | "southEast" | "southWest" | "northWest";

/** The words around costs and effects. */
export const COST_PHRASES: Readonly<
  Record<
    Language,
    {
      readonly worth: (price: string, probability: string) => string;
      readonly differences: (cost: string, effect: string) => string;
      readonly resamples: (times: string, parts: string) => string;
      readonly otherSign: (share: string) => string;
      readonly quadrants: Readonly<Record<Quadrant, string>>;
    }
  >
> = {
  en: {
    worth: (price, probability) =>
      `If one unit more of the effect is worth ${price}, the probability that it is worth its cost is ${probability} (in the normal approximation).`,
    differences: (cost, effect) => `Difference in cost ${cost}, in effect ${effect}.`,
    resamples: (times, parts) => `Of ${times} resamples: ${parts}.`,
    otherSign: (share) => `In ${share} the effect goes the other way.`,
    quadrants: {
      northEast: "more effect at a higher cost",
      southEast: "more effect at a lower cost",
      southWest: "less effect at a lower cost",
      northWest: "less effect at a higher cost",
    },
  },
  da: {
    worth: (price, probability) =>
      `Hvis én enhed mere af effekten er ${price} værd, er sandsynligheden for, at den er sin pris værd, ${probability} (i normaltilnærmelse).`,
    differences: (cost, effect) => `Forskel i omkostning ${cost}, i effekt ${effect}.`,
    resamples: (times, parts) => `Af ${times} genudtrækninger: ${parts}.`,
    otherSign: (share) => `I ${share} går effekten den anden vej.`,
    quadrants: {
      northEast: "mere effekt til en højere pris",
      southEast: "mere effekt til en lavere pris",
      southWest: "mindre effekt til en lavere pris",
      northWest: "mindre effekt til en højere pris",
    },
  },
};

function counted(value: unknown, language: Language): string {
  return formatCount(Number(value), { language });
}
