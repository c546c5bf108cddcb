import { formatCount, type Block, type Language } from "../../display/index.js";
import { distanceText, peersTable, stabilitySummary, stabilityTable, wayText } from "../similar/face.js";
import type { BenchmarkData, PeerChoice } from "../types.js";

interface ComparabilityWords {
  /** Where nobody measured how comparable the peers are: the rows' own cluster, or all that were given. */
  readonly given: (cluster: string | null, municipality: string) => string;
  readonly methods: Readonly<Record<PeerChoice["method"], (facts: ChoiceFacts) => string>>;
  /** From the nearest to the farthest; the same where there is one. */
  readonly range: (from: string, to: string) => string;
  /** When and by whom, in brackets. */
  readonly about: (parts: string) => string;
}

interface ChoiceFacts {
  readonly municipality: string;
  readonly chosen: number;
  readonly considered: string;
  readonly distances: string;
  readonly about: string;
}

const ofDa = (chosen: number, considered: string): string =>
  chosen === 1 ? `Valgt er den af ${considered} kommuner` : `Valgt er de ${chosen} af ${considered} kommuner`;
const ofEn = (chosen: number, considered: string): string =>
  chosen === 1
    ? `Chosen is the one of ${considered} municipalities`
    : `Chosen are the ${chosen} of ${considered} municipalities`;

const WORDS: Readonly<Record<Language, ComparabilityWords>> = {
  da: {
    given: (cluster, municipality) =>
      cluster === null
        ? `Det er alle kommuner, der er oplyst tal for; hvor meget de ligner ${municipality}, er ikke målt.`
        : `Klyngen er brugt, som den er oplyst; hvor meget kommunerne ligner ${municipality}, er ikke målt.`,
    methods: {
      "given-cluster": ({ municipality, about }) =>
        `Klyngen er en offentliggjort inddeling${about}; hvor meget kommunerne ligner ${municipality}, er ikke målt.`,
      "expected-share": ({ chosen, considered, distances, about }) =>
        `${ofDa(chosen, considered)}, hvis forventede andel på ydelse ligger nærmest kommunens egen${about}: afstanden er ${distances} procentpoint.`,
      "standardized": ({ chosen, considered, distances, about }) =>
        `${ofDa(chosen, considered)}, hvis rammevilkår ligger nærmest kommunens egne${about}: afstanden er ${distances} standardafvigelser.`,
      "mahalanobis": ({ chosen, considered, distances, about }) =>
        `${ofDa(chosen, considered)}, hvis rammevilkår ligger nærmest kommunens egne${about}: Mahalanobis’ afstand er ${distances}.`,
      "ward2": ({ chosen, considered, distances, about }) =>
        `${ofDa(chosen, considered)}, der er på samme gren som kommunen i et klyngetræ over rammevilkår${about}: afstanden er ${distances} standardafvigelser.`,
    },
    range: (from, to) => `${from} til ${to}`,
    about: (parts) => ` (${parts})`,
  },
  en: {
    given: (cluster, municipality) =>
      cluster === null
        ? `These are all municipalities with figures; how like ${municipality} they are wasn't measured.`
        : `The cluster is used as it was given; how like ${municipality} the municipalities are wasn't measured.`,
    methods: {
      "given-cluster": ({ municipality, about }) =>
        `The cluster is a published grouping${about}; how like ${municipality} the municipalities are wasn't measured.`,
      "expected-share": ({ chosen, considered, distances, about }) =>
        `${ofEn(chosen, considered)} whose expected share on benefits is nearest to the municipality's own${about}: the distance is ${distances} percentage points.`,
      "standardized": ({ chosen, considered, distances, about }) =>
        `${ofEn(chosen, considered)} whose framework conditions are nearest to the municipality's own${about}: the distance is ${distances} standard deviations.`,
      "mahalanobis": ({ chosen, considered, distances, about }) =>
        `${ofEn(chosen, considered)} whose framework conditions are nearest to the municipality's own${about}: Mahalanobis’ distance is ${distances}.`,
      "ward2": ({ chosen, considered, distances, about }) =>
        `${ofEn(chosen, considered)} on one branch with the municipality in a tree over framework conditions${about}: the distance is ${distances} standard deviations.`,
    },
    range: (from, to) => `${from} to ${to}`,
    about: (parts) => ` (${parts})`,
  },
};

/** How comparable the peers are, in a sentence or two: by what they were chosen, how near they are, and how much hangs on it. */
export function comparabilitySentence(
  { municipality, cluster, choice }: BenchmarkData,
  language: Language,
): string {
  const words = WORDS[language];
  if (choice === undefined) return words.given(cluster, municipality);
  const about = [choice.group, choice.period, ...choice.sources].filter((part) => part !== null).join(", ");
  const sentence = words.methods[choice.method]({
    municipality,
    chosen: choice.peers.length,
    considered: formatCount(choice.considered, { language }),
    distances: distancesText(choice, language),
    about: about === "" ? "" : words.about(about),
  });
  return `${sentence} ${stabilitySummary(choice, language)}`.trimEnd();
}

/** By what conditions, how near each is, and who stays without each of them or in another year. */
export function choiceBlocks({ choice }: BenchmarkData, language: Language): readonly Block[] {
  if (choice === undefined || choice.method === "given-cluster") return [];
  return [
    { block: "paragraph", text: wayText(choice, language) },
    peersTable(choice, language),
    ...(choice.stability.length === 0 ? [] : [stabilityTable(choice, language)]),
  ];
}

function distancesText(choice: PeerChoice, language: Language): string {
  const [nearest, farthest] = [choice.peers[0], choice.peers.at(-1)].map((peer) =>
    distanceText(peer?.distance ?? null, choice.method, language),
  );
  if (nearest === undefined || farthest === undefined || nearest === farthest) return nearest ?? "";
  return WORDS[language].range(nearest, farthest);
}
