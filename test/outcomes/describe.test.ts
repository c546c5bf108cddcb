import { describe, expect, it } from "vitest";
import { defaultStates, stateProperties } from "../../src/histories/index.js";
import {
  combinedReadings,
  describeCriterion,
  lintCriterion,
  readings,
  type Criterion,
} from "../../src/outcomes/index.js";
import { nameOf } from "../../src/outcomes/words.js";
import * as tenders from "../../src/tenders/index.js";
import { errorOf } from "../support/errors.js";
import { durable, selfSupport, withoutSupport } from "../support/lives/world.js";

const sentences: readonly (readonly [string, Criterion, string, string])[] = [
  [
    "Fredericia's 6-month rule",
    { ...withoutSupport, measuredBy: "municipality", source: "§2.3.9" },
    "Success is at least 4 consecutive whole calendar months without municipal support, within 6 months after the end of the course; one day that doesn't count breaks a month; measured by the municipality (§2.3.9).",
    "Succes er mindst 4 sammenhængende hele kalendermåneder uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning; en enkelt dag, der ikke tæller, bryder en måned; opgøres af kommunen (§2.3.9).",
  ],
  [
    "Fredericia's 15-month rule",
    { ...durable, measuredBy: "supplier", dayRule: "most-days" },
    "Success is at least 12 whole calendar months in all in ordinary employment (part-time too) or ordinary education, within 15 months after the end of the course; a month counts if more than half of its days do; measured by the supplier.",
    "Succes er mindst 12 hele kalendermåneder sammenlagt i ordinært arbejde (også på deltid) eller ordinær uddannelse, inden for 15 måneder efter forløbets afslutning; en måned tæller, når mere end halvdelen af dens dage tæller; opgøres af leverandøren.",
  ],
  [
    "Hillerød's rule",
    { ...selfSupport, without: { having: ["municipal-support"] } },
    "Success is at least 4 months without interruption, from date to date, in ordinary work, ordinary part-time work, fleksjob or ordinary education and without municipal support; the spell must begin within the longest permitted course, counted from the referral, and may go on after it.",
    "Succes er mindst 4 måneder uden afbrydelse, fra dato til dato, i ordinært arbejde, ordinært arbejde på deltid, fleksjob eller ordinær uddannelse og uden kommunal forsørgelse; perioden skal begynde inden for det længst tilladte forløb, regnet fra visiteringen, og må fortsætte derefter.",
  ],
  [
    "an exception, one month, a window in weeks and a state of the user's own",
    {
      ...withoutSupport,
      without: { having: ["municipal-support"], states: ["lærlingetilskud"], except: ["wage-subsidy"] },
      amount: { calendarMonths: 1 },
      window: { anchor: "course-end", length: { weeks: 1 } },
    },
    "Success is at least 1 whole calendar month without municipal support or lærlingetilskud (wage subsidy excepted), within 1 week after the end of the course; one day that doesn't count breaks a month.",
    "Succes er mindst 1 hel kalendermåned uden kommunal forsørgelse eller lærlingetilskud (bortset fra løntilskud), inden for 1 uge efter forløbets afslutning; en enkelt dag, der ikke tæller, bryder en måned.",
  ],
];

const given = (criterion: Criterion | undefined): Criterion => {
  if (criterion === undefined) throw new Error("the tender has that criterion");
  return criterion;
};

const KIND = { id: "kind", name: { da: "slags", en: "kind" }, basis: "contract" } as const;
const FLEX = { ...KIND, states: { states: ["fleksjob"] } } as const;
const NONE = { ...KIND, without: { having: ["municipal-support"] } } as const;
const SIX_MONTHS = { anchor: "course-end", length: { months: 6 } } as const;
const DEGREES = [
  {
    id: "full",
    name: { da: "fuld", en: "full" },
    states: { having: ["ordinary-employment", "ordinary-education"] },
    without: { having: ["subsidized-employment"] },
  },
  { id: "partial", name: { da: "delvis", en: "partial" } },
] as const;

const forms: readonly (readonly [string, Criterion, string, string])[] = [
  [
    "days in a row",
    { ...FLEX, amount: { days: 90 }, continuity: "consecutive", window: SIX_MONTHS },
    "Success is at least 90 consecutive days in fleksjob, within 6 months after the end of the course.",
    "Succes er mindst 90 sammenhængende dage i fleksjob, inden for 6 måneder efter forløbets afslutning.",
  ],
  [
    "days in all",
    { ...NONE, amount: { days: 90 }, continuity: "cumulative", window: SIX_MONTHS },
    "Success is at least 90 days in all without municipal support, within 6 months after the end of the course.",
    "Succes er mindst 90 dage sammenlagt uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning.",
  ],
  [
    "a single day, in a week that begins later",
    {
      ...FLEX,
      amount: { days: 1 },
      continuity: "consecutive",
      window: { anchor: "course-end", after: { months: 3 }, length: { weeks: 1 } },
    },
    "Success is at least 1 day in fleksjob, within the week that begins 3 months after the end of the course.",
    "Succes er mindst 1 dag i fleksjob, inden for den uge, der begynder 3 måneder efter forløbets afslutning.",
  ],
  [
    "weeks in a row",
    { ...NONE, amount: { isoWeeks: 13 }, continuity: "consecutive", window: SIX_MONTHS },
    "Success is at least 13 consecutive whole ISO weeks without municipal support, within 6 months after the end of the course; one day that doesn't count breaks a week.",
    "Succes er mindst 13 sammenhængende hele kalenderuger uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning; en enkelt dag, der ikke tæller, bryder en uge.",
  ],
  [
    "weeks in all, by most days",
    { ...NONE, amount: { isoWeeks: 13 }, continuity: "cumulative", window: SIX_MONTHS, dayRule: "most-days" },
    "Success is at least 13 whole ISO weeks in all without municipal support, within 6 months after the end of the course; a week counts if more than half of its days do.",
    "Succes er mindst 13 hele kalenderuger sammenlagt uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning; en uge tæller, når mere end halvdelen af dens dage tæller.",
  ],
  [
    "one week",
    { ...NONE, amount: { isoWeeks: 1 }, continuity: "consecutive", window: SIX_MONTHS },
    "Success is at least 1 whole ISO week without municipal support, within 6 months after the end of the course; one day that doesn't count breaks a week.",
    "Succes er mindst 1 hel kalenderuge uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning; en enkelt dag, der ikke tæller, bryder en uge.",
  ],
  [
    "months from date to date",
    { ...NONE, amount: { months: 4 }, continuity: "consecutive", window: SIX_MONTHS },
    "Success is at least 4 months without interruption, from date to date, without municipal support, within 6 months after the end of the course.",
    "Succes er mindst 4 måneder uden afbrydelse, fra dato til dato, uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning.",
  ],
  [
    "months in all",
    { ...FLEX, amount: { months: 4 }, continuity: "cumulative", window: SIX_MONTHS },
    "Success is at least 4 whole calendar months in all in fleksjob, within 6 months after the end of the course; one day that doesn't count breaks a month.",
    "Succes er mindst 4 hele kalendermåneder sammenlagt i fleksjob, inden for 6 måneder efter forløbets afslutning; en enkelt dag, der ikke tæller, bryder en måned.",
  ],
  [
    "as many days as the months have",
    { ...FLEX, amount: { months: 4 }, continuity: "cumulative", window: SIX_MONTHS, monthsCounted: "days" },
    "Success is at least as many days in all as the window's first 4 months have, in fleksjob, within 6 months after the end of the course.",
    "Succes er mindst så mange dage sammenlagt, som måleperiodens første 4 måneder har, i fleksjob, inden for 6 måneder efter forløbets afslutning.",
  ],
  [
    "as many days as one month has",
    {
      ...FLEX,
      amount: { calendarMonths: 1 },
      continuity: "cumulative",
      window: SIX_MONTHS,
      monthsCounted: "days",
    },
    "Success is at least as many days in all as the window's first month has, in fleksjob, within 6 months after the end of the course.",
    "Succes er mindst så mange dage sammenlagt, som måleperiodens første måned har, i fleksjob, inden for 6 måneder efter forløbets afslutning.",
  ],
  [
    "some time after the referral",
    {
      ...FLEX,
      amount: { months: 4 },
      continuity: "consecutive",
      window: { anchor: "referral", after: { months: 3 }, length: { months: 12 } },
    },
    "Success is at least 4 months without interruption, from date to date, in fleksjob, within the 12 months that begin 3 months after the referral.",
    "Succes er mindst 4 måneder uden afbrydelse, fra dato til dato, i fleksjob, inden for de 12 måneder, der begynder 3 måneder efter visiteringen.",
  ],
  [
    "from the start of the course, by the spell's own days",
    {
      ...FLEX,
      amount: { months: 4 },
      continuity: "consecutive",
      window: { anchor: "course-start", length: { weeks: 26 }, spellBegins: "within", spellEnds: "any-time" },
    },
    "Success is at least 4 months without interruption, from date to date, in fleksjob, within 26 weeks after the start of the course; the spell must begin inside the window; the spell may go on after the window.",
    "Succes er mindst 4 måneder uden afbrydelse, fra dato til dato, i fleksjob, inden for 26 uger efter forløbets start; perioden skal begynde i måleperioden; perioden må fortsætte efter måleperioden.",
  ],
  [
    "as long as anyone looks, of spells that may be older",
    {
      ...FLEX,
      amount: { months: 4 },
      continuity: "consecutive",
      window: { anchor: "course-end", length: "open", spellBegins: "any-time" },
    },
    "Success is at least 4 months without interruption, from date to date, in fleksjob, at any time after the end of the course; the spell may have begun before the window, but only the days inside it count.",
    "Succes er mindst 4 måneder uden afbrydelse, fra dato til dato, i fleksjob, når som helst efter forløbets afslutning; perioden må være begyndt før måleperioden, men kun dagene i måleperioden tæller.",
  ],
  [
    "as long as anyone looks, from a later day on",
    {
      ...FLEX,
      amount: { months: 4 },
      continuity: "consecutive",
      window: { anchor: "course-end", after: { weeks: 2 }, length: "open" },
    },
    "Success is at least 4 months without interruption, from date to date, in fleksjob, at any time from 2 weeks after the end of the course.",
    "Succes er mindst 4 måneder uden afbrydelse, fra dato til dato, i fleksjob, når som helst fra 2 uger efter forløbets afslutning.",
  ],
  [
    "what ends with the window",
    {
      ...FLEX,
      amount: { months: 4 },
      continuity: "consecutive",
      window: { anchor: "course-end", length: { months: 6 }, spellEnds: "within" },
    },
    "Success is at least 4 months without interruption, from date to date, in fleksjob, within 6 months after the end of the course; days after the window don't count.",
    "Succes er mindst 4 måneder uden afbrydelse, fra dato til dato, i fleksjob, inden for 6 måneder efter forløbets afslutning; dage efter måleperioden tæller ikke.",
  ],
  [
    "one day long after",
    {
      ...FLEX,
      amount: { days: 1 },
      continuity: "consecutive",
      window: { anchor: "course-end", after: { months: 3 }, length: { days: 1 } },
    },
    "Success is to be in fleksjob on the day 3 months after the end of the course.",
    "Succes er at være i fleksjob på dagen 3 måneder efter forløbets afslutning.",
  ],
  [
    "the day after the course",
    {
      ...NONE,
      amount: { days: 1 },
      continuity: "consecutive",
      window: { anchor: "course-end", length: { days: 1 } },
    },
    "Success is to be without municipal support on the day after the end of the course.",
    "Succes er at være uden kommunal forsørgelse på dagen efter forløbets afslutning.",
  ],
  [
    "the day of the referral",
    {
      ...FLEX,
      amount: { days: 1 },
      continuity: "cumulative",
      window: { anchor: "referral", length: { days: 1 } },
    },
    "Success is to be in fleksjob on the day of the referral.",
    "Succes er at være i fleksjob på dagen for visiteringen.",
  ],
  [
    "the first day of the course",
    {
      ...FLEX,
      amount: { days: 1 },
      continuity: "cumulative",
      window: { anchor: "course-start", length: { days: 1 } },
    },
    "Success is to be in fleksjob on the first day of the course.",
    "Succes er at være i fleksjob på forløbets første dag.",
  ],
  [
    "the course",
    { ...FLEX, amount: { months: 4 }, continuity: "consecutive", window: { anchor: "course" } },
    "Success is at least 4 months without interruption, from date to date, in fleksjob, during the course.",
    "Succes er mindst 4 måneder uden afbrydelse, fra dato til dato, i fleksjob, under forløbet.",
  ],
  [
    "the course and some time after it",
    {
      ...FLEX,
      amount: { months: 4 },
      continuity: "consecutive",
      window: { anchor: "course", plus: { months: 3 } },
    },
    "Success is at least 4 months without interruption, from date to date, in fleksjob, from the start of the course to 3 months after its end.",
    "Succes er mindst 4 måneder uden afbrydelse, fra dato til dato, i fleksjob, fra forløbets start til 3 måneder efter dets afslutning.",
  ],
  [
    "a window that a spell opens",
    {
      ...FLEX,
      amount: { calendarMonths: 4 },
      continuity: "cumulative",
      window: { anchor: "spell-start", length: { months: 6 } },
    },
    "Success is at least 4 whole calendar months in all in fleksjob, within 6 months from the beginning of the first spell that begins within the longest permitted course, counted from the referral; one day that doesn't count breaks a month.",
    "Succes er mindst 4 hele kalendermåneder sammenlagt i fleksjob, inden for 6 måneder fra begyndelsen af den første periode, der begynder inden for det længst tilladte forløb, regnet fra visiteringen; en enkelt dag, der ikke tæller, bryder en måned.",
  ],
  [
    "whole months only",
    { ...NONE, amount: { calendarMonths: 4 }, continuity: "consecutive", window: SIX_MONTHS, edges: "whole" },
    "Success is at least 4 consecutive whole calendar months without municipal support, within 6 months after the end of the course; one day that doesn't count breaks a month; only whole calendar months inside the window count.",
    "Succes er mindst 4 sammenhængende hele kalendermåneder uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning; en enkelt dag, der ikke tæller, bryder en måned; kun hele kalendermåneder i måleperioden tæller.",
  ],
  [
    "the first part of a month",
    {
      ...NONE,
      amount: { calendarMonths: 4 },
      continuity: "consecutive",
      window: SIX_MONTHS,
      edges: "first-part",
    },
    "Success is at least 4 consecutive whole calendar months without municipal support, within 6 months after the end of the course; one day that doesn't count breaks a month; where the window opens in the middle of a month, the rest of it can count as a month too.",
    "Succes er mindst 4 sammenhængende hele kalendermåneder uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning; en enkelt dag, der ikke tæller, bryder en måned; begynder måleperioden midt i en måned, kan resten af den også tælle som en måned.",
  ],
  [
    "parts of months",
    { ...NONE, amount: { calendarMonths: 4 }, continuity: "consecutive", window: SIX_MONTHS, edges: "parts" },
    "Success is at least 4 consecutive whole calendar months without municipal support, within 6 months after the end of the course; one day that doesn't count breaks a month; where the window opens or closes in the middle of a month, the part inside can count as a month too.",
    "Succes er mindst 4 sammenhængende hele kalendermåneder uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning; en enkelt dag, der ikke tæller, bryder en måned; begynder eller slutter måleperioden midt i en måned, kan den del af den, der ligger i måleperioden, også tælle som en måned.",
  ],
  [
    "the next month",
    { ...NONE, amount: { calendarMonths: 4 }, continuity: "consecutive", window: SIX_MONTHS, edges: "next" },
    "Success is at least 4 consecutive whole calendar months without municipal support, within 6 months after the end of the course; one day that doesn't count breaks a month; the window opens with the first whole calendar month, and is no shorter for it.",
    "Succes er mindst 4 sammenhængende hele kalendermåneder uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning; en enkelt dag, der ikke tæller, bryder en måned; måleperioden begynder først med den første hele kalendermåned og bliver ikke kortere af det.",
  ],
  [
    "parts of weeks",
    { ...NONE, amount: { isoWeeks: 4 }, continuity: "consecutive", window: SIX_MONTHS, edges: "parts" },
    "Success is at least 4 consecutive whole ISO weeks without municipal support, within 6 months after the end of the course; one day that doesn't count breaks a week; where the window opens or closes in the middle of a week, the part inside can count as a week too.",
    "Succes er mindst 4 sammenhængende hele kalenderuger uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning; en enkelt dag, der ikke tæller, bryder en uge; begynder eller slutter måleperioden midt i en uge, kan den del af den, der ligger i måleperioden, også tælle som en uge.",
  ],
  [
    "the next week",
    { ...NONE, amount: { isoWeeks: 4 }, continuity: "consecutive", window: SIX_MONTHS, edges: "next" },
    "Success is at least 4 consecutive whole ISO weeks without municipal support, within 6 months after the end of the course; one day that doesn't count breaks a week; the window opens with the first whole ISO week, and is no shorter for it.",
    "Succes er mindst 4 sammenhængende hele kalenderuger uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning; en enkelt dag, der ikke tæller, bryder en uge; måleperioden begynder først med den første hele kalenderuge og bliver ikke kortere af det.",
  ],
  [
    "a gap of days, states apart",
    {
      ...FLEX,
      amount: { days: 90 },
      continuity: "consecutive",
      window: SIX_MONTHS,
      gapTolerance: { days: 7 },
      joining: "same-state",
    },
    "Success is at least 90 consecutive days in fleksjob, within 6 months after the end of the course; the days of an interruption of at most 7 days count too; each of the states is counted by itself, not together with the others.",
    "Succes er mindst 90 sammenhængende dage i fleksjob, inden for 6 måneder efter forløbets afslutning; dagene i en afbrydelse på højst 7 dage tæller med; de forskellige tilstande tælles hver for sig, ikke sammen.",
  ],
  [
    "a gap of a day, states together",
    {
      ...FLEX,
      amount: { days: 90 },
      continuity: "consecutive",
      window: SIX_MONTHS,
      gapTolerance: { days: 1 },
      joining: "across-states",
    },
    "Success is at least 90 consecutive days in fleksjob, within 6 months after the end of the course; an interruption of 1 day counts too; a change from one of the states to another without a day between is no interruption.",
    "Succes er mindst 90 sammenhængende dage i fleksjob, inden for 6 måneder efter forløbets afslutning; en afbrydelse på 1 dag tæller med; et skift fra en af tilstandene til en anden uden en dag imellem er ingen afbrydelse.",
  ],
  [
    "degrees",
    { ...FLEX, amount: { days: 90 }, continuity: "consecutive", window: SIX_MONTHS, degrees: DEGREES },
    "Success is at least 90 consecutive days in fleksjob, within 6 months after the end of the course; degrees of success, the highest first: full (in ordinary employment (part-time too) or ordinary education and without subsidized employment), partial.",
    "Succes er mindst 90 sammenhængende dage i fleksjob, inden for 6 måneder efter forløbets afslutning; grader af succes, den højeste først: fuld (i ordinært arbejde (også på deltid) eller ordinær uddannelse og uden støttet beskæftigelse), delvis.",
  ],
  [
    "every treatment of who leaves",
    {
      ...NONE,
      amount: { days: 90 },
      continuity: "consecutive",
      window: SIX_MONTHS,
      leaving: { pension: "ignored", moved: "failure", dead: "competing-event", emigrated: "failure" },
    },
    "Success is at least 90 consecutive days without municipal support, within 6 months after the end of the course; anyone who emigrates or moves away before it is reached doesn't count as a success; anyone who dies before it is reached doesn't count as a success, but is told apart (a competing event); anyone who goes on pension before it is reached is assessed as if it hadn't happened.",
    "Succes er mindst 90 sammenhængende dage uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning; den, der udvandrer eller flytter fra kommunen, før målet er nået, tæller ikke som succes; den, der dør, før målet er nået, tæller ikke som succes, men opgøres for sig (konkurrerende hændelse); den, der går på pension, før målet er nået, vurderes, som om det ikke var sket.",
  ],
  [
    "who leaves or never starts, not assessed",
    {
      ...NONE,
      amount: { days: 90 },
      continuity: "consecutive",
      window: SIX_MONTHS,
      leaving: { dead: "not-assessable" },
      neverStarted: "not-assessable",
    },
    "Success is at least 90 consecutive days without municipal support, within 6 months after the end of the course; anyone who dies before it is reached can't be assessed; anyone who never starts a course can't be assessed.",
    "Succes er mindst 90 sammenhængende dage uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning; den, der dør, før målet er nået, kan ikke vurderes; den, der aldrig begynder på et forløb, kan ikke vurderes.",
  ],
  [
    "who never starts, a failure; paid at once",
    {
      ...NONE,
      amount: { days: 90 },
      continuity: "consecutive",
      window: SIX_MONTHS,
      neverStarted: "failure",
      payable: "when-reached",
    },
    "Success is at least 90 consecutive days without municipal support, within 6 months after the end of the course; anyone who never starts a course doesn't count as a success; payable as soon as it is reached.",
    "Succes er mindst 90 sammenhængende dage uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning; den, der aldrig begynder på et forløb, tæller ikke som succes; kan udbetales, så snart målet er nået.",
  ],
  [
    "a measurer by name; paid later",
    {
      ...NONE,
      amount: { days: 90 },
      continuity: "consecutive",
      window: SIX_MONTHS,
      measuredBy: "Rambøll",
      payable: "when-window-closes",
    },
    "Success is at least 90 consecutive days without municipal support, within 6 months after the end of the course; measured by Rambøll; payable when the window closes.",
    "Succes er mindst 90 sammenhængende dage uden kommunal forsørgelse, inden for 6 måneder efter forløbets afslutning; opgøres af Rambøll; kan udbetales, når måleperioden er slut.",
  ],
];

describe("describeCriterion", () => {
  it.each(forms)("has a sentence for %s", (_name, criterion, english, danish) => {
    expect(describeCriterion(criterion)).toBe(english);
    expect(describeCriterion(criterion, "da")).toBe(danish);
  });

  it("names every property and every state of the default vocabulary in Danish", () => {
    const ids = [...stateProperties, ...Object.keys(defaultStates)];
    const unnamed = ids.filter((id) => nameOf(id, "da") === id);
    expect([...new Set(unnamed)]).toEqual(["fleksjob", "pension"]); // Danish already
  });

  it.each(sentences)("says %s as a sentence in both languages", (_name, criterion, english, danish) => {
    expect(describeCriterion(criterion)).toBe(english);
    expect(describeCriterion(criterion, "da")).toBe(danish);
  });
});

const criteriaOf = (program: object): readonly Criterion[] =>
  "criteria" in program && Array.isArray(program.criteria) ? (program.criteria as readonly Criterion[]) : [];

const firstSentence = (program: object): string =>
  describeCriterion(given(criteriaOf(program)[0]), "da").replace(/\(§[^)]*\)/u, "");

describe("states that a tender names", () => {
  it("stand in words in both languages, whatever the tender calls them", () => {
    const selectors = Object.values(tenders)
      .flatMap((program) => criteriaOf(program))
      .flatMap(({ states, without, degrees = [] }) => [
        states,
        without,
        ...degrees.map((each) => each.states),
      ]);
    const named = selectors.flatMap((each) => [...(each?.states ?? []), ...(each?.except ?? [])]);
    expect(named).toContain("clarified");
    // The one word that is the same in both languages and the name of the state.
    expect(new Set(named.filter((state) => nameOf(state, "da") === state))).toEqual(new Set(["fleksjob"]));
  });

  it("tell one criterion from another: part-time work counts in guidance, and not in part-time work", () => {
    expect(firstSentence(tenders.odenseGuidance)).not.toBe(firstSentence(tenders.odensePartTime));
    expect(firstSentence(tenders.odenseGuidance)).toContain("ordinært arbejde (også på deltid)");
  });
});

describe("what isn't a criterion, or a language", () => {
  const nothing = {} as unknown as Criterion;

  it.each([
    ["describeCriterion", () => describeCriterion(nothing)],
    ["lintCriterion", () => lintCriterion(nothing)],
    ["readings", () => readings(nothing)],
    ["combinedReadings", () => combinedReadings(undefined as unknown as Criterion)],
  ])("%s says so in one error", (operation, run) => {
    expect(errorOf(run)).toMatchObject({ code: "impossible-input", path: `${operation}.criterion` });
  });

  it("names the languages that there are", () => {
    expect(errorOf(() => describeCriterion(withoutSupport, "dk" as "da"))).toMatchObject({
      code: "impossible-option",
      received: "dk",
      expected: "one of da, en",
    });
  });
});
