import { formatCounted, type Language } from "../display/index.js";

interface TimeWords {
  readonly heading: string;
  readonly text: string;
  readonly none: string;
  readonly caption: string;
  readonly weeks: string;
  readonly share: string;
  readonly atRisk: string;
  readonly unseen: (arm: string, citizens: number) => string;
  readonly excluded: (arm: string, citizens: number) => string;
}

/** The words of time to success. */
export const TIME_WORDS: Readonly<Record<Language, TimeWords>> = {
  da: {
    heading: "Hvornår kom succeserne?",
    text: "Kurverne viser, hvor stor en andel af de visiterede hos hver enhed der havde opnået succes et givet antal uger efter visiteringen. Her tæller alle med fra visiteringen, også de, der endnu ikke er fulgt længe nok, hver især så længe de er fulgt. En succes er dateret til den dag, hvor kriteriet var opfyldt, så den tid, som perioden skal vare, er med i ugerne. Den, der dør, udvandrer eller pensioneres først, kan ikke længere opnå succes og bliver i nævneren. Kurverne viser, hvornår succeserne kom; de afgør ikke sammenligningen. Intervallerne gælder ét tidspunkt ad gangen og tager ikke hensyn til fordelingens blokke.",
    none: "Ingen har endnu opnået succes, så der er ingen kurve at vise.",
    caption: "Andel med succes efter uger fra visiteringen",
    weeks: "Uger fra visiteringen",
    share: "andel med succes",
    atRisk: "følges stadig",
    unseen: (arm, citizens) =>
      `${arm}: ${formatCounted(citizens, ["borger", "borgere"], { language: "da" })} kan ikke ses i registeret fra visiteringen og er ikke med i kurven.`,
    excluded: (arm, citizens) =>
      `${arm}: ${formatCounted(citizens, ["borger", "borgere"], { language: "da" })} er placeret uden for fordelingen og er ikke med i kurven.`,
  },
  en: {
    heading: "When did the successes come?",
    text: "The curves show what share of those referred to each unit had succeeded within a given number of weeks of the referral. Everyone counts from the referral, also those who have not been followed for long enough yet, each for as long as followed. A success is dated on the day on which the criterion was met, so the time that the spell has to last is part of the weeks. Anyone who dies, emigrates or retires first can no longer succeed but stays in the denominator. The curves show when the successes came; they do not decide the comparison. Each interval holds for a single point in time, and they take no account of the blocks of the allocation.",
    none: "Nobody has succeeded yet, so there is no curve to show.",
    caption: "Share with success by weeks from the referral",
    weeks: "Weeks from the referral",
    share: "share with success",
    atRisk: "still followed",
    unseen: (arm, citizens) =>
      `${arm}: ${formatCounted(citizens, ["citizen", "citizens"], { language: "en" })} can't be seen in the register from the referral on and stand outside the curve.`,
    excluded: (arm, citizens) =>
      `${arm}: ${formatCounted(citizens, ["citizen", "citizens"], { language: "en" })} placed outside the allocation, left out of the curve.`,
  },
};
