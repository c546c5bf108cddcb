import { specificationSensitivity } from "../../src/effects/index.js";
import { deriveHistories, type Spell } from "../../src/histories/index.js";
import { deriveOutcomes, type Outcomes } from "../../src/outcomes/index.js";
import { defineProtocol } from "../../src/protocol/index.js";
import { composeReview, type Review } from "../../src/review/index.js";
import { simulateCompetition } from "../../src/simulation/index.js";
import { fredericiaA } from "../../src/tenders/index.js";
import { aYear } from "./competition.js";

/** A simulated competition of few citizens, reviewed as often as spells are changed. */
export interface SmallYear {
  readonly spells: readonly Spell[];
  /** By citizen: the arm that was drawn. */
  readonly arms: ReadonlyMap<string, string>;
  readonly reviewOf: (spells: readonly Spell[]) => Review;
}

/** Some weeks of Fredericia A with so few citizens that much has to be hidden, and no bar to comparing them. */
export function smallYear(seed: string, perWeek: readonly [number, number], asOf = "2006-09-30"): SmallYear {
  const document = fredericiaA.toJSON();
  const protocol = defineProtocol({
    ...document,
    analysis: { ...document.analysis, minimumMature: 1 },
    targets: [
      { criterion: "without-support-6-months", share: 0.3 },
      { criterion: "without-support-6-months", share: 0.3, group: { ageGroup: "under-30" } },
    ],
  });
  const assumptions = { ...aYear, perWeek: [...perWeek] as [number, number], intakeUntil: "2005-04-30" };
  const year = simulateCompetition(protocol, { assumptions, seed });
  const outcomesOf = (spells: readonly Spell[]): Outcomes =>
    deriveOutcomes({
      protocol,
      ledger: year.ledger,
      courses: year.courses,
      histories: deriveHistories(spells, { observedUntil: aYear.observedUntil }),
      asOf,
    });
  return {
    spells: year.spells,
    arms: new Map(outcomesOf(year.spells).participants.map(({ citizen, arm }) => [citizen, arm])),
    reviewOf: (spells) => {
      const outcomes = outcomesOf(spells);
      return composeReview({
        protocol,
        outcomes,
        specification: specificationSensitivity(outcomes, protocol.analysis, { combinations: "single" }),
        sources: [{ name: "ledger.jsonl", digest: "0".repeat(64), rows: year.ledger.records.length }],
      });
    },
  };
}
