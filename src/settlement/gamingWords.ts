import type { Language } from "../display/index.js";
import type { GamingCode } from "./gamingTypes.js";

/** What a sign's sentences are made with: counts as text, arms and criteria by name. */
export interface SignFacts {
  readonly arm: string;
  readonly otherArm: string;
  readonly criterion: string;
  readonly factor: string;
  readonly group: string;
  /** A length of time. */
  readonly within: string;
  readonly workingDays: string;
  readonly events: string;
  readonly total: string;
  readonly otherEvents: string;
  readonly otherTotal: string;
}

/** A sign in words. */
export interface SignWords {
  readonly name: (facts: SignFacts) => string;
  readonly finding: (facts: SignFacts) => string;
  readonly question: string;
  readonly innocent: string;
}

interface GamingWords {
  readonly lead: (worthALook: number, tested: number) => string;
  readonly reading: (level: string) => string;
  readonly worthALook: (finding: string, question: string, innocent: string) => string;
  readonly caption: string;
  readonly columns: readonly string[];
  readonly of: (events: string, total: string) => string;
  readonly signs: Readonly<Record<GamingCode, SignWords>>;
  readonly notices: Readonly<Record<string, (arm: string) => string>>;
}

/** Two arms with how many of each. */
const armsDa = ({ arm, otherArm, events, total, otherEvents, otherTotal }: SignFacts): string =>
  `hos ${arm} ${events} af ${total}, hos ${otherArm} ${otherEvents} af ${otherTotal}`;
const armsEn = ({ arm, otherArm, events, total, otherEvents, otherTotal }: SignFacts): string =>
  `at ${arm} ${events} of ${total}, at ${otherArm} ${otherEvents} of ${otherTotal}`;

export const GAMING_WORDS: Readonly<Record<Language, GamingWords>> = {
  da: {
    lead: (worthALook, tested) => {
      if (tested === 0) return "Der er for få hændelser til, at noget kan testes.";
      if (worthALook === 0) {
        return "Af det, der kunne testes, bliver intet peget ud. Det betyder ikke, at der intet er at finde.";
      }
      return worthALook === 1 ? "Ét forhold bør undersøges." : `${worthALook} forhold bør undersøges.`;
    },
    reading: (level) =>
      `Tallene siger, at noget er usædvanligt, ikke hvorfor, og de siger intet om, at nogen har gjort noget forkert. Alle p-værdier er justeret efter Holm: er der intet usædvanligt, er sandsynligheden for, at blot ét forhold bliver peget ud, højst ${level}. Er der under fem hændelser, testes der ikke. Et hold tælles som ét forløb, når der ses på start lige før fristen.`,
    worthALook: (finding, question, innocent) => `Bør undersøges: ${finding} ${question} ${innocent}`,
    caption: "Forhold, der kan være værd at undersøge",
    columns: ["Forhold", "Enhed", "Antal", "Sammenlignet med", "p", "p, justeret"],
    of: (events, total) => `${events} af ${total}`,
    signs: {
      "ends-after-threshold": {
        name: ({ criterion }) => `Ophør lige efter »${criterion}«`,
        finding: ({ arm, criterion, within, events, total, otherEvents, otherTotal }) =>
          `Af ${total} succeser hos ${arm} efter »${criterion}« holdt ${events} op inden for ${within} efter den dag, kravet var opfyldt, og ${otherEvents} af de øvrige ${otherTotal} i den næste, lige så lange periode.`,
        question: "Hvorfor holder flere op lige efter, at kravet er opfyldt, end senere?",
        innocent:
          "Det kan skyldes tidsbegrænsede ansættelser og tilskudsperioder af samme længde som kravet, prøvetid eller job, der slutter ved et månedsskifte.",
      },
      "ends-between-arms": {
        name: ({ criterion }) => `Ophør lige efter »${criterion}«, enhed mod enhed`,
        finding: (facts) =>
          `Andelen af succeser efter »${facts.criterion}«, der holdt op inden for ${facts.within}, er forskellig: ${armsDa(facts)}.`,
        question: "Hvad er forskellen på de job og ordninger, de to enheder bruger?",
        innocent:
          "Det kan skyldes forskellige brancher, sæsonarbejde eller forskellig brug af tidsbegrænsede ordninger.",
      },
      "starts-before-deadline": {
        name: () => "Start lige før fristen",
        finding: ({ arm, workingDays, events, otherEvents }) =>
          `Hos ${arm} startede ${events} forløb på de sidste ${workingDays} hverdage inden fristen og ${otherEvents} på de samme ugedage ugen før.`,
        question: "Er det den faktiske start eller fristen, der er skrevet ned?",
        innocent:
          "Det kan skyldes indkaldelse med et fast varsel, hold, der begynder med faste mellemrum, eller en planlægning, der lovligt går efter fristen.",
      },
      "returns-by-group": {
        name: ({ factor, group }) => `Tilbagevisiteringer: ${factor} ${group}`,
        finding: ({ arm, factor, group, events, total, otherEvents, otherTotal }) =>
          `Hos ${arm} er ${events} af ${total} borgere i gruppen »${group}« (${factor}) tilbagevisiteret mod ${otherEvents} af ${otherTotal} af de øvrige.`,
        question: "Hvad begrunder tilbagevisiteringerne i den ene gruppe?",
        innocent:
          "Det kan skyldes, at gruppen oftere er syg, flytter eller får fastlagt en anden indsats, eller at visitationen har ramt skævt.",
      },
      "returns-between-arms": {
        name: ({ factor, group }) => `Tilbagevisiteringer, enhed mod enhed: ${factor} ${group}`,
        finding: (facts) =>
          `I gruppen »${facts.group}« (${facts.factor}) er tilbagevisiteringerne forskellige: ${armsDa(facts)}.`,
        question: "Bruger de to enheder samme grunde til at tilbagevisitere?",
        innocent:
          "Det kan skyldes, at tilbagevisiteringer registreres forskelligt, eller at tilbuddene er forskellige.",
      },
      "never-started": {
        name: () => "Aldrig påbegyndt",
        finding: (facts) => `Antallet, der aldrig begyndte, er forskelligt: ${armsDa(facts)}.`,
        question: "Hvad sker der mellem visitering og start hos de to enheder?",
        innocent:
          "Det kan skyldes længere ventetid eller afstand, eller at kun den ene indberetter dem, der ikke begynder.",
      },
      "withdrawn": {
        name: () => "Afbrudt",
        finding: (facts) => `Antallet af afbrudte forløb er forskelligt: ${armsDa(facts)}.`,
        question: "Hvorfor afbrydes forløbene?",
        innocent:
          "Det kan skyldes forskelligt indhold i forløbene, eller at de to registrerer ophør med forskellige ord.",
      },
      "returned": {
        name: () => "Tilbagevisiteret",
        finding: (facts) => `Antallet af tilbagevisiterede er forskelligt: ${armsDa(facts)}.`,
        question: "Bruger de to enheder samme grunde til at tilbagevisitere?",
        innocent:
          "Det kan skyldes, at kommunens egen enhed løser det internt, som leverandøren må visitere tilbage, eller at betalingsreglerne er forskellige.",
      },
      "unknown-outcome": {
        name: ({ criterion }) => `Ukendt udfald efter »${criterion}«`,
        finding: (facts) =>
          `Antallet af ukendte udfald efter »${facts.criterion}« er forskelligt: ${armsDa(facts)}.`,
        question: "Hvorfor kan den ene enheds borgere ikke følges til ende?",
        innocent:
          "Det kan skyldes manglende slutdatoer fra den ene enhed, fraflytning eller et register, der mangler en periode.",
      },
      "exempted": {
        name: () => "Aftalt undtagelse efter lodtrækningen",
        finding: (facts) =>
          `Antallet, der efter aftale er flyttet fra den enhed, de blev trukket til, er forskelligt: ${armsDa(facts)}.`,
        question: "Er undtagelserne aftalt efter samme regler for begge enheder?",
        innocent:
          "Det kan skyldes særlige tilbud, som kun den ene enhed har, eller borgere, der allerede var i gang hos den anden.",
      },
    },
    notices: {
      "no-deadline": (arm) =>
        `${arm}: der er ingen frist for start i betalingsvilkårene, så start lige før fristen er ikke undersøgt.`,
      "deadline-too-short": (arm) =>
        `${arm}: fristen for start er for kort til at sammenligne de sidste hverdage med ugen før, så start lige før fristen er ikke undersøgt.`,
      "households-not-considered": () =>
        "Husstande er trukket samlet, men testene regner borgerne hver for sig: p-værdierne er for små, hvor husstandens borgere ligner hinanden.",
      "chances-differ": () =>
        "Sandsynlighederne i lodtrækningen har ikke været de samme hele tiden: en forskel mellem enhederne kan også skyldes, hvornår borgerne blev visiteret.",
    },
  },
  en: {
    lead: (worthALook, tested) => {
      if (tested === 0) return "There are too few events for any test.";
      if (worthALook === 0) {
        return "Nothing that could be tested is pointed out. That doesn’t show that nothing is there.";
      }
      return worthALook === 1 ? "One thing is worth a look." : `${worthALook} things are worth a look.`;
    },
    reading: (level) =>
      `The counts tell that something is unusual, not why, and nothing of anybody having done wrong. The p-values are adjusted by Holm for all that are tested: if nothing is unusual, the probability of even one being pointed out is at most ${level}. Fewer than five events aren’t tested. A team counts as one course where starts just before the deadline are looked at.`,
    worthALook: (finding, question, innocent) => `Worth a look: ${finding} ${question} ${innocent}`,
    caption: "What may be worth a look",
    columns: ["What", "Unit", "Number", "Compared with", "p", "p, adjusted"],
    of: (events, total) => `${events} of ${total}`,
    signs: {
      "ends-after-threshold": {
        name: ({ criterion }) => `Ends just after “${criterion}”`,
        finding: ({ arm, criterion, within, events, total, otherEvents, otherTotal }) =>
          `Of ${total} successes at ${arm} by “${criterion}”, ${events} ended within ${within} after the day on which the amount was reached, and ${otherEvents} of the other ${otherTotal} in the next period of that length.`,
        question: "Why do more end just after the amount is reached than later?",
        innocent:
          "It may come of fixed-term jobs and subsidies as long as the amount, of trial periods, or of jobs that end with a month.",
      },
      "ends-between-arms": {
        name: ({ criterion }) => `Ends just after “${criterion}”, arm against arm`,
        finding: (facts) =>
          `The share of successes by “${facts.criterion}” that ended within ${facts.within} differs: ${armsEn(facts)}.`,
        question: "What sets the jobs and schemes apart that the two units use?",
        innocent: "It may come of other trades, seasonal work, or another use of fixed-term schemes.",
      },
      "starts-before-deadline": {
        name: () => "Starts just before the deadline",
        finding: ({ arm, workingDays, events, otherEvents }) =>
          `At ${arm}, ${events} courses started on the last ${workingDays} working days of the deadline and ${otherEvents} on the same days of the week before.`,
        question: "Is it the actual start that was written down, or the deadline?",
        innocent:
          "It may come of a fixed notice, of teams that begin at fixed intervals, or of planning that goes by the deadline, as it may.",
      },
      "returns-by-group": {
        name: ({ factor, group }) => `Returns: ${factor} ${group}`,
        finding: ({ arm, factor, group, events, total, otherEvents, otherTotal }) =>
          `At ${arm}, ${events} of ${total} citizens of the group “${group}” (${factor}) were sent back, and ${otherEvents} of ${otherTotal} of the others.`,
        question: "What are the reasons for the returns in that group?",
        innocent:
          "It may be that the group is more often ill, moves, or is given another measure, or that the referrals missed their mark.",
      },
      "returns-between-arms": {
        name: ({ factor, group }) => `Returns, arm against arm: ${factor} ${group}`,
        finding: (facts) =>
          `In the group “${facts.group}” (${facts.factor}) the returns differ: ${armsEn(facts)}.`,
        question: "Do the two units send back for the same reasons?",
        innocent: "It may be that returns are recorded in another way, or that what is offered is different.",
      },
      "never-started": {
        name: () => "Never started",
        finding: (facts) => `The number who never started differs: ${armsEn(facts)}.`,
        question: "What happens between referral and start at the two units?",
        innocent:
          "It may come of a longer wait or distance, or of one of them alone reporting those who don’t start.",
      },
      "withdrawn": {
        name: () => "Withdrawn",
        finding: (facts) => `The number of courses that were broken off differs: ${armsEn(facts)}.`,
        question: "Why are courses broken off?",
        innocent: "It may come of what the courses are, or of the two recording ends in other words.",
      },
      "returned": {
        name: () => "Returned",
        finding: (facts) => `The number sent back differs: ${armsEn(facts)}.`,
        question: "Do the two units send back for the same reasons?",
        innocent:
          "It may be that the municipality’s own unit solves within itself what the supplier has to send back, or that the terms of payment differ.",
      },
      "unknown-outcome": {
        name: ({ criterion }) => `Unknown outcome by “${criterion}”`,
        finding: (facts) =>
          `The number of unknown outcomes by “${facts.criterion}” differs: ${armsEn(facts)}.`,
        question: "Why can’t the citizens of one unit be followed to the end?",
        innocent:
          "It may come of last days that one unit doesn’t report, of citizens who move, or of a gap in the register.",
      },
      "exempted": {
        name: () => "Exemption agreed after the draw",
        finding: (facts) =>
          `The number who were moved by agreement from the unit that was drawn differs: ${armsEn(facts)}.`,
        question: "Were the exemptions agreed by the same rules for both units?",
        innocent:
          "It may come of offers that only one unit has, or of citizens who were already with the other.",
      },
    },
    notices: {
      "no-deadline": (arm) =>
        `${arm}: the terms of payment have no deadline for the start, so that starts just before it weren’t looked at.`,
      "deadline-too-short": (arm) =>
        `${arm}: the deadline for the start is too short to compare its last working days with the week before, so that starts just before it weren’t looked at.`,
      "households-not-considered": () =>
        "Households were drawn as one, but the tests take citizens one by one: p-values are too small where a household’s citizens are alike.",
      "chances-differ": () =>
        "The draw’s probabilities weren’t the same all the time: a difference between the arms may also come of when the citizens were referred.",
    },
  },
};
