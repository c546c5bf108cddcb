import type { Language } from "../../display/index.js";

interface FigureWords {
  readonly municipality: string;
  /** -1 below what was expected, 1 above, 0 neither. */
  readonly side: number;
  /** "2,980 full-time persons against 3,400 expected, 420 fewer", with what is known. */
  readonly told: string;
  readonly ratio: string;
}

interface ExpectedWords {
  readonly lead: (parts: FigureWords) => string;
  readonly persons: (actual: string, expected: string, difference: string, sign: number) => string;
  readonly shares: (actual: string, expected: string, points: string) => string;
  readonly ofGroup: (group: string, sentence: string) => string;
  readonly count: (parts: {
    readonly all: string;
    readonly below: string;
    readonly above: string;
    readonly period: string;
  }) => string;
  readonly direction: string;
  readonly noLimits: string;
  readonly source: (origin: string) => string;
  readonly descriptive: string;
  readonly connected: string;
  readonly without: (group: string) => string;
  readonly changes: (parts: {
    readonly municipality: string;
    readonly before: string;
    readonly after: string;
  }) => string;
  readonly toAbove: (names: string) => string;
  readonly toBelow: (names: string) => string;
  readonly nobodyPasses: string;
  readonly inAll: string;
  readonly captions: {
    readonly groups: (municipality: string) => string;
    readonly municipalities: (group: string) => string;
  };
  readonly columns: {
    readonly municipality: string;
    readonly group: string;
    readonly expected: string;
    readonly actual: string;
    readonly difference: string;
    readonly expectedShare: string;
    readonly actualShare: string;
    readonly points: string;
    readonly ratio: string;
    readonly ratioOf: (group: string) => string;
  };
  readonly notices: Readonly<Record<string, (municipalities: string) => string>>;
}

export const EXPECTED_WORDS: Readonly<Record<Language, ExpectedWords>> = {
  da: {
    lead: ({ municipality, side, told, ratio }) => {
      const place = side < 0 ? "under" : side > 0 ? "over" : "på";
      return `${municipality} ligger ${place} det forventede: ${told}. Forholdet mellem faktisk og forventet er ${ratio}.`;
    },
    persons: (actual, expected, difference, sign) =>
      `${actual} fuldtidspersoner mod ${expected} forventede${sign === 0 ? "" : `, altså ${difference} ${sign < 0 ? "færre" : "flere"}`}`,
    shares: (actual, expected, points) => `${actual} af befolkningen mod ${expected} forventet (${points})`,
    ofGroup: (group, sentence) => `${group}: ${sentence}`,
    count: ({ all, below, above, period }) =>
      `I ${period} ligger ${below} af ${all} kommuner under det forventede og ${above} over.`,
    direction: "Under 1 er godt: færre fuldtidspersoner end forventet.",
    noLimits:
      "Fuldtidspersoner er omregnet fra deltid og ikke talt person for person. Derfor er der ingen binomiale grænser om tallene, og de kan ikke vise, om en afstand fra 1 er større end tilfældige udsving.",
    source: (origin) =>
      `Det forventede er kildens egen beregning ud fra rammevilkårene${origin === "" ? "" : ` (kilde: ${origin})`} og er gengivet, som det står dér.`,
    descriptive:
      "Tallene beskriver, hvor kommunerne ligger i forhold til det forventede. De viser ikke, hvad en kommunes indsats har ført til.",
    connected:
      "Ydelserne er forbundne kar: den, der forlader én ydelse, kan komme over på en anden. Derfor er forholdet for alle ydelser under ét også beregnet uden hver af grupperne:",
    without: (group) => `Uden ${group}`,
    changes: ({ municipality, before, after }) =>
      ` er forholdet for ${municipality} ${after} (for alle ydelser ${before})`,
    toAbove: (names) => ` ${names} kommer fra under 1 til over 1.`,
    toBelow: (names) => ` ${names} kommer fra over 1 til under 1.`,
    nobodyPasses: " Ingen kommune kommer over på den anden side af 1.",
    inAll: "I alt",
    captions: {
      groups: (municipality) => `${municipality}: forventet og faktisk efter ydelsesgruppe`,
      municipalities: (group) => `Forventet og faktisk efter kommune: ${group}`,
    },
    columns: {
      municipality: "Kommune",
      group: "Ydelsesgruppe",
      expected: "Forventet antal",
      actual: "Faktisk antal",
      difference: "Forskel",
      expectedShare: "Forventet andel",
      actualShare: "Faktisk andel",
      points: "Forskel i procentpoint",
      ratio: "Faktisk/forventet",
      ratioOf: (group) => `Forhold, ${group}`,
    },
    notices: {
      "published-rank-left-out": () =>
        "Kilden offentliggør placeringer på en rangliste uden at oplyse, hvor usikre de er. De gengives ikke her.",
      "in-all-added-up": () =>
        "Rækkerne har ingen tal for alle ydelser under ét. I alt er summen af grupperne for de kommuner, der har dem alle.",
      "groups-above-all": (municipalities) =>
        `Grupperne giver tilsammen mere end tallet for alle ydelser under ét: ${municipalities}. Enten overlapper grupperne hinanden, eller også er et af tallene forkert.`,
      "other-figures-left-out": () => "Rækker uden forventede og faktiske tal er ikke med.",
      "municipalities-without-figure": (municipalities) =>
        `Det forventede eller det faktiske tal er ikke oplyst, og derfor ikke med: ${municipalities}.`,
      "not-of-the-98": (municipalities) => `Ingen af de 98 kommuner, men talt med: ${municipalities}.`,
    },
  },
  en: {
    lead: ({ municipality, side, told, ratio }) => {
      const place = side < 0 ? "below" : side > 0 ? "above" : "at";
      return `${municipality} lies ${place} what was expected: ${told}. Actual over expected is ${ratio}.`;
    },
    persons: (actual, expected, difference, sign) =>
      `${actual} full-time persons against ${expected} expected${sign === 0 ? "" : `, ${difference} ${sign < 0 ? "fewer" : "more"}`}`,
    shares: (actual, expected, points) =>
      `${actual} of the population against ${expected} expected (${points})`,
    ofGroup: (group, sentence) => `${group}: ${sentence}`,
    count: ({ all, below, above, period }) =>
      `In ${period}, ${below} of ${all} municipalities lie below what was expected and ${above} above.`,
    direction: "The good end is below 1: fewer full-time persons than expected.",
    noLimits:
      "Full-time persons are added up from part-time and not counted person by person. So there are no binomial limits about the figures, and they can't tell whether a distance from 1 is more than chance.",
    source: (origin) =>
      `What was expected is the source's own computation from framework conditions${origin === "" ? "" : ` (source: ${origin})`} and is taken as it stands.`,
    descriptive:
      "The figures describe where municipalities lie relative to what was expected. They don't show what a municipality's effort has led to.",
    connected:
      "Benefits are connected: whoever leaves one may come to another. So the ratio for all benefits is computed without each group too:",
    without: (group) => `Without ${group}`,
    changes: ({ municipality, before, after }) =>
      ` the ratio for ${municipality} is ${after} (for all benefits ${before})`,
    toAbove: (names) => ` ${names}: from below 1 to above 1.`,
    toBelow: (names) => ` ${names}: from above 1 to below 1.`,
    nobodyPasses: " No municipality passes to the other side of 1.",
    inAll: "In all",
    captions: {
      groups: (municipality) => `${municipality}: expected and actual by benefit group`,
      municipalities: (group) => `Expected and actual by municipality: ${group}`,
    },
    columns: {
      municipality: "Municipality",
      group: "Benefit group",
      expected: "Expected number",
      actual: "Actual number",
      difference: "Difference",
      expectedShare: "Expected share",
      actualShare: "Actual share",
      points: "Difference in percentage points",
      ratio: "Actual over expected",
      ratioOf: (group) => `Ratio, ${group}`,
    },
    notices: {
      "published-rank-left-out": () =>
        "The source publishes ranks without telling how uncertain they are. They aren't repeated here.",
      "in-all-added-up": () =>
        "The rows have no figures for all benefits together. In all is the sum of the groups for municipalities that have every one.",
      "groups-above-all": (municipalities) =>
        `The groups come to more than the figure for all benefits together: ${municipalities}. Either they overlap or one of the numbers is wrong.`,
      "other-figures-left-out": () => "Rows without expected and actual figures are left out.",
      "municipalities-without-figure": (municipalities) =>
        `The expected or the actual figure isn't told, and therefore left out: ${municipalities}.`,
      "not-of-the-98": (municipalities) =>
        `None of the 98 municipalities, but counted with them: ${municipalities}.`,
    },
  },
};
