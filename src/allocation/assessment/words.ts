import { formatCounted, type Language } from "../../display/index.js";
import type { Design } from "../types.js";
import type { ScenarioKind } from "./types.js";

interface AssessmentWords {
  readonly designs: Readonly<Record<Design["kind"], string>>;
  readonly lead: (convergence: string, optimal: string, blind: string) => string;
  readonly intake: (design: string, arms: string, citizens: number) => string;
  readonly enumerated: (sequences: string) => string;
  readonly simulated: (sequences: string) => string;
  readonly imbalance: {
    readonly caption: string;
    readonly columns: readonly [string, string, string];
    readonly mean: string;
    readonly quantile: (probability: string) => string;
    readonly maximum: string;
  };
  readonly scenarios: {
    readonly caption: string;
    readonly columns: readonly [string, string, string, string, string];
    readonly kinds: Readonly<Record<ScenarioKind, string>>;
  };
  readonly notices: Readonly<Record<string, (parts: string) => string>>;
  readonly parts: Readonly<Record<string, string>>;
  readonly plusMinus: (value: string, error: string) => string;
}

export const ASSESSMENT_WORDS: Readonly<Record<Language, AssessmentWords>> = {
  da: {
    designs: {
      "simple": "simpel lodtrækning",
      "complete": "fuldstændig lodtrækning",
      "permuted-block": "permuterede blokke",
      "alternation": "hver anden borger",
      "biased-coin": "skæv mønt",
      "big-stick": "big stick",
      "urn": "urne",
      "minimization": "minimering",
    },
    lead: (convergence, optimal, blind) =>
      `Den, der ser alle tidligere lodtrækninger og gætter på den enhed, der er længst bagud, gætter rigtigt i ${convergence} af tilfældene; den, der gætter bedst muligt, i ${optimal}; den, der intet ser, i ${blind}.`,
    intake: (design, arms, citizens) =>
      `Design: ${design} mellem ${arms}, ${formatCounted(citizens, ["borger", "borgere"], { language: "da" })}.`,
    enumerated: (sequences) =>
      `Alle ${sequences} mulige forløb er regnet igennem; tallene er uden tilfældig usikkerhed.`,
    simulated: (sequences) =>
      `${sequences} forløb er simuleret; efter ± står simulationens usikkerhed (en standardafvigelse).`,
    imbalance: {
      caption: "Største forskel mellem to enheder ud over, hvad fordelingen tilsiger (borgere)",
      columns: ["", "Efter sidste borger", "Undervejs"],
      mean: "Gennemsnit",
      quantile: (probability) => `Overskrides ikke i ${probability}`,
      maximum: "Største",
    },
    scenarios: {
      caption: "Sammenligning af succesrater, når enhederne i virkeligheden er lige gode",
      columns: ["", "Skævhed", "Spredning", "Samlet fejl (RMSE)", "Falsk alarm ved 5 %-test"],
      kinds: {
        "none": "ingen ændring",
        "linear-trend": "jævn ændring over tid",
        "step-trend": "ændring halvvejs",
        "steering": "henvisning efter gæt",
      },
    },
    notices: {
      "predictable-design": () => "Den næste enhed kan forudsiges af den, der kender de tidligere.",
      "left-out": (parts) => `Vurderingen ser bort fra ${parts}.`,
    },
    parts: { quotas: "kvoter", households: "husstande" },
    plusMinus: (value, error) => `${value} ± ${error}`,
  },
  en: {
    designs: {
      "simple": "simple randomization",
      "complete": "complete randomization",
      "permuted-block": "permuted blocks",
      "alternation": "alternation",
      "biased-coin": "biased coin",
      "big-stick": "big stick",
      "urn": "urn",
      "minimization": "minimization",
    },
    lead: (convergence, optimal, blind) =>
      `Someone who sees all earlier draws and guesses the arm that is furthest behind is right in ${convergence} of cases; someone who guesses as well as anyone can, in ${optimal}; someone who sees nothing, in ${blind}.`,
    intake: (design, arms, citizens) =>
      `Design: ${design} between ${arms}, ${formatCounted(citizens, ["citizen", "citizens"], { language: "en" })}.`,
    enumerated: (sequences) =>
      `All ${sequences} possible courses were enumerated; the figures carry no chance.`,
    simulated: (sequences) =>
      `${sequences} courses were simulated; after ± stands the simulation's error (one standard deviation).`,
    imbalance: {
      caption: "Largest difference between two arms beyond what the ratio asks (citizens)",
      columns: ["", "After the last citizen", "On the way"],
      mean: "Mean",
      quantile: (probability) => `Not exceeded in ${probability}`,
      maximum: "Largest",
    },
    scenarios: {
      caption: "Comparison of success rates where the arms are in truth equally good",
      columns: ["", "Bias", "Standard deviation", "Root mean squared error", "False alarm of a 5% test"],
      kinds: {
        "none": "no change",
        "linear-trend": "even change over time",
        "step-trend": "change halfway",
        "steering": "referral by guessing",
      },
    },
    notices: {
      "predictable-design": () => "Whoever knows the earlier arms can tell the next one.",
      "left-out": (parts) => `The assessment leaves out ${parts}.`,
    },
    parts: { quotas: "quotas", households: "households" },
    plusMinus: (value, error) => `${value} ± ${error}`,
  },
};
