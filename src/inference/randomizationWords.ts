import type { Notice } from "../core/index.js";
import { formatCount, type Language } from "../display/index.js";

type Wording = Readonly<Record<Language, string>>;
type NoticeWording = Readonly<Record<Language, (notice: Notice) => string>>;

/** Methods that rest on the draw alone. */
export const RANDOMIZATION_METHODS: Readonly<Record<string, Wording>> = {
  "randomization-exact": {
    en: "Exact randomization test within blocks",
    da: "Eksakt randomiseringstest inden for blokke",
  },
  "randomization-exact-households": {
    en: "Exact randomization test of households within blocks",
    da: "Eksakt randomiseringstest af husstande inden for blokke",
  },
  "reference-set-enumerated": {
    en: "Randomization test over all draws of the recorded design",
    da: "Randomiseringstest over alle lodtrækninger, som designet kan give",
  },
  "reference-set-monte-carlo": {
    en: "Randomization test over replayed draws of the recorded design",
    da: "Randomiseringstest over gentagne lodtrækninger efter det registrerede design",
  },
  "potential-outcomes-exact": {
    en: "exact, from the potential outcomes of one block (Li and Ding)",
    da: "eksakt, ud fra de mulige udfald i én blok (Li og Ding)",
  },
  "common-odds-ratio-exact": {
    en: "exact given all margins, one odds ratio common to the blocks",
    da: "eksakt givet alle marginaler, én oddsratio fælles for blokkene",
  },
  "blocked-neyman": {
    en: "Neyman’s variance within blocks (conservative, for large numbers)",
    da: "Neymans varians inden for blokke (konservativ, for store tal)",
  },
};

/** What the notices of these methods say. */
export const RANDOMIZATION_NOTICES: Readonly<Record<string, NoticeWording>> = {
  "asymptotic-interval": {
    en: ({ blocks }) =>
      `Over several blocks (${formatCount(Number(blocks), { language: "en" })}) the interval of the average effect isn’t exact: it is conservative, its variance being too large where effects differ, and holds for large numbers.`,
    da: ({ blocks }) =>
      `Over flere blokke (${formatCount(Number(blocks), { language: "da" })}) er intervallet for den gennemsnitlige effekt ikke eksakt: det er konservativt, da variansen er for stor, hvor effekterne er forskellige, og det gælder for store tal.`,
  },
  "draws-without-both-arms": {
    en: ({ draws, times }) =>
      `Draws that left an arm empty are left out: ${formatCount(Number(draws), { language: "en" })} of ${formatCount(Number(times), { language: "en" })}.`,
    da: ({ draws, times }) =>
      `Lodtrækninger, der efterlod en arm tom, er udeladt: ${formatCount(Number(draws), { language: "da" })} af ${formatCount(Number(times), { language: "da" })}.`,
  },
  "replayed-draws": {
    en: ({ times }) =>
      `From ${formatCount(Number(times), { language: "en" })} replayed draws; the p-value has a Monte Carlo error.`,
    da: ({ times }) =>
      `Ud fra ${formatCount(Number(times), { language: "da" })} gentagne lodtrækninger; p-værdien har en Monte Carlo-fejl.`,
  },
};
