import { verifyLedger } from "../../src/allocation/index.js";
import { benchmarkArms } from "../../src/benchmark/index.js";
import { deriveHistories } from "../../src/histories/index.js";
import { deriveOutcomes, type Outcomes } from "../../src/outcomes/index.js";
import { defineProtocol, type Protocol, type ProtocolDocument } from "../../src/protocol/index.js";
import { composeReview, type Review } from "../../src/review/index.js";
import { simulateCompetition } from "../../src/simulation/index.js";
import { fredericiaA } from "../../src/tenders/index.js";
import { aYear } from "./competition.js";

export interface ReviewedYear {
  readonly protocol: Protocol;
  readonly outcomes: Outcomes;
  readonly review: Review;
}

/** A simulated year of Fredericia A, with a benchmark, reviewed; parts of the protocol as the test wants them. */
export async function reviewedYear(
  asOf: string,
  change: (document: ProtocolDocument) => ProtocolDocument = (document) => document,
): Promise<ReviewedYear> {
  const protocol = defineProtocol(
    change({
      ...fredericiaA.toJSON(),
      benchmark: {
        municipality: "Fredericia",
        criterion: "without-support-6-months",
        measure: {
          definition: "without-support-6-months",
          population: "nyvisiterede over 25 år",
          anchor: "referral",
          window: "13 uger + 6 måneder",
          period: "2005",
        },
      },
    }),
  );
  const year = simulateCompetition(protocol, { assumptions: aYear, seed: "review" });
  const outcomes = deriveOutcomes({
    protocol,
    ledger: year.ledger,
    courses: year.courses,
    histories: deriveHistories(year.spells, { observedUntil: aYear.observedUntil }),
    asOf,
  });
  const review = composeReview({
    protocol,
    outcomes,
    benchmark: benchmarkArms(outcomes, year.municipalities, protocol.benchmark),
    verification: await verifyLedger(protocol, year.ledger.records, { key: year.key }),
    sources: [{ name: "ledger.jsonl", digest: "0".repeat(64), rows: year.ledger.records.length }],
  });
  return { protocol, outcomes, review };
}
