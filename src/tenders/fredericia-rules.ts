import type { Criterion } from "../outcomes/index.js";

/**
 * §2.4.9 and §2.5.9: without municipal support for at least 4 consecutive calendar months of the 6
 * after the course. Wage subsidy isn't municipal support here, but is settled at a lower rate: it is
 * the lower of two degrees.
 */
export function withoutSupport(source: string): Criterion {
  return {
    id: "without-support-6-months",
    name: {
      da: "uden kommunal forsørgelse i mindst 4 sammenhængende kalendermåneder inden for 6 måneder, løntilskud medregnet til lavere takst",
      en: "without municipal support for at least 4 consecutive calendar months within 6 months, wage subsidy counted at a lower rate",
    },
    basis: "contract",
    without: { having: ["municipal-support"], except: ["wage-subsidy"] },
    amount: { calendarMonths: 4 },
    continuity: "consecutive",
    window: { anchor: "course-end", length: { months: 6 } },
    degrees: [
      {
        id: "unsubsidized",
        name: { da: "uden løntilskud", en: "without wage subsidy" },
        without: { having: ["municipal-support"] },
      },
      { id: "wage-subsidy", name: { da: "med løntilskud", en: "with wage subsidy" } },
    ],
    measuredBy: "municipality",
    source,
  };
}

/** §2.4.9 and §2.5.9, as in course type A: 12 months, without the word consecutive, of the 15 after the course. */
export function durable(source: string): Criterion {
  return {
    id: "durable-15-months",
    name: {
      da: "i ustøttet arbejde eller ordinær uddannelse i mindst 12 måneder inden for 15 måneder",
      en: "in unsupported work or ordinary education for at least 12 months within 15 months",
    },
    basis: "contract",
    states: { having: ["ordinary-employment", "ordinary-education"] },
    amount: { calendarMonths: 12 },
    continuity: "cumulative",
    window: { anchor: "course-end", length: { months: 15 } },
    measuredBy: "supplier",
    source,
  };
}
