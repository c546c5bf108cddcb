import { readEvents, readLabels, readTimes, type Column } from "./followUps.js";
import type { Clusters } from "./kernels/clusterCovariance.js";
import { checkRegression, readClusters, readPredictors, type Predictors } from "./regressionData.js";

/** Follow-ups with what may change their hazard, as columns of equal length. */
export interface CoxData {
  /** How long each was followed, in any unit, from 0. */
  readonly time: Column<number>;
  /** Whether it ended in the event: true or 1; false or 0 for censored. */
  readonly event: Column<boolean | number>;
  /** Columns by name: numbers, yes and no, or names of categories; there may be none. */
  readonly predictors: Predictors;
  /** Each stratum has a baseline hazard of its own; one for all by default. */
  readonly stratum?: Column<string | number> | undefined;
  /** Rows that belong together, such as those of a household or of someone referred again. */
  readonly clusters?: Column<string | number> | undefined;
}

/** The same as the kernels take it. */
export interface CoxInputs {
  readonly rows: number;
  readonly time: Float64Array;
  readonly event: Float64Array;
  readonly terms: readonly string[];
  readonly columns: readonly Float64Array[];
  readonly stratum: Int32Array;
  readonly strata: number;
  readonly clusters: Clusters | undefined;
}

/** Reads the data of a Cox model; throws as the readers of its columns do. */
export function readCoxData(operation: string, data: CoxData): CoxInputs {
  const rows = checkRegression(operation, data, "predictors", {
    needed: ["time", "event"],
    others: ["stratum", "clusters"],
  });
  const { names, columns } = readPredictors(data.predictors, `${operation}.predictors`);
  const stratum = data.stratum === undefined ? undefined : readLabels(data.stratum, `${operation}.stratum`);
  return {
    rows,
    time: readTimes(data.time, operation),
    event: readEvents(data.event, operation),
    terms: names,
    columns,
    stratum: stratum?.codes ?? new Int32Array(rows),
    strata: stratum?.names.length ?? 1,
    clusters: readClusters(data.clusters, `${operation}.clusters`),
  };
}
