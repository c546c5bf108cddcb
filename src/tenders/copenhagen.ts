import { defineProgram, type Program } from "../protocol/index.js";

/** The note has headings and no numbers of sections. */
const SECTION = "bilag 4.5, »Erfaringer med andre aktører i Københavns Kommune«";

/**
 * Københavns Kommune, note 2008 (annex 4.5): what is known of other providers. It asks for a
 * comparison with municipalities of comparable conditions and states no rule, share or length.
 */
export const copenhagen: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "copenhagen",
  name: {
    da: "Andre aktører for match 4-5 og sygedagpengemodtagere",
    en: "Other providers for match 4 to 5 and recipients of sickness benefit",
  },
  source: "Københavns Kommune, bilag 4.5 (2008)",
  municipality: "København",
  population: {
    da: "ikke-arbejdsmarkedsparate ledige (matchgruppe 4-5) og sygedagpengemodtagere",
    en: "unemployed who aren't ready for the labor market (match groups 4 to 5) and recipients of sickness benefit",
  },
  aims: [
    {
      text: {
        da: "Effekter sammenlignes med andre kommuner med sammenlignelige rammevilkår; det kan sandsynliggøre en højere eller lavere effekt.",
        en: "Effects are compared with other municipalities of comparable conditions; that can make a higher or lower effect probable.",
      },
      source: SECTION,
    },
    {
      text: {
        da: "Effekten opgøres løbende, så der kan opgøres en resultatbonus på de mest jobrettede pakker.",
        en: "The effect is computed as one goes, so that a result bonus can be settled on the most job-oriented packages.",
      },
      source: SECTION,
    },
    {
      text: {
        da: "Brugertilfredshed og eksternt kvalitetstilsyn følger kvaliteten hos leverandørerne.",
        en: "User satisfaction and external supervision follow the quality of the suppliers.",
      },
      source: SECTION,
    },
  ],
  open: [
    {
      text: {
        da: "Før og efter udbuddet kan ikke sammenlignes, fordi der ikke findes sammenlignelige data fra før.",
        en: "Before and after the tender can't be compared, since there are no comparable data from before.",
      },
      source: SECTION,
    },
    {
      text: {
        da: "Hvilke kommuner der har sammenlignelige rammevilkår, og hvad der er en effekt, står ikke i notatet, så der er intet, som en protokols sammenligning kan bygges af.",
        en: "Which municipalities have comparable conditions, and what an effect is, the note doesn't say, so that there is nothing to build a protocol's benchmark of.",
      },
      source: SECTION,
    },
  ],
});
