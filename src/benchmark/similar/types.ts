import type { ResultFacts, Shown } from "../../display/index.js";
import type { TableInput } from "../../tables/index.js";

/** As much of a row as tells who is comparable; rows of municipalities and of clusters have it. */
export interface PeerRow {
  readonly municipality: string;
  readonly period?: string;
  readonly year?: string;
  readonly group?: string;
  readonly benefit?: string;
  readonly cluster?: string;
  readonly covariates?: Readonly<Record<string, number>>;
  /** A proportion. */
  readonly expectedShare?: number;
  readonly source?: string;
}

/** The members of the municipality's published cluster. */
export interface ClusterPeers {
  readonly by: "cluster";
  readonly rows: TableInput<PeerRow>;
  /** Needed where the rows are about several benefits. */
  readonly benefit?: string | undefined;
  /** Needed where the rows are of several years. */
  readonly year?: string | undefined;
}

/** Those whose expected share of people on benefits is nearest. */
export interface ExpectedSharePeers {
  readonly by: "expected-share";
  readonly rows: TableInput<PeerRow>;
  /** How many; 10 by default. All that are as far away as the last are among them. */
  readonly n?: number | undefined;
  /** Needed where the rows are about several groups. */
  readonly group?: string | undefined;
  /** Needed where the rows are of several periods. */
  readonly period?: string | undefined;
}

/** Those whose framework conditions are nearest. */
export interface CovariatePeers {
  readonly by: "covariates";
  readonly rows: TableInput<PeerRow>;
  /** `standardized` by default: each condition in its standard deviations; `mahalanobis`: their correlations too. */
  readonly distance?: "standardized" | "mahalanobis" | undefined;
  /** Which conditions; all that any row has by default. */
  readonly covariates?: readonly string[] | undefined;
  /** How many; 10 by default. All that are as far away as the last are among them. */
  readonly n?: number | undefined;
  readonly period?: string | undefined;
}

/**
 * Those in the same branch of Ward's tree: at a stated height, or of a stated number of branches. Where two pairs are
 * exactly as near, the municipalities' codes decide which joins first.
 */
export interface TreePeers {
  readonly by: "tree";
  readonly rows: TableInput<PeerRow>;
  /** Branches that join at this height or below are one. */
  readonly height?: number | undefined;
  /** How many branches the tree is cut into. */
  readonly branches?: number | undefined;
  readonly covariates?: readonly string[] | undefined;
  readonly period?: string | undefined;
}

export type FindPeersOptions = ClusterPeers | ExpectedSharePeers | CovariatePeers | TreePeers;

/** A comparable municipality. */
export interface FoundPeer {
  readonly municipality: string;
  /** In the method's own unit; null where membership is given and nothing was measured. */
  readonly distance: number | null;
}

/** How a condition was made comparable with the others. */
export interface Scaling {
  readonly covariate: string;
  readonly mean: number;
  /** Over all municipalities that were considered, the divisor one less than their number. */
  readonly standardDeviation: number;
  /** The municipality's own value. */
  readonly own: number;
}

/** Who would be comparable if something were otherwise. */
export interface PeerStability {
  readonly change: "without-covariate" | "other-period";
  /** The condition that is left out, or the other period. */
  readonly what: string;
  /** Share of the peers that stay; null where nothing can be said, since the municipality has no figures then. */
  readonly share: number | null;
  readonly stay: readonly string[];
  readonly leave: readonly string[];
  readonly enter: readonly string[];
}

export interface PeersData extends ResultFacts {
  readonly kind: "peers";
  readonly method: "given-cluster" | "expected-share" | "standardized" | "mahalanobis" | "ward2";
  readonly municipality: string;
  /** Of which year or period; null where the rows don't say. */
  readonly period: string | null;
  /** The group or benefit area. */
  readonly group: string | null;
  /** The name of the given cluster. */
  readonly cluster: string | null;
  readonly covariates: readonly string[];
  readonly scaling: readonly Scaling[];
  /** Where the tree was cut: its branches join above, those of the peers at or below. */
  readonly height: number | null;
  /** How many others could have been peers. */
  readonly considered: number;
  /** Nearest first, then by name. */
  readonly peers: readonly FoundPeer[];
  readonly leftOut: readonly { readonly municipality: string; readonly missing: readonly string[] }[];
  readonly stability: readonly PeerStability[];
  readonly sources: readonly string[];
}

/** Comparable municipalities: who, by what, and how much hangs on it. */
export type Peers = PeersData & Shown;
