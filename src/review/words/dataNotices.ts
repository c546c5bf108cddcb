import type { Sentences } from "./noticeFacts.js";

/** What was found in the ledger, the courses, the histories and their files. */
export const DATA_NOTICES: Sentences = {
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
  "histories-outside-ledger": {
    da: ({ counted }) =>
      `${counted("count", "borger", "borgere")} i historikken står ikke i fordelingsprotokollen; deres perioder indgår ikke. Kontrollér, om et pseudonym er skrevet forkert.`,
    en: ({ counted }) =>
      `${counted("count", "citizen of the histories is", "citizens of the histories are")} not in the ledger; their spells are not used. Check whether a pseudonym was mistyped.`,
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
