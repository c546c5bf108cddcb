import { defineProgram, type Program } from "../protocol/index.js";

/**
 * Jobcenter Slagelse, note on purchases from suppliers, and the plan for 2017: a supplier as a buffer
 * that delivers nearly the jobcenter's own effort when unemployment rises. It asks for a basis to
 * decide how much of it there should be, and states no rule or share.
 */
export const slagelse: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "slagelse",
  name: { da: "Leverandør som buffer", en: "A supplier as a buffer" },
  source: "Jobcenter Slagelse, notat om køb hos eksterne leverandører; Beskæftigelsesplan 2017",
  municipality: "Slagelse",
  population: {
    da: "overvejende forsikrede ledige; fra uge 43 ikke længere de 30-50-årige",
    en: "mostly insured unemployed; from week 43 no longer those aged 30 to 50",
  },
  // Spent on suppliers in 2014: in all, on guidance and clarification, on special services, and on the buffer.
  volume: [
    { of: "spending", per: "year", about: 38_600_000, source: "notatet" },
    { of: "spending", per: "year", group: { use: "guidance" }, about: 26_000_000, source: "notatet" },
    { of: "spending", per: "year", group: { use: "special-services" }, about: 11_000_000, source: "notatet" },
    { of: "spending", per: "year", group: { use: "buffer" }, about: 15_000_000, source: "notatet" },
    {
      of: "spending",
      per: "year",
      group: { use: "buffer", benefit: "unemployment-benefit" },
      least: 12_000_000,
      source: "notatet",
    },
    { of: "interviews", least: 5, source: "notatet" },
  ],
  // Since the beginning of 2015: up to 5 months, with at least 5 interviews; up to 52 weeks before.
  course: { lengths: [{ length: { months: 5 } }] },
  aims: [
    {
      text: {
        da: "En plan for hvad og hvor meget der lægges internt og eksternt, med et beslutningsgrundlag for dimensionering.",
        en: "A plan of what and how much is done internally and externally, with a basis for deciding on dimensions.",
      },
      source: "notatet",
    },
    {
      text: {
        da: "Et koncept for måling af effekterne hos de enkelte leverandører.",
        en: "A concept for measuring the effects of each supplier.",
      },
      source: "notatet",
    },
    {
      text: {
        da: "Særlige ydelser måles på progression hen imod arbejdsmarkedet eller ordinær uddannelse.",
        en: "Special services are measured by progression towards the labor market or ordinary education.",
      },
      source: "notatet",
    },
    {
      text: {
        da: "En tydelig og langsigtet strategi for, hvad, hvornår og hvordan jobcentret køber hos eksterne leverandører.",
        en: "A clear, long-term strategy for what, when and how the jobcenter buys from external suppliers.",
      },
      source: "Beskæftigelsesplan 2017, §3.4",
    },
  ],
});
