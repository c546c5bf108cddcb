// A whole other year: Odense's job placement (tender 2007), with what the bundled competition hasn't: targets by match
// group, permuted blocks, prices for both units, a supplier's claims and what it reports, satisfaction and complaints,
// and the edition that may be published. Run it with `npx tsx examples/odense.ts`; it writes into `out/odense`.
//
// Only the criterion, its targets, the length of the course and the mix of citizens are the tender's. Everything that
// happens is simulated, and prices, claims, answers and the other municipalities' rates are made up; the page says so.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as k from "konkurrencemodel";

const { odense, odenseJobs } = k.tenders;

const AS_OF = "2008-09-30";
const SELF_SUPPORT = "self-support-3-months-after";

/** What the tender leaves open and a municipality and a supplier would have to agree on, before the first referral. */
export const protocol: k.Protocol = k.protocolOf(odenseJobs, {
  arms: [
    { id: "municipal", name: "Jobcenter Odense" },
    { id: "supplier", name: "Jobvejen ApS" },
  ],
  allocation: {
    design: { kind: "permuted-block", weights: { municipal: 1, supplier: 1 }, sizes: [4, 6] },
    strata: ["match"],
    levels: { match: ["1", "2", "3", "4", "5"] },
    referredAgain: "keep-arm",
  },
  analysis: { primary: SELF_SUPPORT, referenceArm: "municipal", margin: 0.05, minimumMature: 100 },
  benchmark: {
    municipality: "Odense",
    cluster: "sammenligningsgruppe 2007",
    criterion: SELF_SUPPORT,
    measure: {
      definition: SELF_SUPPORT,
      population: "ikke-forsikrede ledige i jobformidling",
      anchor: "referral",
      window: "13 uger + 3 måneder",
      period: "2007",
    },
  },
  payment: {
    startsOn: "2007-01-01",
    endsOn: "2008-12-31",
    terms: [
      {
        arm: "municipal",
        base: { per: "week", amount: 130_000 }, // kr. 1,300, in øre
        bonuses: [],
        vat: 0,
      },
      {
        arm: "supplier",
        base: { per: "week", amount: 100_000 },
        noBaseFor: ["returned"],
        lateStart: { within: { weeks: 1 }, per: "course", amount: 50_000 },
        bonuses: [{ criterion: SELF_SUPPORT, amount: 800_000 }],
        referredAgain: "base-only",
        caps: [{ of: "bonus", per: "contract", amount: 80_000_000 }],
        vat: 25,
      },
    ],
  },
  review: {
    title: {
      da: "Konkurrencemodellen i Odense Kommune, jobformidling",
      en: "The competition model in the municipality of Odense, job placement",
    },
    question: {
      da: "Hvem får flest borgere til at forsørge sig selv: Jobcenter Odense eller leverandøren?",
      en: "Who brings more citizens to support themselves: Jobcenter Odense or the supplier?",
    },
    date: AS_OF,
    simulated: true,
  },
});

const uninsured = odense.mix?.find(({ of }) => of?.["benefit"] === "uninsured")?.shares ?? [];

/** Nothing here is fitted to real figures. */
const assumptions: k.Assumptions = {
  intakeFrom: "2007-01-01",
  intakeUntil: "2007-12-31",
  closedWeeks: [1, 7, 14, 28, 29, 30, 42, 51, 52],
  perWeek: [12, 16],
  strata: {
    match: Object.fromEntries(uninsured.map(({ group, share }) => [group["match"], Math.round(share * 100)])),
  },
  pace: { municipal: 100, supplier: 160 },
  groupPace: { match: { "1": 500, "2": 250, "3": 120, "4": 55, "5": 20 } },
  observedUntil: AS_OF,
  peers: [
    { municipality: "Albertslund", rate: 0.31, total: 220 },
    { municipality: "Brøndby", rate: 0.33, total: 260 },
    { municipality: "Fredericia", rate: 0.38, total: 340 },
    { municipality: "Ishøj", rate: 0.29, total: 160 },
    { municipality: "København", rate: 0.32, total: 1600 },
    { municipality: "Svendborg", rate: 0.37, total: 350 },
    { municipality: "Aalborg", rate: 0.36, total: 1050 },
  ],
};

/** What the supplier asks for: the statement's own lines, but for a bonus left out and two that aren't due. */
export function claimsOf({ items, unpaid }: k.Statement): readonly k.Claim[] {
  const lines = items.filter(({ arm, kind }) => arm === "supplier" && kind !== "cap");
  const bonuses = lines.filter(({ kind }) => kind === "bonus");
  const failed = unpaid.filter(
    ({ arm, kind, standing }) => arm === "supplier" && kind === "bonus" && standing === "lost",
  );
  return [
    ...lines
      .filter((line) => line !== bonuses[0])
      .map(({ citizen = "", kind, date, amount, referredOn = "" }) => ({
        citizen,
        item: kind,
        date,
        amount,
        referredOn,
      })),
    ...failed
      .slice(0, 2)
      .map(({ citizen }) => ({ citizen, item: SELF_SUPPORT, date: AS_OF, amount: 800_000 })),
  ];
}

/** Every third citizen was asked by the municipality, on a scale from 1 to 5; two complained. */
export function ratingsOf({ participants }: k.Outcomes): readonly k.Rating[] {
  const facts = { date: "2008-02-01", surveyedBy: "Odense Kommune" };
  const answers = participants
    .filter((_each, index) => index % 3 === 0)
    .map(({ citizen, arm }, index): k.Rating => {
      const value = 1 + ((index * 7) % 5) + (arm === "supplier" && index % 4 === 0 ? 1 : 0);
      return { citizen, arm, kind: "satisfaction", value: Math.min(5, value), ...facts };
    });
  const complaints = ["supplier", "municipal"].map((arm): k.Rating => ({ arm, kind: "complaint", ...facts }));
  return [...answers, ...complaints];
}

/** Draws, lives and reviews the year; for a published edition, others' figures are as coarse as they have to be. */
export async function reviewOdense(audience: k.Audience = "internal"): Promise<k.Review> {
  const { ledger, courses, spells, municipalities, key } = k.simulateCompetition(protocol, {
    assumptions,
    seed: "odense-2007",
  });
  const histories = k.deriveHistories(spells, { observedUntil: AS_OF });
  const outcomes = k.deriveOutcomes({ protocol, ledger, courses, histories, asOf: AS_OF });
  const statement = k.settleAccounts(outcomes, protocol.payment);
  const claims = claimsOf(statement);
  const { participants } = outcomes;
  const reconciliation = k.reconcileClaims(statement, claims, { arm: "supplier", participants });
  const reported = k.compareReported(outcomes, claims, statement); // whom the supplier calls a success, and the register
  return k.composeReview({
    protocol,
    outcomes,
    statement,
    benchmark: k.benchmarkArms(outcomes, municipalities, protocol.benchmark, { audience }),
    ratings: ratingsOf(outcomes),
    claims: reconciliation,
    reported,
    verification: await k.verifyLedger(protocol, ledger.records, { key }),
  });
}

/** Writes both editions into a folder, in Danish, and tells the five lines of the internal one. */
export async function main(out: string): Promise<string> {
  const internal = await reviewOdense();
  const published = (await reviewOdense("published")).publish();
  await mkdir(out, { recursive: true });
  await writeFile(join(out, "intern.html"), internal.toHTML({ language: "da" }));
  await writeFile(join(out, "offentlig.html"), published.toHTML({ language: "da" }));
  await writeFile(join(out, "offentlig.json"), JSON.stringify(published));
  return internal.summary({ language: "da" });
}

if (process.argv[1] === import.meta.filename) console.log(await main("out/odense"));
