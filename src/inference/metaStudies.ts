import { competitionError } from "../core/index.js";
import type { Studies } from "./kernels/weighing.js";
import { refuseMisspeltFields } from "./unknownFields.js";

/** An estimate from one study, one municipality or the like. */
export interface Study {
  /** On a scale without ends, such as a logit, a logarithm or a difference. */
  readonly estimate: number;
  /** Of the estimate: its squared standard error, above 0. */
  readonly variance: number;
  /** Whose it is; its number in the list by default. */
  readonly label?: string | undefined;
}

/** Studies as columns. */
export interface ReadStudies extends Studies {
  readonly labels: readonly string[];
}

const LARGEST = 1e50;
const VARIANCES = [1e-100, 1e100] as const;

/**
 * Studies as columns.
 *
 * @throws CompetitionError `impossible-studies` for anything but a list of studies, `impossible-number`,
 *   `impossible-variance`, `impossible-label`, `unknown-field`
 */
export function readStudies(studies: unknown): ReadStudies {
  if (!Array.isArray(studies)) {
    throw impossible("impossible-studies", "studies", studies, "an array of { label, estimate, variance }");
  }
  const rows = studies.map((study: unknown, i) => readStudy(study, i));
  return {
    labels: rows.map(({ label }) => label),
    estimates: Float64Array.from(rows, ({ estimate }) => estimate),
    variances: Float64Array.from(rows, ({ variance }) => variance),
  };
}

function readStudy(study: unknown, i: number): Required<Study> & { readonly label: string } {
  const path = `studies[${i}]`;
  if (typeof study !== "object" || study === null) {
    throw impossible("impossible-studies", path, study, "{ label, estimate, variance }");
  }
  const { estimate, variance, label }: Partial<Record<keyof Study, unknown>> = study;
  if (typeof estimate !== "number" || !(Math.abs(estimate) <= LARGEST)) {
    throw impossible("impossible-number", `${path}.estimate`, estimate, "a number from −1e50 to 1e50");
  }
  const [least, most] = VARIANCES;
  if (typeof variance !== "number" || !(variance >= least && variance <= most)) {
    throw competitionError({
      code: "impossible-variance",
      path: `${path}.variance`,
      received: variance,
      expected: "a number from 1e-100 to 1e100, the square of the estimate’s standard error",
      ...(variance === 0
        ? {
            hint: "Nothing but a whole census has no variance. A rate of 0 or 1 only seems to have none: take binomialNormal of the counts.",
          }
        : {}),
    });
  }
  refuseMisspeltFields(study, path, ["label", "estimate", "variance"]);
  return { estimate, variance, label: readLabel(label, `${path}.label`, i) };
}

/** A label, or the number in the list. */
export function readLabel(label: unknown, path: string, i: number): string {
  if (label === undefined) return String(i + 1);
  if (typeof label === "string" && label !== "") return label;
  throw impossible("impossible-label", path, label, "a text, or nothing for its number in the list");
}

function impossible(code: string, path: string, received: unknown, expected: string): Error {
  return competitionError({ code, path, received, expected });
}
