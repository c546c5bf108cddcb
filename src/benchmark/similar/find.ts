import { competitionError, provenanceOf, type Notice } from "../../core/index.js";
import { resultMaker } from "../../display/index.js";
import { sourceOf } from "../../tables/index.js";
import { peersFace } from "./face.js";
import { checkOptions, type CheckedOptions, type Chosen } from "./options.js";
import { scopeOf } from "./scope.js";
import {
  membersOf,
  nearestConditions,
  nearestShares,
  sameBranch,
  type Selection,
  type Selector,
} from "./select.js";
import { stabilityOf, type Variation } from "./stability.js";
import type { Cut } from "./tree.js";
import type { FindPeersOptions, PeerRow, Peers, PeersData, TreePeers } from "./types.js";

const makePeers: (data: PeersData) => Peers = resultMaker<PeersData>(peersFace);

/**
 * Tells which municipalities are comparable with one, how near each is, and how much hangs on how that was decided.
 *
 * - `cluster`: the other members of a published cluster; its benefit and year are chosen, never guessed.
 * - `expected-share`: the `n` whose expected share of people on benefits is nearest, |pᵢ − pₖ|, as the Ministry's
 *   benchmark (y30r21) suggests.
 * - `covariates`: the `n` nearest by framework conditions: each in its standard deviations, √Σ((xᵢⱼ − xₖⱼ)/sⱼ)², or by
 *   Mahalanobis' distance √((xᵢ − xₖ)ᵀS⁻¹(xᵢ − xₖ)), which counts conditions that go together once.
 * - `tree`: the branch of Ward's tree over standardized conditions, cut at `height` or into `branches`.
 *
 * Spread and correlation are those of all municipalities of which every condition is known; the others are left out,
 * by name. All that tie with the n-th are peers. The municipality itself never is; rows of areas aren't looked at.
 *
 * `stability` repeats the choice without each condition and for each other period: who stays, who leaves, who enters. A
 * choice that falls apart says that nobody is comparable for certain.
 *
 * @param municipality A name or a code.
 * @param options `by` with what belongs to it; `rows` of municipalities or clusters, plain or parsed.
 * @throws CompetitionError `missing-option`, `unknown-option`, `impossible-option`, `no-such-municipality`,
 *   `not-measured`, `no-expected-shares`, `no-peers`, `no-cluster`, `two-clusters`, `unknown-covariate`, `constant-covariate`,
 *   `collinear-covariates` (which are named); `impossible-option` also for more peers or branches than there are, `contradictory-rows`, `impossible-row`, `unknown-period`, `unknown-group` and the like.
 * @example
 * findPeers("Fredericia", { by: "covariates", rows, n: 7 }).peers // [{ municipality: "Svendborg", distance: 0.71 }, …]
 * @example
 * findPeers("Fredericia", { by: "cluster", rows: parseClusters(bytes, { name: "klynger.csv" }), year: "2007" })
 */
export function findPeers(municipality: string, options: FindPeersOptions): Peers {
  if (typeof municipality !== "string" || municipality.trim() === "")
    throw competitionError({
      code: "missing-option",
      path: "findPeers.municipality",
      received: municipality,
      expected: "a municipality's name or code",
    });
  const { options: chosen, record } = checkOptions(options);
  const scope = scopeOf(chosen);
  const { group, period, covariates } = scope;
  const rows = scope.rowsOf(period);
  const selector = selectorOf(municipality, chosen, rows, covariates);
  const selection = selector();
  checkReach(chosen, record, selection);

  const variations: readonly Variation[] = [
    ...(covariates.length < 2 ? [] : covariates).map((what, at): Variation => ({
      change: "without-covariate",
      what,
      select: () => selector(at),
    })),
    ...scope.otherPeriods.map((what): Variation => ({
      change: "other-period",
      what,
      select: () => selectorOf(municipality, chosen, scope.rowsOf(what), covariates)(),
    })),
  ];
  const { tied: _tied, ...found } = selection;
  const method = methodOf(chosen);
  return makePeers({
    kind: "peers",
    method,
    references: REFERENCES[method],
    notices: noticesOf(selection, method),
    provenance: provenanceOf("findPeers", record, { municipality, rows: sourceOf(chosen.rows) }),
    ...found,
    period,
    group,
    covariates,
    stability: stabilityOf(selection, variations),
    sources: [...new Set(rows.flatMap(({ source }) => source ?? []))].toSorted(),
  });
}

/**
 * Refuses to cut a tree into more branches than it has leaves, or to seek more peers than there are others.
 *
 * @throws CompetitionError `impossible-option`
 */
function checkReach(
  chosen: Chosen,
  record: CheckedOptions["record"],
  { considered }: Pick<Selection, "considered">,
): void {
  const beyond = (name: "n" | "branches", value: number | undefined, most: number, of: string): void => {
    if (value === undefined || value <= most || record[name]?.source !== "given") return;
    throw competitionError({
      code: "impossible-option",
      path: `findPeers.${name}`,
      received: value,
      expected: `a whole number from 1 to ${most}, the ${of}`,
    });
  };
  if (chosen.by === "tree")
    beyond("branches", chosen.branches, considered + 1, "number of municipalities in the tree");
  if (chosen.by === "expected-share" || chosen.by === "covariates")
    beyond("n", chosen.n, considered, "number of other municipalities of which all is known");
}

function selectorOf(
  municipality: string,
  options: Chosen,
  rows: readonly PeerRow[],
  covariates: readonly string[],
): Selector {
  switch (options.by) {
    case "cluster":
      return () => membersOf(municipality, rows);
    case "expected-share":
      return () => nearestShares(municipality, rows, options.n);
    case "covariates":
      return nearestConditions(municipality, rows, covariates, options.distance, options.n);
    case "tree":
      return sameBranch(municipality, rows, covariates, cutOf(options));
  }
}

function cutOf({ height, branches = 1 }: TreePeers): Cut {
  return height === undefined ? { branches } : { height };
}

function methodOf(options: Chosen): PeersData["method"] {
  switch (options.by) {
    case "cluster":
      return "given-cluster";
    case "expected-share":
      return "expected-share";
    case "covariates":
      return options.distance;
    case "tree":
      return "ward2";
  }
}

const REFERENCES: Readonly<Record<PeersData["method"], readonly string[]>> = {
  "given-cluster": [],
  "expected-share": ["https://www.jobindsats.dk/jobindsats/nye-tal/2021/jobcenterindblik-y30/y30r21-291021/"],
  "standardized": [],
  "mahalanobis": ["Mahalanobis 1936, Proc. Nat. Inst. Sci. India 2, 49–55"],
  "ward2": ["Murtagh & Legendre 2014, doi:10.1007/s00357-014-9161-z"],
};

function noticesOf(
  { tied, leftOut, peers, considered }: Selection,
  method: PeersData["method"],
): readonly Notice[] {
  return [
    ...(peers.length === considered && method !== "given-cluster"
      ? [{ code: "everybody-chosen", severity: "caution" } as const]
      : []),
    ...(tied.length === 0 ? [] : [{ code: "tied-peers", severity: "info", municipalities: tied } as const]),
    ...(leftOut.length === 0
      ? []
      : [
          {
            code: "not-measured",
            severity: "caution",
            municipalities: leftOut.map(
              ({ municipality, missing }) => `${municipality} (${missing.join(", ")})`,
            ),
          } as const,
        ]),
    ...(peers.length === 0 ? [{ code: "nobody-comparable", severity: "warning" } as const] : []),
  ];
}
