import { leastSquares, logisticRegression, type Fit } from "../../inference/index.js";

/** A municipality as a model sees it. */
export interface Subject {
  readonly municipality: string;
  readonly rate: number;
  /** Counts, where they are known. */
  readonly count?: { readonly events: number; readonly total: number };
  readonly values: readonly number[];
}

/** What a model lets expect on its own scale, by the other municipalities. */
export interface Prediction {
  readonly estimate: number;
  /** Variance of the estimate, without the municipality's own. */
  readonly variance: number;
}

/** A fitted model: predictions for anybody, or nothing where it couldn't be fitted. */
export type Predict = (subject: Subject) => Prediction;

export interface FittedModel {
  readonly predict: Predict;
  /** Logistic: Pearson's X² over its degrees of freedom, 1 at least. Linear: the residual variance. */
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
}

/** Municipalities' log odds by their conditions; each citizen a row, variation beyond chance by Pearson's X². */
export function logisticModel(
  subjects: readonly Subject[],
  names: readonly string[],
): FittedModel | undefined {
  const counts = subjects.flatMap((subject) => {
    const { events, total } = subject.count ?? { events: 0, total: 0 };
    return [
      { subject, response: 1, weight: events },
      { subject, response: 0, weight: total - events },
    ].filter(({ weight }) => weight > 0);
  });
  const fit = logisticRegression(
    {
      predictors: predictorsOf(
        counts.map(({ subject }) => subject),
        names,
      ),
      response: counts.map(({ response }) => response),
      weights: counts.map(({ weight }) => weight),
    },
    { covariance: "model" },
  );
  const degreesOfFreedom = subjects.length - names.length - 1;
  const predict = predictorOf(fit, names);
  if (predict === undefined || degreesOfFreedom < 1) return undefined;
  const pearson = subjects.reduce((sum, subject) => {
    const { events, total } = subject.count ?? { events: 0, total: 0 };
    const p = expit(predict(subject).estimate);
    return sum + (events - total * p) ** 2 / (total * p * (1 - p));
  }, 0);
  return { predict, dispersion: Math.max(1, pearson / degreesOfFreedom), degreesOfFreedom };
}

/** Municipalities' rates by their conditions, each municipality a row. */
export function linearModel(subjects: readonly Subject[], names: readonly string[]): FittedModel | undefined {
  const fit = leastSquares(
    { predictors: predictorsOf(subjects, names), response: subjects.map(({ rate }) => rate) },
    { covariance: "model" },
  );
  const degreesOfFreedom = subjects.length - names.length - 1;
  const predict = predictorOf(fit, names);
  if (predict === undefined || degreesOfFreedom < 1) return undefined;
  const squares = subjects.reduce((sum, subject) => sum + (subject.rate - predict(subject).estimate) ** 2, 0);
  return { predict, dispersion: squares / degreesOfFreedom, degreesOfFreedom };
}

function predictorsOf(
  subjects: readonly Subject[],
  names: readonly string[],
): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(
    names.map((name, index) => [name, subjects.map(({ values }) => values[index] ?? 0)]),
  );
}

/** Nothing unless every condition has its coefficient. */
function predictorOf(fit: Fit, names: readonly string[]): Predict | undefined {
  const { coefficients, covariance, status } = fit;
  if (status !== "estimated" || coefficients.length !== names.length + 1) return undefined;
  return ({ values }) => {
    const row = [1, ...values];
    const estimate = coefficients.reduce(
      (sum, { estimate: each }, i) => sum + (each ?? 0) * (row[i] ?? 0),
      0,
    );
    const variance = covariance.reduce(
      (sum, line, i) =>
        sum + line.reduce((inner, each, j) => inner + each * (row[i] ?? 0) * (row[j] ?? 0), 0),
      0,
    );
    return { estimate, variance };
  };
}

export function expit(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
