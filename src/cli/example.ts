import type { FileContent } from "../files/index.js";
import { formatLedger } from "../allocation/index.js";
import { defineProtocol, type Protocol } from "../protocol/index.js";
import { simulateCompetition, type Assumptions } from "../simulation/index.js";
import { writeTable } from "../tables/index.js";
import { fredericiaA } from "../tenders/index.js";
import { EXAMPLE_README } from "./exampleReadme.js";
import { jsonText } from "./output.js";

// The bundled competition: a year that never was, for Fredericia's course type A.

/** What makes one simulated year differ from another. */
export interface Year {
  readonly seed: string;
  /** Fewest and most new citizens in each of its 40 weeks. */
  readonly perWeek: readonly [number, number];
}

const BUNDLED: Year = { seed: "fredericia-2005", perWeek: [8, 12] };

/** The tender's protocol with a benchmark, marked as simulated. */
function simulatedProtocol(): Protocol {
  const { review, ...tender } = fredericiaA.toJSON();
  return defineProtocol({
    ...tender,
    benchmark: {
      municipality: "Fredericia",
      cluster: "sammenligningsgruppe 2007",
      criterion: "without-support-6-months",
      measure: {
        definition: "without-support-6-months",
        population: "nyvisiterede kontanthjælpsmodtagere over 25 år",
        anchor: "referral",
        window: "13 uger + 6 måneder",
        period: "2005",
      },
    },
    review: { ...review, simulated: true },
  });
}

/**
 * What the year is made of; nothing is fitted to real data. Intake in 40 weeks: none in the winter,
 * Easter and autumn weeks, in the week of 1 May, in July and at Christmas. The supplier's citizens leave cash
 * assistance 70 % faster while the course can work; among 20,000 citizens simulated under these
 * assumptions with another seed, 38.5 % of the municipality's and 47.5 % of the supplier's succeeded
 * by the primary criterion. The municipalities are a comparison group of 2007, read from the titles
 * of result revisions (https://docplayer.dk/amp/10803845-Jobcentre-med-samme-rammevilkaar.html);
 * their rates and totals are made up.
 */
const ASSUMPTIONS: Omit<Assumptions, "perWeek"> = {
  intakeFrom: "2005-01-03",
  intakeUntil: "2005-12-31",
  closedWeeks: [7, 12, 18, 27, 28, 29, 30, 31, 32, 42, 51, 52],
  strata: { ageGroup: { "over-30": 62, "under-30": 38 } },
  pace: { municipal: 100, supplier: 170 },
  observedUntil: "2006-09-30",
  peers: [
    { municipality: "Albertslund", rate: 0.36, total: 210 },
    { municipality: "Brøndby", rate: 0.35, total: 240 },
    { municipality: "Ishøj", rate: 0.33, total: 150 },
    { municipality: "København", rate: 0.37, total: 1500 },
    { municipality: "Odense", rate: 0.41, total: 1100 },
    { municipality: "Svendborg", rate: 0.44, total: 330 },
    { municipality: "Aalborg", rate: 0.42, total: 1050 },
  ],
};

/** The files of the bundled competition, as the seed gives them. */
export function exampleFiles(): readonly FileContent[] {
  return [...yearFiles(BUNDLED), { path: "README.md", content: EXAMPLE_README }];
}

/** The files of a simulated year. */
export function yearFiles({ seed, perWeek }: Year): readonly FileContent[] {
  const protocol = simulatedProtocol();
  const made = simulateCompetition(protocol, { assumptions: { ...ASSUMPTIONS, perWeek }, seed });
  return [
    { path: "protocol.json", content: jsonText(protocol) },
    { path: "referrals.csv", content: writeTable(made.referrals, ["citizen", "referredOn", "ageGroup"]) },
    { path: "ledger.jsonl", content: formatLedger(made.ledger.records) },
    { path: "courses.csv", content: writeTable(made.courses, COURSE_COLUMNS) },
    { path: "spells.csv", content: writeTable(made.spells, ["citizen", "state", "from", "to"]) },
    { path: "municipalities.csv", content: writeTable(made.municipalities, MUNICIPALITY_COLUMNS) },
    { path: "key.txt", content: `${made.key}\n` },
  ];
}

const COURSE_COLUMNS = [
  "citizen",
  "referredOn",
  "deliveredBy",
  "startedOn",
  "endedOn",
  "endReason",
  "extendedUntil",
] as const;

const MUNICIPALITY_COLUMNS = [
  "municipality",
  "period",
  "events",
  "total",
  "cluster",
  "definition",
  "population",
  "anchor",
  "window",
  "direction",
  "source",
] as const;
