// Published randomized trials of employment programmes, as counts, by the methods that reports use
// side by side: which conclusions hang on the choice? Run it with `npx tsx examples/published-trials.ts`.
import {
  compareProportions,
  proportion,
  testProportions,
  type Count,
  type Estimate,
} from "konkurrencemodel/inference";

/** Two arms of a trial and what counts as an event. */
export interface Trial {
  readonly name: string;
  readonly event: string;
  readonly treated: Count;
  readonly control: Count;
  readonly source: string;
}

const JOBS =
  "JOBS II: Vinokur, Price & Schul (1995), American Journal of Community Psychology 23, 39–74; csv/mediation/jobs.csv of Rdatasets";
const DEHEJIA_WAHBA =
  "NSW: Dehejia & Wahba (1999), Journal of the American Statistical Association 94, 1053–1062; csv/DAAG/nsw74demo.csv of Rdatasets";
const LALONDE =
  "NSW: LaLonde (1986), American Economic Review 76, 604–620; csv/DAAG/nswdemo.csv of Rdatasets";
const PENN =
  "Pennsylvania reemployment bonus: Bilias (2000), Journal of Applied Econometrics 15, 575–594; penn_jae.dat of DMLonGitHub";

/** Counted in the data collections github.com/vincentarelbundock/Rdatasets (1dcc2bf) and VC2015/DMLonGitHub (b91cbf9). */
export const trials: readonly Trial[] = [
  {
    name: "JOBS II",
    event: "in work at follow-up",
    treated: { events: 207, total: 600 },
    control: { events: 86, total: 299 },
    source: JOBS,
  },
  {
    name: "NSW, Dehejia-Wahba",
    event: "earnings in 1978",
    treated: { events: 140, total: 185 },
    control: { events: 168, total: 260 },
    source: DEHEJIA_WAHBA,
  },
  {
    name: "NSW, LaLonde",
    event: "earnings in 1978",
    treated: { events: 230, total: 297 },
    control: { events: 296, total: 425 },
    source: LALONDE,
  },
  {
    name: "Penn, bonus 4",
    event: "first spell below 26 weeks",
    treated: { events: 1343, total: 1745 },
    control: { events: 2509, total: 3354 },
    source: PENN,
  },
  {
    name: "Penn, bonus 6",
    event: "first spell below 26 weeks",
    treated: { events: 1023, total: 1285 },
    control: { events: 2509, total: 3354 },
    source: PENN,
  },
  {
    name: "Penn, bonus 4",
    event: "first spell of at most 10 weeks",
    treated: { events: 922, total: 1745 },
    control: { events: 1626, total: 3354 },
    source: PENN,
  },
];

/** What the methods say of a trial, as text with six decimals. */
export function rowOf({ name, event, treated, control }: Trial): Readonly<Record<string, string>> {
  const wald = compareProportions(treated, control, { method: "wald" });
  const pooled = testProportions(treated, control, { method: "pooled-z" });
  return {
    "trial": `${name}: ${event}`,
    "treated": countText(treated),
    "control": countText(control),
    "treated, Wilson": limits(proportion(treated)),
    "control, Wilson": limits(proportion(control)),
    "difference": decimals(wald.estimate),
    "SE": decimals(wald.standardError),
    "Wald": limits(wald),
    "Newcombe": limits(compareProportions(treated, control, { method: "newcombe" })),
    "Agresti-Caffo": limits(compareProportions(treated, control, { method: "agresti-caffo" })),
    "pooled z": decimals(pooled.statistic),
    "p": decimals(pooled.pValue),
    "Fisher p": decimals(testProportions(treated, control).pValue),
    "risk ratio, Katz": withLimits(
      compareProportions(treated, control, { measure: "risk-ratio", method: "katz" }),
    ),
    "odds ratio, Woolf": withLimits(
      compareProportions(treated, control, { measure: "odds-ratio", method: "woolf" }),
    ),
  };
}

/** All trials, a block of lines each, and where they come from. */
export function report(): string {
  const blocks = trials.map((trial) =>
    Object.entries(rowOf(trial))
      .map(([heading, text]) => `${heading.padEnd(18)} ${text}`)
      .join("\n"),
  );
  const sources = [...new Set(trials.map(({ source }) => source))];
  return [...blocks, ["Sources", ...sources].join("\n")].join("\n\n");
}

function countText({ events, total }: Count): string {
  return `${events}/${total} = ${decimals(events / total)}`;
}

function limits({ interval }: Estimate): string {
  return `${decimals(interval.lower)} to ${decimals(interval.upper)}`;
}

function withLimits(estimate: Estimate): string {
  return `${decimals(estimate.estimate)} [${limits(estimate)}]`;
}

function decimals(value: number | null | undefined): string {
  return value === null || value === undefined ? "–" : value.toFixed(6);
}

if (process.argv[1] === import.meta.filename) console.log(report());
