import type { Notice } from "../core/index.js";
import { formatCount, type Language } from "../display/index.js";

type NoticeWording = Readonly<Record<Language, (notice: Notice) => string>>;

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
      `Lodtrækninger, der efterlod en gruppe tom, er udeladt: ${formatCount(Number(draws), { language: "da" })} af ${formatCount(Number(times), { language: "da" })}.`,
  },
  "replayed-draws": {
    en: ({ times }) =>
      `From ${formatCount(Number(times), { language: "en" })} replayed draws; the p-value has a Monte Carlo error.`,
    da: ({ times }) =>
      `Ud fra ${formatCount(Number(times), { language: "da" })} gentagne lodtrækninger; p-værdien har en Monte Carlo-fejl.`,
  },
};
