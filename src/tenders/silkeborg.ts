import { defineProgram, type Program } from "../protocol/index.js";

/**
 * Silkeborg Kommune, tender 2004: activation of cash-assistance recipients of categories 2 to 4 of
 * five (§6). The extract has no numeric rule of success; what the supplier risks by missing goals
 * stands in its section 7.3, which is missing.
 */
export const silkeborg: Program = defineProgram({
  format: "konkurrencemodel-program/1",
  id: "silkeborg",
  name: {
    da: "Virksomhedsaktivering og opkvalificerende kurser og projekter",
    en: "Company activation, and qualifying courses and projects",
  },
  source: "Silkeborg Kommune, udbud 2004 (§6)",
  municipality: "Silkeborg",
  population: {
    da: "kontanthjælpsmodtagere i målgruppe 2-4; særlige indsatsområder er unge på 18-25 år samt flygtninge og indvandrere (§6.2.4)",
    en: "cash-assistance recipients of target groups 2 to 4; special focus on those aged 18 to 25 and on refugees and immigrants (§6.2.4)",
  },
  // §6.2.3: about 1,000 new recipients a year, of whom about 800 were referred to activation in 2003.
  volume: [
    { of: "newcomers", per: "year", about: 1000, source: "§6.2.3" },
    { of: "referrals", per: "year", about: 800, source: "§6.2.3" },
  ],
  // §6.2.3, counted in 2003; the second number of each line is part of the first.
  counts: [
    { group: {}, persons: 492, source: "§6.2.3" },
    { group: { category: "2" }, persons: 242, source: "§6.2.3" },
    { group: { category: "3" }, persons: 138, source: "§6.2.3" },
    { group: { category: "4" }, persons: 112, source: "§6.2.3" },
    { group: { background: "other-ethnic" }, persons: 45, source: "§6.2.3" },
    { group: { category: "2", background: "other-ethnic" }, persons: 19, source: "§6.2.3" },
    { group: { category: "3", background: "other-ethnic" }, persons: 15, source: "§6.2.3" },
    { group: { category: "4", background: "other-ethnic" }, persons: 11, source: "§6.2.3" },
  ],
  aims: [
    {
      text: {
        da: "Aftaler på 2 år fra omkring 1. september 2004.",
        en: "Agreements of 2 years from about 1 September 2004.",
      },
      source: "§6.1.1",
    },
    {
      text: {
        da: "En tredjedel bliver langvarige modtagere: hjælp i mere end 10 måneder inden for et år.",
        en: "A third become long-term recipients: on assistance for more than 10 months within a year.",
      },
      source: "§6.2.3",
    },
    {
      text: {
        da: "Bedre mulighed for ordinært arbejde på kort og længere sigt; ordinær beskæftigelse eller uddannelse så hurtigt som muligt.",
        en: "A better chance of ordinary work in the short and the longer run; ordinary employment or education as soon as possible.",
      },
      source: "§6.2.5",
    },
    {
      text: {
        da: "Et optimalt forhold mellem pris og kvalitet.",
        en: "The best relation between price and quality.",
      },
      source: "§6.2.5",
    },
    {
      text: {
        da: "Ingen vender tilbage til offentlig forsørgelse under eller efter forløbet.",
        en: "Nobody returns to public support during or after the course.",
      },
      source: "§6.4.3",
    },
    {
      text: {
        da: "Leverandøren påtager sig en del af risikoen, når mål ikke nås, efter et afsnit 7.3, der mangler.",
        en: "The supplier bears part of the risk of missed goals, by a section 7.3 that is missing.",
      },
      source: "§6.4.3",
    },
  ],
});
