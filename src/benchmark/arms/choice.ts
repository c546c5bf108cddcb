import type { Notice } from "../../core/index.js";
import { comparable, municipalityKey } from "../names.js";
import type { PeersData } from "../similar/types.js";
import type { PeerChoice, PeerRate } from "../types.js";
import type { FilledPlan } from "./plan.js";

/** How the peers were chosen, without what shows it. */
export function choiceOf({
  method,
  period,
  group,
  cluster,
  covariates,
  scaling,
  height,
  considered,
  peers,
  stability,
  sources,
}: PeersData): PeerChoice {
  return {
    method,
    period,
    group,
    cluster,
    covariates,
    scaling,
    height,
    considered,
    peers,
    stability,
    sources,
  };
}

/** The peers' rates with how far each is from the municipality; who is taken together with others has no distance. */
export function withDistances(rates: readonly PeerRate[], { peers }: PeersData): readonly PeerRate[] {
  const distances = new Map(
    peers.map(({ municipality, distance }) => [municipalityKey(municipality), distance]),
  );
  return rates.map((rate) => {
    const distance = distances.get(municipalityKey(rate.municipality));
    return distance === undefined ? rate : { ...rate, distance };
  });
}

/** What is worth knowing of the choice: what was noticed when it was made, and where it isn't that of the plan. */
export function choiceNotices(
  chosen: PeersData | undefined,
  { absent, benefit }: { readonly absent: readonly string[]; readonly benefit: string | null },
  { cluster }: FilledPlan,
): readonly Notice[] {
  if (chosen === undefined) return [];
  const ofBenefit = chosen.method === "given-cluster" ? chosen.group : null;
  return [
    ...(cluster === undefined || isCluster(chosen, cluster)
      ? []
      : [{ code: "peers-not-as-planned", severity: "caution" as const, cluster }]),
    ...(ofBenefit === null || benefit === null || comparable(ofBenefit) === comparable(benefit)
      ? []
      : [{ code: "peers-of-another-benefit", severity: "caution" as const, benefit, chosenBy: ofBenefit }]),
    ...(absent.length === 0
      ? []
      : [{ code: "peers-without-figures", severity: "caution" as const, municipalities: absent }]),
    ...chosen.notices,
  ];
}

function isCluster(chosen: PeersData, cluster: string): boolean {
  return chosen.cluster !== null && comparable(chosen.cluster) === comparable(cluster);
}
