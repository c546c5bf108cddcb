// A tender's words as a rule: written, said back, its open questions, and what hangs on how they are answered.
// Run it with `npx tsx examples/criteria.ts`.
import { readFileSync } from "node:fs";
import * as k from "konkurrencemodel";

// "Mindst 26 uger i ordinært arbejde inden for et år efter forløbets afslutning, kortere afbrydelser medregnet;
// løntilskud udløser den lave sats."
export const criterion: k.Criterion = {
  id: "work-26-weeks",
  name: { da: "i arbejde i mindst 26 uger", en: "in work for at least 26 weeks" },
  basis: "contract",
  states: { having: ["ordinary-employment"], states: ["wage-subsidy"] },
  amount: { isoWeeks: 26 },
  continuity: "cumulative",
  window: { anchor: "course-end", length: { months: 12 } },
  gapTolerance: { days: 14 },
  degrees: [
    { id: "full", name: { da: "ordinært", en: "ordinary" }, states: { having: ["ordinary-employment"] } },
    { id: "reduced", name: { da: "med løntilskud", en: "with wage subsidy" } },
  ],
  payable: "when-reached",
};

export const sentence: string = k.describeCriterion(criterion, "da");
export const open: readonly k.Notice[] = k.lintCriterion(criterion); // what the tender leaves open
export const others: readonly k.Reading[] = k.readings(criterion); // the other defensible answers

const folder = "examples/fredericia/";
const read = (name: string): Buffer => readFileSync(folder + name);
const protocol = k.parseProtocol(read("protocol.json"), { name: "protocol.json" });
const ledger = k.openLedger(protocol, k.parseLedger(read("ledger.jsonl"), { name: "ledger.jsonl" }));
const courses = k.parseCourses(read("courses.csv"), { name: "courses.csv" });
const spells = k.parseSpells(read("spells.csv"), { name: "spells.csv" });
const histories = k.deriveHistories(spells, { observedUntil: "2006-09-30" });
const outcomes = k.deriveOutcomes({ protocol, ledger, courses, histories, asOf: "2006-09-30" });

// Why one citizen's outcome is what it is, and what becomes of all by other readings of the deciding criterion.
const { primary } = protocol.analysis;
const [citizen = ""] = outcomes.participants.map((participant) => participant.citizen);
export const story: k.OutcomeStory = k.explainOutcome(outcomes, citizen, primary, "contract");
export const readings: k.SpecificationResult = k.specificationSensitivity(outcomes, protocol.analysis);

// A quarter later, with a later delivery of the register, some of them would be others.
const before = k.deriveOutcomes({ protocol, ledger, courses, histories, asOf: "2006-06-30" });
export const flips: k.OutcomeComparison = k.compareOutcomes(before, outcomes);

console.log(sentence);
console.log(readings.toText({ language: "da" }));
console.log(flips.toText({ language: "da" }));
