import { defineProgram, type Program, type Remark } from "../protocol/index.js";

/** What the two course types have in common beside their protocols; `part` is §2.3 or §2.4. */
function common(part: "2.3" | "2.4"): Pick<Program, "format" | "municipality" | "intake" | "volume"> {
  return {
    format: "konkurrencemodel-program/1",
    municipality: "Fredericia",
    intake: { ways: ["running"], every: { weeks: 1 }, source: `§2.1, §${part}.2` },
    volume: [
      { of: "weeks", per: "year", least: 40, source: `§${part}.3` },
      { of: "weekly-hours", least: 30, most: 37, source: `§${part}.6` },
    ],
  };
}

function aimsOf(part: "2.3" | "2.4"): readonly Remark[] {
  return [
    {
      text: {
        da: "Udslusning hurtigst muligt til varig ordinær beskæftigelse eller ordinær uddannelse; for de under 30-årige primært en uddannelse, der giver ret til SU eller kompetence.",
        en: "Discharge as soon as possible to lasting ordinary employment or ordinary education; for those under 30 primarily an education with student grant or one that qualifies.",
      },
      source: `§${part}.6, §${part}.8`,
    },
    {
      text: {
        da: "Praktik kan indgå i op til 3 × 4 uger, som en del af forløbets længde og til samme pris.",
        en: "Practice may be part of it for up to 3 × 4 weeks, within the course's length and at the same price.",
      },
      source: `§${part}.6`,
    },
    {
      text: {
        da: "Leverandøren gennemfører brugerundersøgelser for kommunen ved forløbets afslutning; kommunen ejer skema og analyse.",
        en: "The supplier surveys users for the municipality at the course's end; form and analysis are the municipality's.",
      },
      source: "§2.2.2",
    },
    {
      text: { da: "Grundbeløbet er det, der bydes på.", en: "The base payment is what bidders compete on." },
      source: "§2.1",
    },
  ];
}

const age: Remark = {
  text: {
    da: "Teksten siger over og under 30 år. Hvor den, der er fyldt 30 præcis, hører til, og på hvilken dag alderen gælder, er ikke oplyst; de, der trækker lod, fastlægger gruppen før lodtrækningen.",
    en: "The text says over and under 30. Where someone belongs who is exactly 30, and as of which day age is taken, isn't stated; whoever draws fixes the group before the draw.",
  },
  source: "§2.3.3, §2.4.3",
};

/** Course type A beside its protocol, `fredericiaA`: who it is for, and what the text asks for or leaves open. */
export const fredericiaAProgram: Program = defineProgram({
  ...common("2.3"),
  id: "fredericia-a-text",
  name: {
    da: "Forløbstype A: vejledning, opkvalificering og udslusning ved kort ledighed",
    en: "Course type A: guidance, qualification and placement after short unemployment",
  },
  source: "Fredericia Kommune, udbud 2004, forløbstype A (§2.3)",
  population: {
    da: "alle nyvisiterede kontanthjælpsmodtagere over 25 år, der vurderes at stå helt eller delvist til rådighed, også tilflyttere med under 6 måneders ledighed, tidligere sygedagpengemodtagere og personer, der har været selvforsørgende i en kort periode (§2.3.4)",
    en: "all newly referred cash-assistance recipients over 25 who are judged wholly or partly available, also those who moved in with less than 6 months' unemployment, former recipients of sickness benefit, and people who were self-supporting for a short time (§2.3.4)",
  },
  aims: aimsOf("2.3"),
  open: [age],
});

/** Course type B beside its protocol, `fredericiaB`. */
export const fredericiaBProgram: Program = defineProgram({
  ...common("2.4"),
  id: "fredericia-b-text",
  name: {
    da: "Forløbstype B: vejledning, opkvalificering og udslusning ved lang ledighed",
    en: "Course type B: guidance, qualification and placement after long unemployment",
  },
  source: "Fredericia Kommune, udbud 2004, forløbstype B (§2.4)",
  population: {
    da: "kontanthjælpsmodtagere med mindst 6 måneders ledighed på kontanthjælp (§2.4.4)",
    en: "cash-assistance recipients with at least 6 months' unemployment on cash assistance (§2.4.4)",
  },
  aims: aimsOf("2.4"),
  open: [
    age,
    {
      text: {
        da: "Teksten siger over og under 12 måneders ledighed; præcis 12 måneder er i ingen af grupperne.",
        en: "The text says over and under 12 months' unemployment; exactly 12 months is in neither group.",
      },
      source: "§2.4.3",
    },
    {
      text: {
        da: "Løntilskud er ikke kommunal forsørgelse, men afregnes til en lavere sats efter bilag 2, som mangler; tabellen i §2.1 har kun et andet beløb for type C.",
        en: "Wage subsidy is no municipal support, but is paid at a lower rate by annex 2, which is missing; the table of §2.1 has a second amount for type C only.",
      },
      source: "§2.4.9",
    },
  ],
});
