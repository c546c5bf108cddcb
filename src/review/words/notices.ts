import { requireObject } from "../../core/index.js";
import type { Notice } from "../../core/index.js";
import { describeFileNotice } from "../../benchmark/index.js";
import { formatCount, formatCounted, formatDate, type Language } from "../../display/index.js";
import { describeStatementNotice } from "../../settlement/index.js";
import { pairsText } from "./pairs.js";

interface Facts {
  readonly count: (fact: string) => string;
  /** The same with its noun. */
  readonly counted: (fact: string, one: string, many: string) => string;
  readonly text: (fact: string) => string;
  readonly list: (fact: string) => string;
  readonly date: (fact: string) => string;
  /** Pairs of states, with the citizens and days of each. */
  readonly pairs: () => string;
}

type Sentence = (facts: Facts) => string;

const PERIODS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "agreement-year": { da: "om året", en: "a year" },
  "calendar-year": { da: "om året", en: "a year" },
  "first-week": { da: "i den første uge", en: "in the first week" },
};

/** Words for what protocol, files, histories and outcomes leave open or found; effects and benchmark have their own. */
const SENTENCES: Readonly<Record<string, Readonly<Record<Language, Sentence>>>> = {
  "amount-never-fits": {
    da: ({ text }) =>
      `Kriteriet ${text("criterion")} kan ingen opfylde: der er aldrig plads til det i måleperioden.`,
    en: ({ text }) =>
      `Nobody can meet the criterion ${text("criterion")}: its window never has room for the amount.`,
  },
  "amount-seldom-fits": {
    da: ({ text }) =>
      `Kriteriet ${text("criterion")} kan næsten ingen opfylde: der er kun plads til det i måleperioden, når den begynder på få bestemte dage.`,
    en: ({ text }) =>
      `Hardly anybody can meet the criterion ${text("criterion")}: its window has room for the amount only where it opens on a few days.`,
  },
  "course-ends-mid-month": {
    da: () =>
      "Begynder eller slutter måleperioden midt i en måned (uge), tæller kun de hele kalendermåneder (uger), der ligger inden for den; måneden, hvor et forløb slutter, tæller ikke.",
    en: () =>
      "Where the window opens or closes in the middle of a month (week), only whole calendar months (weeks) inside it count; the month in which a course ends does not.",
  },
  "day-rule-unstated": {
    da: () => "Én dag, der ikke opfylder kriteriet, bryder en kalendermåned (uge).",
    en: () => "One day that doesn't meet the criterion breaks a calendar month (week).",
  },
  "never-started-unstated": {
    da: () =>
      "I kontraktens eget mål regnes den, der aldrig begynder et forløb, som ikke succes, når måleperioden for et helt forløb er udløbet.",
    en: () =>
      "In the contract's own measure someone who never starts a course counts as no success once the window of a full course has passed.",
  },
  "cumulative-months-unstated": {
    da: () =>
      "Et samlet antal måneder tælles i kalendermåneder, der opfylder kriteriet, ikke i så mange dage, som månederne har.",
    en: () =>
      "A total in months counts the calendar months that meet the criterion, not as many days as the months have.",
  },
  "joining-unstated": {
    da: () =>
      "Går et job og en uddannelse lige efter hinanden, regnes de for én sammenhængende periode, selv om tilstanden skifter.",
    en: () =>
      "Where a job and an education follow each other without a gap, they count as one spell, though the state changes.",
  },
  "death-and-emigration-unstated": {
    da: () => "Den, der dør eller udvandrer, før målet er nået, regnes som ikke succes.",
    en: () => "Someone who dies or emigrates before the measure is met counts as no success.",
  },
  "pension-unstated": {
    da: () => "Den, der pensioneres, før målet er nået, regnes som ikke succes.",
    en: () => "Someone who retires before the measure is met counts as no success.",
  },
  "move-unstated": {
    da: () => "Den, der flytter til en anden kommune, før målet er nået, har et ukendt udfald.",
    en: () =>
      "The outcome of someone who moves to another municipality before the measure is met is unknown.",
  },
  "measurer-unstated": {
    da: () => "Det er ikke aftalt, hvem der opgør målet.",
    en: () => "Who takes the measure isn't agreed.",
  },
  "payable-unstated": {
    da: () => "Det er ikke aftalt, hvornår en bonus skal betales.",
    en: () => "When a bonus is to be paid isn't agreed.",
  },
  "histories-outside-ledger": {
    da: ({ counted }) =>
      `${counted("count", "borger", "borgere")} i historikken står ikke i fordelingsprotokollen; deres perioder indgår ikke. Kontrollér, om et pseudonym er skrevet forkert.`,
    en: ({ counted }) =>
      `${counted("count", "citizen of the histories is", "citizens of the histories are")} not in the ledger; their spells are not used. Check whether a pseudonym was mistyped.`,
  },
  "state-support-unstated": {
    da: () => "Dagpenge og andre statslige ydelser regnes ikke som kommunal forsørgelse.",
    en: () => "Unemployment benefit and other support by the state don't count as municipal support.",
  },
  "wage-subsidy-unstated": {
    da: () => "Løntilskud regnes som kommunal forsørgelse.",
    en: () => "Wage subsidy counts as municipal support.",
  },
  "support-beside-unstated": {
    da: () => "Arbejde tæller, også når borgeren får en ydelse ved siden af.",
    en: () => "Work counts, also where the citizen gets a benefit beside it.",
  },
  "follow-up-unstated": {
    da: ({ text }) =>
      `Kriteriet ${text("criterion")} har ingen slutning: ingen er nogensinde fulgt længe nok til ikke at have nået det. Uden en frist kan der hverken opgøres en succesrate eller sammenlignes.`,
    en: ({ text }) =>
      `The criterion ${text("criterion")} has no end: nobody has ever been followed for long enough not to have met it. Without a time limit there is no success rate and no comparison.`,
  },
  "spell-start-unstated": {
    da: () => "Selvforsørgelsen skal begynde inden for det længst tilladte forløb og må fortsætte derefter.",
    en: () => "The qualifying spell must begin within the longest permitted course and may run on.",
  },
  "extension-unstated": {
    da: ({ list }) => `Forlængelsens længde er ikke oplyst${suffix(list("group"))}.`,
    en: ({ list }) => `The length of the extension is not stated${suffix(list("group"))}.`,
  },
  "stratum-limit-unstated": {
    da: ({ text }) =>
      `Inddelingen »${text("column")}« skelner mellem under og over en grænse. Hvilken gruppe en borger præcis på grænsen hører til, og hvilken dag der er afgørende, er ikke aftalt: den gruppe, som visiteringen oplyser, gælder og ligger fast fra fordelingen.`,
    en: ({ text }) =>
      `The groups of “${text("column")}” are under and over a limit. Where someone belongs who is exactly at it, and as of which day, isn't agreed: the group that the referral states applies, and is fixed with the allocation.`,
  },
  "predictable-design": {
    da: () =>
      "Fordelingen kan forudsiges: den, der kender de tidligere, ved, hvilken enhed den næste borger kommer til.",
    en: () => "The design is predictable: whoever knows the earlier arms knows where the next citizen goes.",
  },
  "block-size-known": {
    da: () =>
      "Alle blokke er lige store, så den, der kender de tidligere, kan forudsige de sidste i hver blok. Flere blokstørrelser ville skjule dem.",
    en: () =>
      "All blocks have one size, so that whoever knows the earlier arms can predict the last of each block. Several sizes would hide them.",
  },
  "strata-without-effect": {
    da: ({ list }) =>
      `Fordelingen er ens for alle borgere; opdelingen på »${list("strata")}« gør ingen forskel for den.`,
    en: ({ list }) =>
      `The allocation is alike for all citizens; the strata “${list("strata")}” make no difference to it.`,
  },
  "minimum-above-limit": {
    da: ({ list }) =>
      `Det mindste antal for ${list("arms")} er større, end de øvrige grænser for enheden tillader på et år.`,
    en: ({ list }) =>
      `The least number for ${list("arms")} is more than the arm's other limits allow in a year.`,
  },
  "minimum-depends-on-intake": {
    da: ({ list }) =>
      `Det mindste antal for ${list("arms")} kan kun nås, hvis der visiteres borgere nok; hvad en uge mangler, indhentes i de følgende, og hvad den har for meget, tæller med i dem.`,
    en: ({ list }) =>
      `The least number for ${list("arms")} can be met only if enough citizens are referred; what a week lacks is caught up in later ones, and what it has beyond counts toward them.`,
  },
  "settled-arm-may-be-full": {
    da: () =>
      "Den, hvis enhed ligger fast før fordelingen, kan komme, når enheden er fyldt; vedkommende afvises da, til der er plads, eller en undtagelse er aftalt.",
    en: () =>
      "Someone whose arm is settled before the allocation may come when it is full; the referral is then refused until there is room or an exemption is agreed.",
  },
  "nominal-probabilities": {
    da: () =>
      "De sandsynligheder, som fordelingsprotokollen noterer, er fordelingens egne; hvor en grænse lukker en enhed, afviger de for nogle borgere fra de virkelige.",
    en: () =>
      "The probabilities that the ledger records are the design's own; where a limit closes an arm, some citizens' true ones differ.",
  },
  "volume-read-as-limit": {
    da: ({ counted, text }) =>
      `${counted("most", "visitering", "visiteringer")} til en enhed ${PERIODS[text("per")]?.da ?? text("per")} er læst som en øvre grænse; et mindste antal er ikke aftalt.`,
    en: ({ counted, text }) =>
      `${counted("most", "referral", "referrals")} to a unit ${PERIODS[text("per")]?.en ?? text("per")} are read as a limit; no least number is agreed.`,
  },
  "agreement-year-unstated": {
    da: () => "Hvornår aftaleåret begynder, er ikke aftalt; det regnes fra fordelingsprotokollens åbning.",
    en: () => "When the year of the agreement begins isn't agreed; it is counted from the ledger's opening.",
  },
  "all-arms-may-be-full": {
    da: () =>
      "Hvad der sker med borgere, der visiteres, når alle enheder er fyldt, er ikke aftalt; de trækkes ikke, før der er plads igen.",
    en: () =>
      "What becomes of citizens who are referred when all units are full isn't agreed; they aren't allocated until there is room again.",
  },
  "no-margin": {
    da: () => "Der er ikke aftalt nogen margen, så »ikke dårligere« kan ikke konkluderes.",
    en: () => "No margin was agreed, so “not worse” can't be concluded.",
  },
  "no-benchmark": {
    da: () => "Der er ikke aftalt nogen sammenligning med andre kommuner.",
    en: () => "No comparison with other municipalities was agreed.",
  },
  "no-payment-terms": {
    da: () => "Der er ikke oplyst betalingsvilkår.",
    en: () => "Payment terms are not stated.",
  },
  "review-date-unstated": {
    da: () => "Udbuddet siger ikke, hvornår der skal evalueres.",
    en: () => "The tender doesn't say when the review is due.",
  },
  "entries-after-as-of": {
    da: ({ counted }) =>
      `${counted("count", "visitering", "visiteringer")} efter opgørelsesdatoen er ikke med.`,
    en: ({ counted }) =>
      `${counted("count", "referral after the date of the review is", "referrals after the date of the review are")} not included.`,
  },
  "still-pending": {
    da: ({ count, date }) =>
      `${count("count")} af ${count("of")} borgere er endnu ikke fulgt længe nok til det afgørende kriterium; måleperioden slutter for den sidste ${date("lastOn")}. En udgave, der offentliggøres inden da, kan forhindre, at den endelige sammenligning kan offentliggøres.`,
    en: ({ count, date }) =>
      `${count("count")} of ${count("of")} citizens have not been followed for long enough yet by the deciding criterion; the follow-up of the last one ends on ${date("lastOn")}. An edition that is published before then may keep the final comparison from being published.`,
  },
  "referred-again": {
    da: ({ counted }) =>
      `${counted("count", "borger", "borgere")} er visiteret mere end én gang; hver tæller én gang, ved den første visitering.`,
    en: ({ counted }) =>
      `${counted("count", "citizen was", "citizens were")} referred more than once; each counts once, by the first referral.`,
  },
  "without-course": {
    da: ({ counted }) =>
      `For ${counted("count", "borger er intet forløb indberettet; det", "borgere er intet forløb indberettet; de")} regnes som aldrig begyndt.`,
    en: ({ counted }) =>
      `No course was reported for ${counted("count", "citizen; it is", "citizens; they are")} taken as never started.`,
  },
  "without-history": {
    da: ({ counted }) =>
      `For ${counted("count", "borger", "borgere")} findes ingen forløbshistorik; udfaldet er ukendt.`,
    en: ({ counted }) =>
      `There is no history for ${counted("count", "citizen", "citizens")}; their outcome is unknown.`,
  },
  "gone": {
    da: ({ counted }) =>
      `${counted("count", "borger er død, udvandret eller pensioneret", "borgere er døde, udvandrede eller pensionerede")} efter visiteringen.`,
    en: ({ counted }) =>
      `${counted("count", "citizen", "citizens")} died, emigrated or retired after the referral.`,
  },
  "moved": {
    da: ({ counted }) =>
      `${counted("count", "borger", "borgere")} er flyttet til en anden kommune efter visiteringen og kan ikke følges længere.`,
    en: ({ counted }) =>
      `${counted("count", "citizen", "citizens")} moved to another municipality after the referral and can't be followed any longer.`,
  },
  "delivered-by-another": {
    da: ({ count }) =>
      `${count("count")} forløb er gennemført af en anden enhed end den, fordelingen gav; en borger tæller dér, hvor fordelingen satte vedkommende.`,
    en: ({ counted }) =>
      `${counted("count", "course was", "courses were")} delivered by another unit than the allocation gave; citizens count where the allocation put them.`,
  },
  "delivered-by-no-arm": {
    da: ({ counted, list }) =>
      `For ${counted("count", "borger", "borgere")} er forløbet leveret af »${list("names")}«, som ikke er en enhed i protokollen. Borgerne tæller dér, hvor fordelingen satte dem; kontrollér, om et navn i forløbsfilen er skrevet forkert.`,
    en: ({ counted, list }) =>
      `The course of ${counted("count", "citizen", "citizens")} was delivered by “${list("names")}”, which is no unit of the protocol. Citizens count where the allocation put them; check whether a name in the courses file was mistyped.`,
  },
  "course-longer-than-permitted": {
    da: ({ counted }) =>
      `Forløbet varede længere end tilladt for ${counted("count", "borger", "borgere")}. Målt fra visiteringen er der kun plads til det længste tilladte forløb.`,
    en: ({ counted }) =>
      `The course of ${counted("count", "citizen", "citizens")} lasted longer than permitted. Measured from the referral there is only room for the longest that is permitted.`,
  },
  "without-course-length": {
    da: ({ counted }) =>
      `For ${counted("count", "borgers", "borgeres")} gruppe er der ikke fastsat en forløbslængde.`,
    en: ({ counted }) =>
      `No course length is set for the group of ${counted("count", "citizen", "citizens")}.`,
  },
  "duplicate-spells": {
    da: ({ counted }) =>
      `${counted("spells", "periode", "perioder")} stod mere end én gang i historikken og tæller én gang.`,
    en: ({ counted }) =>
      `${counted("spells", "spell stood more than once in the histories and counts", "spells stood more than once in the histories and count")} once.`,
  },
  "spells-cut": {
    da: ({ counted }) =>
      `${counted("spells", "periode", "perioder")} rakte ud over det, registeret dækker, og er afkortet.`,
    en: ({ counted }) =>
      `${counted("spells", "spell reached beyond what the register covers and was", "spells reached beyond what the register covers and were")} cut.`,
  },
  "open-spells": {
    da: ({ counted }) =>
      `${counted("spells", "periode", "perioder")} har ingen slutdato; de er regnet til den sidste dag, registeret dækker.`,
    en: ({ counted }) =>
      `${counted("spells", "spell has", "spells have")} no last day; they are taken to the last day that the register covers.`,
  },
  "spells-joined": {
    da: ({ counted }) =>
      `${counted("spells", "periode", "perioder")} er lagt sammen med en anden i samme tilstand, som de overlappede eller fulgte lige efter.`,
    en: ({ counted }) =>
      `${counted("spells", "spell was", "spells were")} joined with another of the same state that it overlapped or followed at once.`,
  },
  "overlaps-resolved": {
    da: ({ counted, list, pairs }) =>
      `Hvor flere af tilstandene ${list("priority")} falder på samme dag, gælder kun den første; det ændrer historikken for ${counted("citizens", "borger", "borgere")}: ${pairs()}.`,
    en: ({ counted, list, pairs }) =>
      `Where several of the states ${list("priority")} fall on one day, only the first holds; this changes the histories of ${counted("citizens", "citizen", "citizens")}: ${pairs()}.`,
  },
  "states-overlap": {
    da: ({ counted, pairs }) =>
      `${counted("citizens", "borger", "borgere")} har to tilstande på samme dag, som godt kan gælde samtidig; begge gælder: ${pairs()}.`,
    en: ({ counted, pairs }) =>
      `${counted("citizens", "citizen has", "citizens have")} two states on one day that may well be true together; both hold: ${pairs()}.`,
  },
  "contradictory-states": {
    da: ({ counted, pairs }) =>
      `${counted("citizens", "borger", "borgere")} har tilstande, der modsiger hinanden, for eksempel fuldtidsløn og kommunal ydelse på samme dag eller noget efter et dødsfald: ${pairs()}. Intet er fjernet; begge gælder, hvor et kriterium ikke siger andet.`,
    en: ({ counted, pairs }) =>
      `${counted("citizens", "citizen has", "citizens have")} states that contradict each other, such as a full-time wage and a municipal benefit on one day or anything after a death: ${pairs()}. Nothing was removed; both hold where a criterion doesn't say otherwise.`,
  },
  "gaps": {
    da: ({ counted }) =>
      `${counted("citizens", "borger", "borgere")} har dage uden nogen registrering mellem to perioder, i alt ${counted("days", "dag", "dage")}; de regnes som dage uden ydelse, ikke som arbejde.`,
    en: ({ counted }) =>
      `${counted("citizens", "citizen has", "citizens have")} days without any record between two spells, ${counted("days", "day", "days")} in all; they are taken for days without a benefit, not for work.`,
  },
  "observed-until-assumed": {
    da: ({ date }) =>
      `Det er ikke oplyst, hvor langt registeret rækker; historikken er regnet for fuldstændig til og med ${date("observedUntil")}.`,
    en: ({ date }) =>
      `How far the register reaches was not stated; the histories are taken to be complete up to ${date("observedUntil")}.`,
  },
  "register-behind": {
    da: ({ date }) =>
      `Det seneste, registerudtrækket fortæller, er fra ${date("lastEvent")}, og der er opgjort pr. ${date("asOf")}. Udtrækket er formentlig ældre end opgørelsen; så er perioder, der er ophørt siden, regnet som løbende, og resultaterne kan være forkerte.`,
    en: ({ date }) =>
      `The last thing that the register extract tells is of ${date("lastEvent")}, and the review is as of ${date("asOf")}. The extract is probably older than the review; periods that have ended since are then taken to go on, and the results can be wrong.`,
  },
  "weekly-codes": {
    da: () =>
      "Historikken bygger på ugentlige koder: én kode pr. uge, og én dag på en ydelse sætter den. Den egner sig til forløb, ikke til at tælle, hvor mange der er på en ydelse en bestemt dag.",
    en: () =>
      "The histories are made of weekly codes: one code a week, set by a single day on a benefit. They suit spells, not counts of how many are on a benefit on a given day.",
  },
  "unknown-codes": {
    da: ({ list, text }) =>
      `Kodelisten forklarer ikke disse koder: ${list("codes")} (uger: ${list("weeks")}). De er regnet som ${text("state")}.`,
    en: ({ list, text }) =>
      `The list of codes doesn't explain these: ${list("codes")} (weeks: ${list("weeks")}). They are taken for ${text("state")}.`,
  },
  "blank-as-employed": {
    da: ({ counted, text }) =>
      `Uger uden ydelse er regnet som ${text("state")} i måneder med beskæftigelse: ${counted("days", "dag", "dage")} hos ${counted("citizens", "borger", "borgere")}.`,
    en: ({ counted, text }) =>
      `Weeks without a benefit are taken for ${text("state")} in months with employment: ${counted("days", "day", "days")} of ${counted("citizens", "citizen", "citizens")}.`,
  },
  "work-untold": {
    da: ({ text }) =>
      `Intet i historikken fortæller om ordinært arbejde: en uge uden ydelse er ikke arbejde.${text("months") === "true" ? " Filen har måneder med beskæftigelse, som ikke er brugt." : ""}`,
    en: ({ text }) =>
      `Nothing in the histories tells of ordinary work: a week without a benefit isn't work.${text("months") === "true" ? " The file has months of employment that aren't used." : ""}`,
  },
  "week-prefix": {
    da: ({ text }) => `${text("file")}: ugernes kolonner begynder med ${text("prefix")}.`,
    en: ({ text }) => `${text("file")}: the columns of weeks begin with ${text("prefix")}.`,
  },
  "no-final-line-feed": {
    da: ({ text }) => `${text("file")} slutter uden linjeskift; den sidste linje kan være afbrudt.`,
    en: ({ text }) => `${text("file")} ends without a line feed; its last line may be torn.`,
  },
};

/** A notice as a sentence; one without words stands as its code, so that it is not lost. */
export function noticeText(notice: Notice, language: Language, nameOf?: NoticeWords["nameOf"]): string {
  return describeNotice(notice, { language, ...(nameOf === undefined ? {} : { nameOf }) }) ?? notice.code;
}

interface NoticeWords {
  readonly language: Language;
  /** Names of arms; their ids by default. */
  readonly nameOf?: (arm: string) => string;
}

/**
 * What protocol, files, histories and outcomes leave open or found, as a sentence; nothing for a notice of
 * another kind.
 *
 * @example
 * describeNotice({ code: "pension-unstated", severity: "info" }, { language: "en" });
 * // "Someone who retires before the measure is met counts as no success."
 */
export function describeNotice(notice: Notice, options: NoticeWords): string | undefined {
  requireObject("describeNotice.notice", notice, { expected: "a notice, such as one of result.notices" });
  requireObject("describeNotice.options", options, {
    expected: 'the language: { language: "da" } or { language: "en" }',
    accepts: (given) => given["language"] === "da" || given["language"] === "en",
  });
  const { language, nameOf = (arm) => arm } = options;
  if (notice.code === "term-missing") return describeStatementNotice(notice, { language, nameOf });
  const sentence = SENTENCES[notice.code]?.[language];
  if (sentence === undefined) return describeFileNotice(notice, language);
  const fact = (name: string): Notice[string] | undefined => notice[name];
  const number = (name: string): number | null => {
    const value = fact(name);
    return typeof value === "number" ? value : null;
  };
  return sentence({
    count: (name) => formatCount(number(name), { language }),
    counted: (name, one, many) => formatCounted(number(name), [one, many], { language }),
    text: (name) => String(fact(name) ?? ""),
    date: (name) => formatDate(String(fact(name)), { language }),
    list: (name) => {
      const value = fact(name);
      return Array.isArray(value) ? value.join(", ") : "";
    },
    pairs: () => pairsText(notice, language),
  });
}

function suffix(text: string): string {
  return text === "" ? "" : ` (${text})`;
}
