import {
  competitionError,
  levelRule,
  provenanceOf,
  resolveOptions,
  type OptionRules,
} from "../../core/index.js";
import { resultMaker } from "../../display/index.js";
import { rowsOf, sourceOf, type TableInput } from "../../tables/index.js";
import { sameMunicipality } from "../names.js";
import { rankAmong } from "../ranks.js";
import type { MunicipalityRow } from "../types.js";
import { conditionsFace } from "./face.js";
import type { Subject } from "./models.js";
import { METHODS } from "./place.js";
import type { Conditions, ConditionsData, ConditionsOptions } from "./types.js";

interface Filled {
  readonly covariates: readonly string[];
  readonly model: "logistic" | "linear";
  readonly municipality?: string;
  readonly level: number;
}

const RULES: OptionRules<Filled> = {
  covariates: {
    expected: "names of covariates, at least one",
    accepts: (value) =>
      Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string"),
  },
  model: {
    default: "logistic",
    expected: "logistic or linear",
    accepts: (value) => value === "logistic" || value === "linear",
  },
  municipality: { expected: "a text", accepts: (value) => typeof value === "string" },
  level: levelRule,
};

const OPERATION = "expectedFromConditions";

const makeConditions: (data: ConditionsData) => Conditions = resultMaker<ConditionsData>(conditionsFace);

/**
 * What would each municipality's rate be, if its framework conditions were all that told it from the others?
 *
 * A regression of the rates on the conditions over the municipalities; each is predicted by the model of all
 * *others*, so that none helps to set its own mark. `logistic`: log odds = α + Σ β x, citizens binomial with their
 * variance multiplied by φ = X²/(k − p − 1), 1 at least, since municipalities vary beyond chance; `linear`: rate =
 * α + Σ β x, each municipality one row, for figures without counts (rates, shares of full-time persons). The
 * interval of observed over expected carries chance, that variation and the model's own uncertainty, on Student's t
 * with k − p − 2 degrees of freedom; ranks are of observed against expected.
 *
 * A ratio above 1 says: higher than municipalities with like conditions, as far as these conditions go. It is no
 * effect of what the municipality does.
 *
 * @param municipalities One row a municipality: one period, measure and group. Those without a value of some
 *   condition are left out and named.
 * @param options `covariates`; `model`, `logistic` by default, which needs counts; `municipality` that is pointed
 *   out; `level`, 0.95 by default
 * @throws CompetitionError `duplicate-row`, `unknown-covariate`, `no-counts`, `too-few-municipalities` (fewer than
 *   conditions and three), `conditions-not-told-apart` if some of them depend on each other, `unknown-municipality`
 * @example
 * expectedFromConditions(rows, { covariates: ["unemployment", "lowEducation"] }).municipalities[0]?.ratio
 * @example
 * // Shares of full-time persons: no counts, so no binomial limits.
 * expectedFromConditions(shares, { covariates: ["unemployment"], model: "linear" })
 * @see McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed., §4.5 (φ)
 */
export function expectedFromConditions(
  municipalities: TableInput<MunicipalityRow>,
  options: ConditionsOptions,
): Conditions {
  const { values, record } = resolveOptions<Filled>(OPERATION, options, RULES);
  const rows = rowsOf(municipalities);
  const { covariates, model, level, municipality } = values;
  if (covariates === undefined)
    throw impossible("missing-option", "covariates", covariates, "names of covariates");
  checkRows(rows, values);
  const complete = rows.filter((row) => covariates.every((name) => row.covariates?.[name] !== undefined));
  const subjects = complete.map((row) => subjectOf(row, covariates, model));
  const fewest = covariates.length + 3;
  if (subjects.length < fewest) {
    throw impossible(
      "too-few-municipalities",
      "municipalities",
      subjects.length,
      `at least ${fewest} municipalities with a value of every condition`,
    );
  }
  const { fit, place } = METHODS[model];
  const fitted = (given: readonly Subject[]): NonNullable<ReturnType<typeof fit>> => {
    const found = fit(given, covariates);
    if (found !== undefined) return found;
    throw impossible(
      "conditions-not-told-apart",
      "covariates",
      covariates,
      "conditions that vary between the municipalities and of which none follows from the others",
    );
  };
  const all = fitted(subjects);
  const placed = subjects.map((subject) => ({
    subject,
    ...place(subject, fitted(subjects.filter((each) => each !== subject)), level),
  }));
  return makeConditions({
    kind: "conditions",
    method: model,
    references: ["McCullagh & Nelder (1989), Generalized Linear Models, 2nd ed."],
    notices: [],
    provenance: provenanceOf(OPERATION, record, { municipalities: sourceOf(municipalities) }),
    model,
    covariates,
    municipality: municipality ?? null,
    level,
    dispersion: model === "logistic" ? all.dispersion : null,
    explained: explainedOf(placed),
    municipalities: placed.map(({ subject, expectedRate, ratio, difference }) => ({
      municipality: subject.municipality,
      rate: subject.rate,
      expectedRate,
      ...(subject.count === undefined ? {} : { total: subject.count.total }),
      ratio,
      rank: rankAmong(
        difference,
        placed.flatMap((other) => (other.subject === subject ? [] : other.difference)),
        level,
      ),
    })),
    leftOut: rows.filter((row) => !complete.includes(row)).map((row) => row.municipality),
  });
}

/** 1 − Σ(observed − expected)²/Σ(observed − mean)², each expected by the others; below 0 where the model does harm. */
function explainedOf(
  placed: readonly { readonly subject: Subject; readonly expectedRate: number }[],
): number | null {
  const mean = placed.reduce((sum, { subject }) => sum + subject.rate, 0) / placed.length;
  const total = placed.reduce((sum, { subject }) => sum + (subject.rate - mean) ** 2, 0);
  const left = placed.reduce((sum, { subject, expectedRate }) => sum + (subject.rate - expectedRate) ** 2, 0);
  return total > 0 ? 1 - left / total : null;
}

function subjectOf(row: MunicipalityRow, covariates: readonly string[], model: Filled["model"]): Subject {
  const values = covariates.map((name) => row.covariates?.[name] ?? NaN);
  const { municipality } = row;
  if (row.figure === undefined || row.figure === "counts") {
    const { events, total } = row;
    if (total > 0) return { municipality, rate: events / total, count: { events, total }, values };
  }
  const rate = row.figure === "rate" ? row.rate : row.figure === "expected" ? row.actualShare : undefined;
  if (model === "linear" && rate !== undefined) return { municipality, rate, values };
  throw impossible(
    "no-counts",
    "municipalities",
    municipality,
    model === "logistic"
      ? "events of a total above 0; for rates and shares the linear model"
      : "a rate or a share",
  );
}

function checkRows(rows: readonly MunicipalityRow[], { covariates, municipality }: Filled): void {
  const names = rows.map((row) => row.municipality);
  const repeated = names.find(
    (name, index) => names.findIndex((each) => sameMunicipality(each, name)) < index,
  );
  if (repeated !== undefined) {
    throw impossible(
      "duplicate-row",
      "municipalities",
      repeated,
      "one row a municipality: one period, measure and group",
    );
  }
  const known = [...new Set(rows.flatMap((row) => Object.keys(row.covariates ?? {})))];
  for (const name of covariates) {
    if (!known.includes(name)) {
      throw impossible(
        "unknown-covariate",
        "covariates",
        name,
        `one of ${known.join(", ") || "none: the rows have no covariates"}`,
      );
    }
  }
  if (municipality !== undefined && !names.some((name) => sameMunicipality(name, municipality))) {
    throw impossible("unknown-municipality", "municipality", municipality, "a municipality of the rows");
  }
}

function impossible(code: string, part: string, received: unknown, expected: string): Error {
  return competitionError({ code, path: `${OPERATION}.${part}`, received, expected });
}
