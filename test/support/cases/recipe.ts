import { formatLedger, openLedger, parseLedger, verifyLedger } from "../../../src/allocation/index.js";
import {
  benchmarkArms,
  parseMunicipalities,
  type Benchmark,
  type ParsedMunicipalities,
} from "../../../src/benchmark/index.js";
import { digestOf, isCompetitionError } from "../../../src/core/index.js";
import { deriveHistories, parseSpells } from "../../../src/histories/index.js";
import { deriveOutcomes, parseCourses, type Outcomes } from "../../../src/outcomes/index.js";
import {
  defineProtocol,
  parseProtocol,
  type Protocol,
  type ProtocolDocument,
} from "../../../src/protocol/index.js";
import {
  composeReview,
  type Audience,
  type PublishedReview,
  type Review,
  type ReviewParts,
} from "../../../src/review/index.js";
import { simulateCompetition, type Assumptions } from "../../../src/simulation/index.js";
import { writeTable } from "../../../src/tables/index.js";

/** What a competition leaves behind, as the files that a review is made of. */
export interface CaseFiles {
  readonly protocol: string;
  readonly ledger: string;
  readonly courses: string;
  readonly spells: string;
  /** Absent where nobody has the others' figures. */
  readonly municipalities?: string;
  /** What the draws are verified with. */
  readonly key: string;
}

/** A reviewed case, and what it was made of. */
export interface ReviewedCase {
  readonly protocol: Protocol;
  readonly outcomes: Outcomes;
  /** The lines of its ledger, as they were written. */
  readonly ledger: string;
  readonly review: Review;
  /** The edition to be published, its benchmark as coarse as it has to be. */
  readonly published: () => PublishedReview;
}

/** The files of a simulated competition: drawn, lived and written down by the library. */
export function simulatedFiles(
  document: ProtocolDocument,
  seed: string,
  assumptions: Assumptions,
): CaseFiles {
  const protocol = defineProtocol({ ...document, review: { ...document.review, simulated: true } });
  const { ledger, courses, spells, municipalities, key } = simulateCompetition(protocol, {
    assumptions,
    seed,
  });
  return {
    protocol: JSON.stringify(protocol),
    ledger: formatLedger(ledger.records),
    courses: writeTable(courses, COURSE_COLUMNS),
    spells: writeTable(spells, ["citizen", "state", "from", "to"]),
    ...(municipalities.length === 0 ? {} : { municipalities: writeTable(municipalities, PEER_COLUMNS) }),
    key,
  };
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

const PEER_COLUMNS = [
  "municipality",
  "period",
  "events",
  "total",
  "definition",
  "population",
  "anchor",
  "window",
  "direction",
  "source",
] as const;

/** The review of such files. */
export async function reviewedFiles(files: CaseFiles, asOf: string): Promise<ReviewedCase> {
  const protocol = parseProtocol(files.protocol, { name: "protocol.json" });
  const lines = parseLedger(files.ledger, { name: "ledger.jsonl" });
  const ledger = openLedger(protocol, lines);
  const courses = parseCourses(files.courses, { name: "courses.csv" });
  const spells = parseSpells(files.spells, { name: "spells.csv" });
  const histories = deriveHistories(spells, { observedUntil: asOf });
  const outcomes = deriveOutcomes({ protocol, ledger, courses, histories, asOf });
  const municipalities =
    files.municipalities === undefined
      ? undefined
      : parseMunicipalities(files.municipalities, { name: "municipalities.csv" });
  const parts: ReviewParts = {
    protocol,
    outcomes,
    verification: await verifyLedger(protocol, lines, { key: files.key.trim() }),
    sources: [
      { name: "protocol.json", digest: digestOf(files.protocol), rows: 1 },
      { name: "ledger.jsonl", digest: digestOf(files.ledger), rows: ledger.head.size },
      courses.source,
      spells.source,
      ...(municipalities === undefined ? [] : [municipalities.source]),
    ],
    notices: courses.notices,
  };
  const reviewFor = (audience: Audience): Review =>
    composeReview(
      municipalities === undefined
        ? parts
        : { ...parts, benchmark: benchmarkFor(audience, municipalities, outcomes, protocol) },
    );
  let published: PublishedReview | undefined;
  return {
    protocol,
    outcomes,
    ledger: files.ledger,
    review: reviewFor("internal"),
    published: () => (published ??= reviewFor("published").publish()),
  };
}

/** As the command makes it: where the benchmark is too small to be published it is the internal one, which isn't. */
function benchmarkFor(
  audience: Audience,
  municipalities: ParsedMunicipalities,
  outcomes: Outcomes,
  protocol: Protocol,
): Benchmark {
  try {
    return benchmarkArms(outcomes, municipalities, protocol.benchmark, { audience });
  } catch (error) {
    if (isCompetitionError(error, "too-small-to-publish"))
      return benchmarkFor("internal", municipalities, outcomes, protocol);
    throw error;
  }
}
