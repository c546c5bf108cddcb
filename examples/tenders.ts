// What the sources' tenders ask for: targets by group, what a text leaves open, and a plan's labels.
// Run it with `npx tsx examples/tenders.ts`.
import {
  checkExpectedMix,
  describeProgramNotice,
  expectedShare,
  lintProgram,
  protocolOf,
  tenders,
  type ExpectedMix,
  type ExpectedShare,
  type Protocol,
} from "konkurrencemodel";

const { odense, odenseJobs, aabenraa, aabenraaOutcomes } = tenders;

/** Odense wants 90, 75, 50, 30 and 15 % in self-support by match category: of the uninsured, as they are mixed, 39.4 %. */
const uninsured = odense.mix?.find(({ of }) => of?.["benefit"] === "uninsured");
export const expected: ExpectedShare = expectedShare(uninsured?.shares ?? [], odenseJobs.targets ?? []);

/** What Odense's text leaves open, in words. */
export const open: readonly string[] = lintProgram(odenseJobs).flatMap(
  (notice) => describeProgramNotice(notice, { language: "en" }) ?? [],
);

/** With what is missing agreed on, it is a protocol, which can be drawn by and measured. */
export const protocol: Protocol = protocolOf(odenseJobs, {
  arms: [
    { id: "municipal", name: "Jobcenter Odense" },
    { id: "supplier", name: "Leverandøren" },
  ],
  allocation: {
    design: { kind: "complete", batch: "iso-week", weights: { municipal: 1, supplier: 1 } },
    strata: ["match"],
    levels: { match: ["1", "2", "3", "4", "5"] },
    referredAgain: "keep-arm",
  },
  analysis: { primary: "self-support-3-months-after", referenceArm: "municipal" },
  review: {
    title: { da: "Jobformidling i Odense", en: "Job placement in Odense" },
    question: {
      da: "Hvem får flest til at forsørge sig selv?",
      en: "Who brings more citizens to support themselves?",
    },
  },
});

/** Aabenraa expected 31, 23 and 46 % of the activity-ready: what was counted, under other labels. */
const plan = aabenraa.expected?.find(({ of }) => of?.["targetGroup"] === "activity-ready");
export const labels: ExpectedMix = checkExpectedMix(plan?.shares ?? [], aabenraaOutcomes);

if (process.argv[1] === import.meta.filename) {
  console.log(expected);
  for (const each of open) console.log(each);
  console.log(labels.toText());
}
