import { readFileSync } from "node:fs";
import path from "node:path";
import type { ProtocolDocument } from "../../../src/protocol/index.js";
import type { Assumptions } from "../../../src/simulation/index.js";
import { fredericiaA, hillerod } from "../../../src/tenders/index.js";
import { aYear, aYearOfHillerod } from "../competition.js";
import { reviewedFiles, simulatedFiles, type CaseFiles, type ReviewedCase } from "./recipe.js";

/** What is special about a simulated case; in the rest it is {@link USUAL}, {@link YEAR} and the end of September 2006. */
interface Recipe {
  readonly protocol?: ProtocolDocument;
  readonly year?: Partial<Assumptions>;
  readonly asOf?: string;
  /** Without the other municipalities' figures. */
  readonly alone?: true;
}

type Simulated =
  | "too-early"
  | "better"
  | "worse"
  | "not-worse"
  | "tiny"
  | "alternation"
  | "three-arms"
  | "no-benchmark"
  | "no-costs";

const TENDER = fredericiaA.toJSON();

/** Fredericia A with terms that price both arms, and a plan of whom to be held against. */
const USUAL: ProtocolDocument = {
  ...TENDER,
  payment: { terms: TENDER.arms.map(({ id }) => pricedAt(id, 120_000)) },
  benchmark: {
    municipality: "Fredericia",
    criterion: "without-support-6-months",
    measure: {
      definition: "without-support-6-months",
      population: "nyvisiterede kontanthjælpsmodtagere over 25 år",
      anchor: "referral",
      window: "13 uger + 6 måneder",
      period: "2005",
    },
  },
};

/** A made-up price per week, and the tender's bonus. */
function pricedAt(arm: string, week: number): NonNullable<ProtocolDocument["payment"]>["terms"][number] {
  return {
    arm,
    base: { per: "week", amount: week, extension: "unpaid" },
    bonuses: [{ criterion: "without-support-6-months", amount: 500_000 }],
  };
}

const { payment: _, ...UNPRICED } = USUAL;

/** A year whose comparison group is large enough to have a position in. */
const YEAR: Assumptions = {
  ...aYear,
  peers: [
    { municipality: "Albertslund", rate: 0.34, total: 210 },
    { municipality: "Brøndby", rate: 0.38, total: 240 },
    { municipality: "Ishøj", rate: 0.33, total: 150 },
    { municipality: "Odense", rate: 0.4, total: 900 },
    { municipality: "Svendborg", rate: 0.38, total: 300 },
    { municipality: "Aalborg", rate: 0.43, total: 800 },
  ],
};

const RECIPES: Readonly<Record<Simulated, Recipe>> = {
  "too-early": {
    year: { intakeUntil: "2005-04-01", observedUntil: "2005-04-01" },
    asOf: "2005-04-01",
  },
  "better": { year: { pace: { supplier: 280 } } },
  "worse": {
    protocol: { ...USUAL, targets: [{ criterion: "without-support-6-months", share: 0.4 }] },
    year: { pace: { supplier: 35 } },
  },
  "not-worse": {
    protocol: { ...USUAL, analysis: { ...USUAL.analysis, margin: 0.1 } },
    year: { perWeek: [25, 30] },
  },
  "tiny": {
    protocol: { ...USUAL, analysis: { ...USUAL.analysis, minimumMature: 5 } },
    year: { intakeUntil: "2005-01-09", perWeek: [14, 14] },
  },
  "alternation": { protocol: hillerod.toJSON(), year: aYearOfHillerod },
  "three-arms": {
    protocol: {
      ...USUAL,
      arms: [
        { id: "municipal", name: "Virksomheden Fredericia" },
        { id: "foreningen", name: "Foreningen Vejen Frem" },
        { id: "nordjob", name: "NordJob A/S" },
      ],
      allocation: {
        ...USUAL.allocation,
        design: {
          kind: "complete",
          batch: "iso-week",
          weights: { municipal: 1, foreningen: 1, nordjob: 1 },
        },
      },
      payment: {
        terms: [
          pricedAt("municipal", 120_000),
          pricedAt("foreningen", 100_000),
          pricedAt("nordjob", 150_000),
        ],
      },
    },
    year: { perWeek: [16, 20], pace: { nordjob: 300 } },
  },
  "no-benchmark": { alone: true },
  "no-costs": { protocol: UNPRICED },
};

export type CaseName = "bundled" | Simulated;

export const CASE_NAMES: readonly CaseName[] = ["bundled", ...(Object.keys(RECIPES) as Simulated[])];

/** The review of a case, made once for all tests that ask for it. */
export function reviewedCase(name: CaseName): Promise<ReviewedCase> {
  const known = made.get(name);
  if (known !== undefined) return known;
  const fresh = madeCase(name);
  made.set(name, fresh);
  return fresh;
}

const made = new Map<CaseName, Promise<ReviewedCase>>();

function madeCase(name: CaseName): Promise<ReviewedCase> {
  if (name === "bundled") return reviewedFiles(bundledFiles(), "2006-09-30");
  const { protocol = USUAL, year, asOf = "2006-09-30", alone } = RECIPES[name];
  const { municipalities, ...files } = simulatedFiles(protocol, name, { ...YEAR, ...year });
  return reviewedFiles(
    { ...files, ...(alone || municipalities === undefined ? {} : { municipalities }) },
    asOf,
  );
}

const FOLDER = path.join(import.meta.dirname, "../../../examples/fredericia");

function bundledFiles(): CaseFiles {
  return {
    protocol: bundled("protocol.json"),
    ledger: bundled("ledger.jsonl"),
    courses: bundled("courses.csv"),
    spells: bundled("spells.csv"),
    municipalities: bundled("municipalities.csv"),
    key: bundled("key.txt"),
  };
}

function bundled(name: string): string {
  return readFileSync(path.join(FOLDER, name), "utf8");
}
