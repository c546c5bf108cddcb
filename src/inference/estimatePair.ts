import { competitionError } from "../core/index.js";
import { refuseUnknownFields } from "./unknownFields.js";

/** Two estimates with the matrix of their variances and their covariance, in the order of the estimates. */
export interface EstimatePair {
  readonly values: readonly [number, number];
  /** Standard errors. */
  readonly errors: readonly [number, number];
  /** Covariance over the product of the standard errors; 0 where one of them is. */
  readonly correlation: number;
  /** Infinite for the normal distribution. */
  readonly degreesOfFreedom: number;
}

/** The covariance of two estimates: `[[variance of the first, covariance], [covariance, variance of the second]]`. */
export type CovarianceMatrix = readonly (readonly number[])[];

const LARGEST = 1e100;
/** As near to ±1 a correlation is ±1, and as near to each other two covariances are one: the rest is rounding. */
const ROUNDING = 1e-12;

/**
 * Reads two estimates and their covariance.
 *
 * @param names what the two estimates are called, in the order of the matrix
 * @throws CompetitionError `impossible-data`, `unknown-field`, `impossible-number`, `impossible-covariance`,
 *   `impossible-degrees-of-freedom`
 */
export function readEstimatePair(
  operation: string,
  data: unknown,
  names: readonly [string, string],
): EstimatePair {
  const known = [...names, "covariance", "degreesOfFreedom"];
  if (typeof data !== "object" || data === null || Array.isArray(data)) {
    throw impossible("impossible-data", operation, data, `an object with ${known.join(", ")}`);
  }
  const given: Readonly<Record<string, unknown>> = { ...data };
  refuseUnknownFields(given, operation, known);
  const [first, second] = names;
  return {
    values: [
      numberOf(given[first], `${operation}.${first}`),
      numberOf(given[second], `${operation}.${second}`),
    ],
    ...readCovariance(given["covariance"], `${operation}.covariance`),
    degreesOfFreedom: degreesOf(given["degreesOfFreedom"], `${operation}.degreesOfFreedom`),
  };
}

/** What provenance tells of two estimates: they themselves. */
export function pairInputs(data: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(data)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, Array.isArray(value) ? value.map((row: number[]) => [...row]) : value]),
  );
}

function numberOf(value: unknown, path: string): number {
  if (typeof value === "number" && Math.abs(value) <= LARGEST) return value;
  throw impossible("impossible-number", path, value, "a number from −1e100 to 1e100");
}

function degreesOf(value: unknown, path: string): number {
  if (value === undefined) return Infinity;
  if (typeof value === "number" && value >= 1) return value;
  throw impossible(
    "impossible-degrees-of-freedom",
    path,
    value,
    "a number from 1, or none for large samples",
  );
}

function readCovariance(matrix: unknown, path: string): Pick<EstimatePair, "errors" | "correlation"> {
  const rows: readonly unknown[] = Array.isArray(matrix) ? matrix : [];
  const cells = rows.flatMap((row): readonly unknown[] =>
    Array.isArray(row) && row.length === 2 ? row : [],
  );
  const numbers = cells.filter(
    (cell): cell is number => typeof cell === "number" && Math.abs(cell) <= LARGEST ** 2,
  );
  const [one, above, below, two] = numbers;
  const hasShape = rows.length === 2 && cells.length === 4;
  if (!hasShape || one === undefined || above === undefined || below === undefined || two === undefined) {
    const expected = "two rows of two numbers: the variances on the diagonal, the covariance beside them";
    throw impossible("impossible-covariance", path, matrix, expected);
  }
  if (one < 0 || two < 0) {
    throw impossible("impossible-covariance", path, matrix, "variances from 0 on the diagonal");
  }
  const errors = [Math.sqrt(one), Math.sqrt(two)] as const;
  const product = errors[0] * errors[1];
  if (Math.abs(above - below) > ROUNDING * product) {
    throw impossible("impossible-covariance", path, matrix, "the same covariance in both places");
  }
  const covariance = above / 2 + below / 2;
  if (Math.abs(covariance) > product * (1 + ROUNDING)) {
    const expected = `a covariance no further from 0 than the product of the standard errors, ${product}`;
    throw impossible("impossible-covariance", path, matrix, expected);
  }
  return { errors, correlation: product === 0 ? 0 : rounded(covariance / product) };
}

function rounded(correlation: number): number {
  return 1 - Math.abs(correlation) <= ROUNDING ? Math.sign(correlation) : correlation;
}

function impossible(code: string, path: string, received: unknown, expected: string): Error {
  return competitionError({ code, path, received, expected });
}
