import { defineProgram, type Program } from "../protocol/index.js";

/** Randers Kommune, as Copenhagen's note of 2008 tells of it: several suppliers, no rule and no number. */
export const randers: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "randers",
  name: {
    da: "Aktivering fra dag ét ved andre aktører",
    en: "Activation from day one by other providers",
  },
  source: "Københavns Kommune, bilag 4.5 (2008), om Randers",
  municipality: "Randers",
  population: {
    da: "kontanthjælpsmodtagere i alle matchgrupper",
    en: "cash-assistance recipients of all match groups",
  },
  aims: [
    {
      text: {
        da: "Alle beskæftigelsestilbud leveres af andre aktører, ved siden af kommunens Reva-Randers; også jobsamtaler.",
        en: "All offers are delivered by other providers, beside the municipality's Reva-Randers; interviews too.",
      },
      source: "bilag 4.5, »Erfaringer fra Randers Kommune«",
    },
  ],
});
