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

/** Predictions for anybody. */
export type Predict = (subject: Subject) => Prediction;

export interface FittedModel {
  readonly predict: Predict;
  /** Logistic: Pearson's X² over its degrees of freedom, 1 at least. Linear: the residual variance. */
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
}

/** Why there is no model: conditions that follow from each other, or none whose likelihood has a maximum. */
export type Unfitted = "conditions-not-told-apart" | "not-estimable";

/** Municipalities' log odds by their conditions; each citizen a row, variation beyond chance by Pearson's X². */
export function logisticModel(
  subjects: readonly Subject[],
  names: readonly string[],
): FittedModel | Unfitted {
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
  if (typeof predict === "string") return predict;
  const pearson = subjects.reduce((sum, subject) => {
    const { events, total } = subject.count ?? { events: 0, total: 0 };
    const p = expit(predict(subject).estimate);
    return sum + (events - total * p) ** 2 / (total * p * (1 - p));
  }, 0);
  return { predict, dispersion: Math.max(1, pearson / degreesOfFreedom), degreesOfFreedom };
}

/** Municipalities' rates by their conditions, each municipality a row. */
export function linearModel(subjects: readonly Subject[], names: readonly string[]): FittedModel | Unfitted {
  const fit = leastSquares(
    { predictors: predictorsOf(subjects, names), response: subjects.map(({ rate }) => rate) },
    { covariance: "model" },
  );
  const degreesOfFreedom = subjects.length - names.length - 1;
  const predict = predictorOf(fit, names);
  if (typeof predict === "string") return predict;
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

/** Only a model with a coefficient for every condition predicts. */
function predictorOf(fit: Fit, names: readonly string[]): Predict | Unfitted {
  const { coefficients, covariance, status } = fit;
  if (status !== "estimated") return "not-estimable";
  if (coefficients.length !== names.length + 1) return "conditions-not-told-apart";
  return ({ values }) => {
    const row = [1, ...values];
    const estimate = coefficients.reduce((sum, { estimate: each }, i) => sum + each * (row[i] ?? 0), 0);
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
