import type { ColumnLabel } from "../../protocol/index.js";

/** Columns as the tenders of the sources name them, in words; a protocol's own words go first. */
export const COLUMN_LABELS: Readonly<Record<string, ColumnLabel>> = {
  ageGroup: {
    name: { da: "aldersgruppe", en: "age group" },
    levels: {
      "under-30": { da: "under 30 år", en: "under 30" },
      "over-30": { da: "over 30 år", en: "over 30" },
    },
  },
  unemployment: {
    name: { da: "ledighed", en: "unemployment" },
    levels: {
      "under-12-months": { da: "under 12 måneder", en: "under 12 months" },
      "over-12-months": { da: "over 12 måneder", en: "over 12 months" },
    },
  },
  targetGroup: { name: { da: "målgruppe", en: "target group" } },
  match: { name: { da: "matchgruppe", en: "match group" } },
  category: { name: { da: "kategori", en: "category" } },
  benefit: {
    name: { da: "ydelse", en: "benefit" },
    levels: {
      "cash-assistance": { da: "kontanthjælp", en: "cash assistance" },
      "sickness-benefit": { da: "sygedagpenge", en: "sickness benefit" },
      "unemployment-allowance": { da: "ledighedsydelse", en: "unemployment allowance" },
      "unemployment-benefit": { da: "dagpenge", en: "unemployment benefit" },
    },
  },
};
