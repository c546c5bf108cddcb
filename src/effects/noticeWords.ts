import { SUPPRESSED, type Notice, type Showable } from "../core/index.js";
import {
  formatCountInText,
  formatCounted,
  formatNumber,
  formatLevel,
  type Language,
} from "../display/index.js";
import { DETAIL_WORDS } from "./detailWords.js";

/** What a notice's sentence is made with: its facts as text, arms by name. */
export interface NoticeFacts {
  readonly arm: string;
  readonly reference: string;
  readonly count: (fact: string) => string;
  /** The same with its noun. */
  readonly counted: (fact: string, one: string, many: string) => string;
  readonly days: (fact: string) => string;
  readonly level: (fact: string) => string;
  readonly text: (fact: string) => string;
  /** Several texts or numbers, one after another. */
  readonly list: (fact: string) => string;
  readonly deviations: (fact: string) => string;
  /** What was known before the draw, by its name in words. */
  readonly column: string;
}

type Sentence = (facts: NoticeFacts) => string;

const SENTENCES: Readonly<Record<string, Readonly<Record<Language, Sentence>>>> = {
  "criterion-not-planned": {
    da: ({ text }) =>
      `Kriteriet ${text("criterion")} står ikke i analyseplanen: sammenligningen er valgt bagefter.`,
    en: ({ text }) =>
      `The criterion ${text("criterion")} is not in the analysis plan: the comparison was chosen afterwards.`,
  },
  "follow-up-unstated": {
    da: () =>
      "Kriteriet har ingen slutning: den, der ikke har nået det, kan stadig nå det, så ingen er nogensinde fulgt længe nok. Der er derfor ingen succesrate, og enhederne kan ikke sammenlignes, før kriteriet får en frist. Kontraktens egne tal viser, hvor mange der indtil nu har nået det.",
    en: () =>
      "The criterion has no end: whoever hasn't met it still may, so that nobody has ever been followed for long enough. There is therefore no success rate, and the units can't be compared before the criterion has a time limit. The contract's own figures show how many have met it so far.",
  },
  "predictable-allocation": {
    da: () =>
      "Fordeling på skift kan forudsiges: den, der visiterer, kan vide, hvor den næste kommer hen. Intervallet hviler på en model og ikke på fordelingen selv.",
    en: () =>
      "Alternation can be predicted: whoever refers can know where the next one goes. The interval rests on a model, not on the allocation itself.",
  },
  "nominal-probabilities": {
    da: () =>
      "Fordelingen afbalancerer og har kvoter på samme tid: de sandsynligheder, der er noteret, og som der vægtes efter, er omtrentlige.",
    en: () =>
      "The allocation balances and has quotas at once: the probabilities on record, which are weighted by, are approximate.",
  },
  "shared-level": {
    da: ({ count, level }) =>
      `${count("comparisons")} sammenligninger deler konfidensniveauet på ${level("level")}: hver har ${level("comparisonLevel")} (Bonferroni).`,
    en: ({ count, level }) =>
      `${count("comparisons")} comparisons share the confidence level of ${level("level")}: each has ${level("comparisonLevel")} (Bonferroni).`,
  },
  "referred-again": {
    da: ({ counted }) =>
      `${counted("count", "borger", "borgere")} er visiteret mere end én gang (${counted("referrals", "visitering", "visiteringer")} ud over den første). Hver tæller én gang, ved den første.`,
    en: ({ counted }) =>
      `${counted("count", "citizen was", "citizens were")} referred more than once (${counted("referrals", "referral", "referrals")} after the first). Each counts once, by the first.`,
  },
  "few-events": {
    da: ({ arm, count }) =>
      `${arm} har ${count("events")} med succes og ${count("nonEvents")} uden: med under ${count("fewest")} af den ene slags er intervallet usikkert.`,
    en: ({ arm, count, counted }) =>
      `${arm} has ${counted("events", "success", "successes")} and ${counted("nonEvents", "other", "others")}: with fewer than ${count("fewest")} of either kind the interval is unreliable.`,
  },
  "unknown-outcomes": {
    da: ({ arm, count }) =>
      `${arm}: udfaldet er ukendt for ${count("unknown")} af ${count("mature")}. Ukendte udfald er ikke med i raten; yderpunkterne viser, hvad de kunne ændre.`,
    en: ({ arm, count }) =>
      `${arm}: the outcome is unknown for ${count("unknown")} of ${count("mature")}. Unknown outcomes are not in the rate; the bounds show what they could change.`,
  },
  "exits-not-observed": {
    da: ({ arm, counted }) =>
      `${arm}: for ${counted("citizens", "borger", "borgere")} vides det ikke, hvor de var på den afgørende dag, fordi et register ikke når frem til den. De står for sig selv, ikke under egne midler.`,
    en: ({ arm, counted }) =>
      `${arm}: of ${counted("citizens", "citizen", "citizens")} it isn't known where they were on the deciding day, since a register doesn't reach it. They stand by themselves, not under own means.`,
  },
  "excluded-from-comparison": {
    da: ({ arm, counted }) =>
      `${arm}: ${counted("citizens", "borger", "borgere")} er holdt ude, fordi fordelingen kun gav én mulighed.`,
    en: ({ arm, counted }) =>
      `${arm}: ${counted("citizens", "citizen is", "citizens are")} kept out, since the allocation left only one possibility.`,
  },
  "blocks-without-both-arms": {
    da: ({ arm, reference, count, counted }) =>
      `${arm} mod ${reference}: ${count("citizens")} af ${counted("of", "borger", "borgere")} indgår ikke i den afgørende forskel, fordi ${counted("blocks", "blok", "blokke")} ikke har kendte udfald hos begge enheder.`,
    en: ({ arm, reference, counted }) =>
      `${arm} against ${reference}: of ${counted("of", "citizen", "citizens")}, ${counted("citizens", "carries", "carry")} no weight, since ${counted("blocks", "block has", "blocks have")} no known outcomes in both units.`,
  },
  "zero-variance": {
    da: ({ arm, reference }) =>
      `${arm} mod ${reference}: der er intet konfidensinterval, fordi alle hos samme enhed har samme udfald i de blokke, der sammenlignes. Det er ikke sikkerhed: hvor meget udfaldene kunne svinge, vides ikke.`,
    en: ({ arm, reference }) =>
      `${arm} against ${reference}: there is no confidence interval, since in the blocks that are compared everyone in the same unit has the same outcome. That is not certainty: how far the outcomes could vary isn't known.`,
  },
  "probabilities-vary-within-block": {
    da: ({ arm, reference, counted }) =>
      `${arm} mod ${reference}: i ${counted("blocks", "blok", "blokke")} havde borgerne ikke samme sandsynlighed; forskellen er derfor vægtet efter den enkeltes sandsynlighed (Hájek).`,
    en: ({ arm, reference, counted }) =>
      `${arm} against ${reference}: in ${counted("blocks", "block", "blocks")} the citizens did not have the same probability; the difference is therefore weighted by each one's probability (Hájek).`,
  },
  "probabilities-vary-between-blocks": {
    da: ({ arm, reference }) =>
      `${arm} mod ${reference}: sandsynligheden var ikke den samme i alle fordelingens blokke. Forskellen er regnet inden for blokkene; enhedernes samlede succesrater kan derimod ikke sammenlignes direkte, og tal uden blokke vises ikke.`,
    en: ({ arm, reference }) =>
      `${arm} against ${reference}: the probability was not the same in all blocks of the allocation. The difference is taken within the blocks; the units' overall success rates, however, can't be compared directly, and figures without blocks are not shown.`,
  },
  "subgroup-unknown": {
    da: ({ arm, reference, counted, text }) =>
      `${arm} mod ${reference}, efter ${text("factor")}: ${counted("citizens", "borger", "borgere")} i sammenligningen er i ingen gruppe, fordi den ikke er oplyst.`,
    en: ({ arm, reference, counted, text }) =>
      `${arm} against ${reference}, by ${text("factor")}: ${counted("citizens", "citizen of the comparison is", "citizens of the comparison are")} in no group, since theirs isn't known.`,
  },
  "subgroups-without-weight": {
    da: ({ arm, reference, counted, text }) =>
      `${arm} mod ${reference}, efter ${text("factor")}: i grupperne indgår ${counted("citizens", "borger", "borgere")} ikke i forskellen, fordi der i blokken ikke er nogen af samme gruppe hos begge enheder. Forskellene følger derfor ikke direkte af gruppernes antal.`,
    en: ({ arm, reference, counted, text }) =>
      `${arm} against ${reference}, by ${text("factor")}: in the groups ${counted("citizens", "citizen carries", "citizens carry")} no weight, since the block has nobody of the same group in both units. The differences therefore don't follow directly from the groups' counts.`,
  },
  "small-subgroups": {
    da: ({ arm, reference, count, text }) =>
      `${arm} mod ${reference}: om forskellen afhænger af ${text("factor")}, testes ikke, fordi mindst én gruppe har under ${count("fewest")} kendte udfald hos en af enhederne.`,
    en: ({ arm, reference, count, text }) =>
      `${arm} against ${reference}: whether the difference depends on ${text("factor")} isn't tested, since a group has fewer than ${count("fewest")} known outcomes in one of the units.`,
  },
  "households-drawn": {
    da: ({ arm, reference, count }) =>
      `${arm} mod ${reference}: husstande er fordelt samlet (${count("households")} med flere borgere); usikkerheden på forskellen er regnet husstand for husstand. På enhedernes egne succesrater er den større end vist.`,
    en: ({ arm, reference, count }) =>
      `${arm} against ${reference}: households were allocated together (${count("households")} of several citizens); the uncertainty of the difference is counted household by household. That of the units' own success rates is larger than shown.`,
  },
  "randomization-test-refused": {
    da: ({ arm, reference }) =>
      `${arm} mod ${reference}: der er ingen randomiseringstest, fordi fordelingen næsten intet overlader til tilfældet.`,
    en: ({ arm, reference }) =>
      `${arm} against ${reference}: there is no randomization test, since the design leaves next to nothing to chance.`,
  },
  "randomization-test-needs-two-arms": {
    da: ({ arm, reference }) =>
      `${arm} mod ${reference}: for dette design er der med mere end to enheder ingen test ud fra lodtrækningen alene.`,
    en: ({ arm, reference }) =>
      `${arm} against ${reference}: for this design there is no test by the draw alone with more than two arms.`,
  },
  "randomization-test-needs-replay": {
    da: ({ arm, reference }) =>
      `${arm} mod ${reference}: testen ud fra lodtrækningen alene kræver for dette design, at lodtrækningen gentages; det er der ikke bedt om.`,
    en: ({ arm, reference }) =>
      `${arm} against ${reference}: for this design the test by the draw alone needs the draw to be replayed, which wasn't asked for.`,
  },
  "sample-ratio-mismatch": {
    da: ({ list }) =>
      `Der er ${list("counts")} borgere, hvor fordelingens sandsynligheder giver ${list("expected")} (${list("arms")}): så stor en afvigelse opstår så godt som aldrig ved et tilfælde. Find ud af, hvad der er sket uden om fordelingen, før enhederne sammenlignes.`,
    en: ({ list }) =>
      `There are ${list("counts")} citizens where the probabilities of the allocation give ${list("expected")} (${list("arms")}): chance hardly ever takes them so far apart. Find out what happened besides the allocation before the units are compared.`,
  },
  "baseline-imbalance": {
    da: ({ arm, reference, column, deviations }) =>
      `${arm} mod ${reference}: før fordelingen lå borgerne ${deviations("standardDeviations")} standardafvigelser fra hinanden på ${column}. Se, om den justerede forskel siger det samme.`,
    en: ({ arm, reference, column, deviations }) =>
      `${arm} against ${reference}: before the allocation their citizens were ${deviations("standardDeviations")} standard deviations apart in ${column}. See whether the adjusted difference says the same.`,
  },
  "covariate-after-draw": {
    da: ({ counted }) =>
      `Oplysninger om ${counted("citizens", "borger", "borgere")} er målt efter fordelingen og kan være en følge af den; ingen af kolonnerne bruges.`,
    en: ({ counted }) =>
      `What is given of ${counted("citizens", "citizen", "citizens")} was measured after the allocation and may be a result of it; none of the columns is used.`,
  },
  "baseline-column-unused": {
    da: ({ count, text }) =>
      `Kolonnen ${text("column")} bruges ikke: den har over ${count("most")} forskellige værdier, der ikke er tal.`,
    en: ({ count, text }) =>
      `The column ${text("column")} is not used: it has more than ${count("most")} different values that aren't numbers.`,
  },
  "baseline-column-constant": {
    da: ({ text }) => `Kolonnen ${text("column")} bruges ikke: den er ens for alle, hvor den er udfyldt.`,
    en: ({ text }) => `The column ${text("column")} is not used: it is the same wherever it is filled in.`,
  },
  "baseline-not-numeric": {
    da: ({ text, counted }) =>
      `Kolonnen ${text("column")} er læst som kategorier og ikke som tal på grund af ${counted("cells", "celle", "celler")}: række ${text("row")} har »${text("value")}«. Se, om det er en slåfejl.`,
    en: ({ text, counted }) =>
      `The column ${text("column")} is read as categories, not as numbers, because of ${counted("cells", "cell", "cells")}: row ${text("row")} has “${text("value")}”. Check whether it was mistyped.`,
  },
  "baseline-contradicts-stratum": {
    da: ({ text, counted }) =>
      `Kolonnen ${text("column")} siger for ${counted("citizens", "borger", "borgere")} noget andet end fordelingsprotokollen, som gælder.`,
    en: ({ text, counted }) =>
      `The column ${text("column")} says otherwise than the ledger of ${counted("citizens", "citizen", "citizens")}; the ledger holds.`,
  },
  "no-courses-reported": {
    da: ({ arm }) =>
      `${arm}: intet forløb er indberettet. Kontraktens egne tal regner alle som aldrig begyndt og siger derfor intet om enheden; kontrollér, om forløbsfilen er fuldstændig.`,
    en: ({ arm }) =>
      `${arm}: no course was reported. The contract's own numbers take everyone as never started and so say nothing about the unit; check whether the file of courses is complete.`,
  },
  "replay-not-used": {
    da: () =>
      `Der er bedt om gentagne lodtrækninger, men testen ud fra lodtrækningen er eksakt for dette design; de bruges ikke.`,
    en: () =>
      `Replays of the draw were asked for, but the test by the draw is exact for this design; they are not used.`,
  },
  "baseline-missing": {
    da: ({ count, counted }) =>
      `${count("citizens")} af ${counted("of", "borger", "borgere")} har ingen række med oplysninger fra før fordelingen.`,
    en: ({ counted }) =>
      `Of ${counted("of", "citizen", "citizens")}, ${counted("citizens", "has", "have")} no row of what was known before the allocation.`,
  },
  "subgroups-not-planned": {
    da: () =>
      "Grupperne står ikke i analyseplanen: de er valgt bagefter og kan kun give idéer til en senere undersøgelse.",
    en: () =>
      "The subgroups are not in the analysis plan: they were chosen afterwards, and can only suggest what to look at next.",
  },
  "planned-columns-missing": {
    da: ({ list }) => `Analyseplanen nævner ${list("columns")}, som der ingen oplysninger er om.`,
    en: ({ list }) => `The analysis plan names ${list("columns")}, of which nothing is known.`,
  },
  "unequal-course-lengths": {
    da: ({ arm, reference, days }) =>
      `Gennemførte forløb varer i gennemsnit ${days("meanDays")} dage hos ${arm} og ${days("referenceMeanDays")} hos ${reference}. En måling fra forløbets afslutning falder derfor på forskellige tidspunkter efter visiteringen; sammenligningen måler fra visiteringen.`,
    en: ({ arm, reference, days }) =>
      `Completed courses last ${days("meanDays")} days on average with ${arm} and ${days("referenceMeanDays")} with ${reference}. A measurement from the end of the course therefore falls at different times after the referral; the comparison measures from the referral.`,
  },
  "unequal-return-rates": {
    da: ({ arm, reference, count }) =>
      `${arm} har tilbagevisiteret ${count("returned")} af ${count("total")}, ${reference} ${count("referenceReturned")} af ${count("referenceTotal")}. De tæller med i den enhed, de blev fordelt til.`,
    en: ({ arm, reference, count }) =>
      `${arm} returned ${count("returned")} of ${count("total")}, ${reference} ${count("referenceReturned")} of ${count("referenceTotal")}. They count in the unit they were allocated to.`,
  },
};

/** A column by its name in words, with the category where it is one of categories. */
function columnName(column: string, category: string, language: Language): string {
  const { names, category: ofCategory } = DETAIL_WORDS[language].balance;
  const name = names[column] ?? column;
  return category === "" ? name : ofCategory(name, category);
}

/** The codes that effects give, for those who must have words for each. */
export const EFFECT_NOTICE_CODES: readonly string[] = Object.keys(SENTENCES);

/** A notice of an effect as a sentence; the arms by the names that `nameOf` knows. */
export function describeEffectNotice(
  notice: Notice,
  { language, nameOf }: { readonly language: Language; readonly nameOf: (arm: string) => string },
): string {
  const number = (fact: string): Showable => {
    const value = notice[fact];
    return typeof value === "number" || value === SUPPRESSED ? value : null;
  };
  const text = (fact: string): string => String(notice[fact] ?? "");
  const sentence = SENTENCES[notice.code]?.[language];
  if (sentence === undefined) return notice.code;
  return withCapital(
    sentence({
      arm: nameOf(text("arm")),
      reference: nameOf(text("reference")),
      count: (fact) => formatCountInText(number(fact), { language }),
      counted: (fact, one, many) => formatCounted(number(fact), [one, many], { language }),
      days: (fact) => formatNumber(number(fact), { language, decimals: 0 }),
      level: (fact) => formatLevel(number(fact) ?? 0, { language }),
      text,
      list: (fact) =>
        [notice[fact] ?? []]
          .flat()
          .map((each) =>
            typeof each === "number"
              ? formatNumber(each, { language, decimals: Number.isInteger(each) ? 0 : 1 })
              : nameOf(String(each)),
          )
          .join(", "),
      deviations: (fact) => formatNumber(number(fact), { language, decimals: 2 }),
      column: columnName(text("column"), text("category"), language),
    }),
  );
}

/** A hidden count is words, and may begin the sentence. */
function withCapital(text: string): string {
  return text.replace(/^(?:et skjult|a hidden) /u, (words) => words.charAt(0).toUpperCase() + words.slice(1));
}
