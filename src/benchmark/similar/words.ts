import type { Notice } from "../../core/index.js";
import { formatCounted, type Language } from "../../display/index.js";
import type { PeerStability, PeersData } from "./types.js";

interface PeerWords {
  readonly lead: (municipality: string, peers: string, considered: string) => string;
  /** As lead, where membership is given. */
  readonly members: (municipality: string, peers: string, considered: string) => string;
  readonly nobody: (municipality: string, considered: string) => string;
  readonly methods: Readonly<
    Record<PeersData["method"], (facts: { cluster: string; height: string }) => string>
  >;
  readonly about: (group: string | null, period: string | null, sources: string) => string;
  readonly conditions: (names: string) => string;
  readonly peers: { readonly caption: string; readonly columns: readonly [string, string] };
  readonly scaling: { readonly caption: string; readonly columns: readonly [string, string, string, string] };
  readonly stability: {
    readonly caption: string;
    readonly columns: readonly [string, string, string, string];
    readonly changes: Readonly<Record<PeerStability["change"], (what: string) => string>>;
    readonly summary: (facts: StabilityWords) => string;
    readonly always: (names: string) => string;
    readonly noneAlways: string;
    readonly untried: (changes: string) => string;
  };
  readonly municipalities: (count: number) => string;
  readonly notices: Readonly<Record<string, (names: string) => string>>;
}

interface StabilityWords {
  /** In how many ways the choice was made otherwise. */
  readonly ways: number;
  readonly chosen: number;
  /** The fewest of the chosen who stayed, and in which way. */
  readonly fewest: number;
  readonly when: string;
}

export const PEER_WORDS: Readonly<Record<Language, PeerWords>> = {
  da: {
    lead: (municipality, peers, considered) =>
      `${peers} ligner ${municipality} mest ud af ${considered}, der kunne være valgt.`,
    members: (municipality, peers, considered) =>
      `${peers} er i klynge med ${municipality} ud af ${considered}, der kunne være det.`,
    nobody: (municipality, considered) => `Ingen af ${considered} ligner ${municipality}.`,
    methods: {
      "given-cluster": ({ cluster }) => `Valgt er samme klynge, ${cluster}, som den er offentliggjort.`,
      "expected-share": () => "Valgt efter den forventede andel på ydelse; afstanden er i procentpoint.",
      "standardized": () =>
        "Valgt efter afstanden i rammevilkår, hvert vilkår målt i standardafvigelser mellem kommunerne.",
      "mahalanobis": () =>
        "Valgt efter Mahalanobis’ afstand i rammevilkår, så vilkår, der følges ad, tæller én gang.",
      "ward2": ({ height }) =>
        `Valgt er samme gren af Wards træ over rammevilkårene, skåret i højden ${height}; afstanden er i standardafvigelser.`,
    },
    about: (group, period, sources) => {
      const what = [group, period].filter(Boolean).join(", ");
      return [what === "" ? "" : `Opgjort for ${what}.`, sources === "" ? "" : `Kilde: ${sources}.`]
        .filter(Boolean)
        .join(" ");
    },
    conditions: (names) => `Rammevilkår: ${names}.`,
    peers: { caption: "Sammenlignelige kommuner", columns: ["Kommune", "Afstand"] },
    scaling: {
      caption: "Hvordan rammevilkårene er målt",
      columns: ["Rammevilkår", "Kommunens eget", "Gennemsnit", "Standardafvigelse"],
    },
    stability: {
      caption: "Hvor stabilt valget er",
      columns: ["Hvis", "Bliver", "Går ud", "Kommer ind"],
      changes: {
        "without-covariate": (what) => `uden ${what}`,
        "other-period": (what) => `i ${what}`,
      },
      summary: ({ ways, chosen, fewest, when }) => {
        const tried = `Valget er også gjort på ${formatCounted(ways, ["anden måde", "andre måder"], { language: "da" })}.`;
        if (fewest === chosen)
          return `${tried} ${chosen === 1 ? "Den samme" : `De samme ${chosen}`} bliver hver gang.`;
        if (chosen === 1) return `${tried} En anden vælges ${when}.`;
        return `${tried} Det ændrer sig mest ${when}, hvor ${fewest === 0 ? "ingen" : fewest} af de ${chosen} bliver.`;
      },
      always: (names) => `Valgt hver gang: ${names}.`,
      noneAlways: "Ingen kommune er valgt hver gang.",
      untried: (changes) => `Det kan ikke gøres ${changes}.`,
    },
    municipalities: (count) => formatCounted(count, ["kommune", "kommuner"], { language: "da" }),
    notices: {
      "tied-peers": (names) => `Lige langt væk som den sidste og derfor alle med: ${names}.`,
      "not-measured": (names) => `Uden tal for alle rammevilkår og derfor ikke med: ${names}.`,
      "everybody-chosen": () =>
        "Alle, der kunne være valgt, er med: opgørelsen skelner ikke mellem dem, der ligner kommunen, og dem, der ikke gør.",
      "nobody-comparable": () => "Der er ingen sammenlignelige kommuner efter denne opgørelse.",
    },
  },
  en: {
    lead: (municipality, peers, considered) =>
      `${peers} most like ${municipality}, of ${considered} that could have been chosen.`,
    members: (municipality, peers, considered) =>
      `${peers} in one cluster with ${municipality}, of ${considered} that could have been.`,
    nobody: (municipality, considered) => `None of ${considered} resembles ${municipality}.`,
    methods: {
      "given-cluster": ({ cluster }) => `Chosen is the same cluster, ${cluster}, as it was published.`,
      "expected-share": () =>
        "Chosen by the expected share on benefits; the distance is in percentage points.",
      "standardized": () =>
        "Chosen by the distance in framework conditions, each measured in standard deviations between municipalities.",
      "mahalanobis": () =>
        "Chosen by Mahalanobis’ distance in framework conditions, so that conditions that go together count once.",
      "ward2": ({ height }) =>
        `Chosen is the same branch of Ward’s tree over the framework conditions, cut at the height ${height}; the distance is in standard deviations.`,
    },
    about: (group, period, sources) => {
      const what = [group, period].filter(Boolean).join(", ");
      return [what === "" ? "" : `Figures are of ${what}.`, sources === "" ? "" : `Source: ${sources}.`]
        .filter(Boolean)
        .join(" ");
    },
    conditions: (names) => `Framework conditions: ${names}.`,
    peers: { caption: "Comparable municipalities", columns: ["Municipality", "Distance"] },
    scaling: {
      caption: "How the framework conditions are measured",
      columns: ["Framework condition", "The municipality’s own", "Mean", "Standard deviation"],
    },
    stability: {
      caption: "How stable the choice is",
      columns: ["If", "Stay", "Leave", "Enter"],
      changes: {
        "without-covariate": (what) => `without ${what}`,
        "other-period": (what) => `in ${what}`,
      },
      summary: ({ ways, chosen, fewest, when }) => {
        const tried = `The choice was made in ${formatCounted(ways, ["other way", "other ways"], { language: "en" })}.`;
        if (fewest === chosen)
          return `${tried} The same ${chosen === 1 ? "one stays" : `${chosen} stay`} each time.`;
        if (chosen === 1) return `${tried} Another is chosen ${when}.`;
        return `${tried} It changes most ${when}, where ${fewest === 0 ? "none" : fewest} of the ${chosen} stay.`;
      },
      always: (names) => `Chosen each time: ${names}.`,
      noneAlways: "No municipality is chosen each time.",
      untried: (changes) => `It can’t be made ${changes}.`,
    },
    municipalities: (count) => formatCounted(count, ["municipality", "municipalities"], { language: "en" }),
    notices: {
      "tied-peers": (names) => `As far away as the last, and therefore all included: ${names}.`,
      "not-measured": (names) => `Without figures for all conditions, and therefore left out: ${names}.`,
      "everybody-chosen": () =>
        "Everybody who could have been chosen is included: nobody who resembles the municipality is told from who doesn’t.",
      "nobody-comparable": () => "By this way of telling there is no comparable municipality.",
    },
  },
};

/** A notice about the choice of peers as a sentence. */
export function describePeersNotice(notice: Notice, language: Language): string {
  const names = notice["municipalities"];
  const list = Array.isArray(names) ? names.join(", ") : "";
  return PEER_WORDS[language].notices[notice.code]?.(list) ?? notice.code;
}
