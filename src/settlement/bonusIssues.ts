import type { Criterion } from "../outcomes/index.js";
import { amountIssues, issue, percentIssues, unknownName, type PaymentIssue } from "./issues.js";
import { sumOfPercents } from "./rates.js";
import type { BonusTerm, Clawback, Instalment } from "./terms.js";

const PART = { above: 0, most: 100 };

/** Everything in a bonus that can't be meant, beside its criterion's being named once. */
export function bonusIssues(
  { criterion, amount, degrees = {}, instalments, clawback }: BonusTerm,
  path: string,
  criteria: readonly Criterion[],
): readonly PaymentIssue[] {
  const known = criteria.find(({ id }) => id === criterion)?.degrees?.map(({ id }) => id) ?? [];
  return [
    ...criterionIssues(criterion, `${path}.criterion`, criteria),
    ...amountIssues(amount, `${path}.amount`),
    ...Object.entries(degrees).flatMap(([degree, rate]) => [
      ...unknownName("degree", degree, known, `${path}.degrees.${degree}`),
      ...amountIssues(rate, `${path}.degrees.${degree}`),
    ]),
    ...(instalments === undefined ? [] : instalmentIssues(instalments, `${path}.instalments`)),
    ...(clawback === undefined ? [] : clawbackIssues(clawback, criterion, `${path}.clawback`, criteria)),
  ];
}

/** Only what the tender itself measures is paid or taken back; what the evaluation added is not. */
function criterionIssues(id: string, path: string, criteria: readonly Criterion[]): readonly PaymentIssue[] {
  const found = criteria.find((criterion) => criterion.id === id);
  if (found === undefined) {
    return unknownName(
      "criterion",
      id,
      criteria.map((criterion) => criterion.id),
      path,
    );
  }
  const expected = "a criterion of the contract; the evaluation's own are paid by no one";
  return found.basis === "contract" ? [] : [issue("criterion-not-in-contract", path, id, expected)];
}

function instalmentIssues(instalments: readonly Instalment[], path: string): readonly PaymentIssue[] {
  const percents = instalments.map(({ percent }) => percent);
  const sum = sumOfPercents(percents);
  return [
    ...percents.flatMap((percent, index) => percentIssues(percent, `${path}[${index}].percent`, PART)),
    ...(sum === 100 ? [] : [issue("instalments-not-whole", path, sum, "percents that sum to 100")]),
  ];
}

function clawbackIssues(
  { unless, percent }: Clawback,
  criterion: string,
  path: string,
  criteria: readonly Criterion[],
): readonly PaymentIssue[] {
  const expected = "another criterion than the one that is paid for";
  return [
    ...criterionIssues(unless, `${path}.unless`, criteria),
    ...(unless === criterion ? [issue("clawback-on-itself", `${path}.unless`, unless, expected)] : []),
    ...percentIssues(percent, `${path}.percent`, PART),
  ];
}
