import type { Language } from "../display/index.js";

interface ShareWords {
  readonly lead: (volume: string, arm: string, drawn: string) => string;
  readonly caption: (arm: string) => string;
  readonly columns: (arm: string, reference: string, level: string, without: boolean) => readonly string[];
  readonly caveat: (drawn: string) => string;
  readonly limits: string;
}

export const SHARE_WORDS: Readonly<Record<Language, ShareWords>> = {
  da: {
    lead: (volume, arm, drawn) =>
      `Hvad ${volume} visiteringer ville koste, og hvor mange der ville få succes, efter den andel, der sendes til ${arm}. Ved lodtrækningen var andelen ${drawn}.`,
    caption: (arm) => `Omkostninger og succeser efter andelen hos ${arm}`,
    columns: (arm, reference, level, without) => [
      "Andel",
      arm,
      reference,
      ...(without ? ["Uden plads"] : []),
      "Omkostninger",
      `${level}-konfidensinterval`,
      "Succeser",
      `${level}-konfidensinterval`,
      "Pr. succes",
    ],
    caveat: (drawn) =>
      `Omkostninger og succesrater er målt, da ${drawn} blev sendt til leverandøren. Ved andre andele kan borgerne, priserne og travlheden være anderledes; tabellen er et regneeksempel og ikke en måling.`,
    limits:
      "Lofter og garantibeløb er ikke regnet om til de andre mængder: hver visitering koster, hvad den kostede ved den andel, der blev trukket lod om.",
  },
  en: {
    lead: (volume, arm, drawn) =>
      `What ${volume} referrals would cost, and how many would succeed, by the share sent to ${arm}. In the draw the share was ${drawn}.`,
    caption: (arm) => `Costs and successes by the share at ${arm}`,
    columns: (arm, reference, level, without) => [
      "Share",
      arm,
      reference,
      ...(without ? ["Without a place"] : []),
      "Costs",
      `${level} confidence interval`,
      "Successes",
      `${level} confidence interval`,
      "Per success",
    ],
    caveat: (drawn) =>
      `Costs and success rates were measured while ${drawn} were sent to the supplier. At other shares the citizens, the prices and how busy everyone is may differ; the table is a worked example, not a measurement.`,
    limits:
      "Caps and minimums aren't worked out anew for the other volumes: each referral costs what it did at the share that was drawn.",
  },
};
