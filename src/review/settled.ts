import type { Effect } from "../effects/index.js";
import type { Outcomes } from "../outcomes/index.js";
import type { Protocol } from "../protocol/index.js";
import {
  costEffectiveness,
  expectedPayments,
  pricesAllArms,
  settleAccounts,
  withoutEarlyCosts,
  type CostEffectiveness,
  type ExpectedPayments,
  type Ore,
  type PaymentPlan,
  type Statement,
} from "../settlement/index.js";

/** What a caller may give of what is owed. */
export interface SettledParts {
  /** Payment terms, instead of the protocol's; what isn't given of the other parts is derived by them. */
  readonly payment?: PaymentPlan | undefined;
  /** Derived where there are payment terms and none is given. */
  readonly statement?: Statement | undefined;
  /** Costs per success; derived where the terms of the statement price both arms of a comparison in full. */
  readonly costs?: CostEffectiveness | undefined;
  /** Benefit in øre that is saved in each month of self-support: what an additional success is worth where costs are derived. */
  readonly savedPerMonth?: Ore | undefined;
  /** What is still to be paid; derived where bonuses are open, by the terms of the statement. */
  readonly expectedPayments?: ExpectedPayments | undefined;
}

/** What is owed, what it came to for a success, and what is still to come. */
interface Settled {
  readonly statement: Statement | null;
  readonly costs: CostEffectiveness | null;
  readonly expectedPayments: ExpectedPayments | null;
}

/**
 * The given parts, and those that follow from the payment terms. Of a statement that is given without its terms nobody
 * knows what is still to come by them.
 */
export function settledOf(
  {
    protocol,
    outcomes,
    ...given
  }: SettledParts & { readonly protocol: Protocol; readonly outcomes: Outcomes },
  effect: Effect | undefined,
): Settled {
  const payment = given.payment ?? (given.statement === undefined ? protocol.payment : undefined);
  const statement = given.statement ?? (payment === undefined ? null : settleAccounts(outcomes, payment));
  return {
    statement,
    costs: costsOf(given, outcomes, statement, effect),
    expectedPayments: given.expectedPayments ?? expectedOf(outcomes, statement, payment),
  };
}

function costsOf(
  { costs, savedPerMonth }: SettledParts,
  outcomes: Outcomes,
  statement: Statement | null,
  effect: Effect | undefined,
): CostEffectiveness | null {
  if (costs !== undefined) return withoutEarlyCosts(costs);
  if (statement === null || effect === undefined || !pricesAllArms(statement)) return null;
  return withoutEarlyCosts(costEffectiveness({ outcomes, statement, effect }, { savedPerMonth }));
}

function expectedOf(
  outcomes: Outcomes,
  statement: Statement | null,
  payment: PaymentPlan | undefined,
): ExpectedPayments | null {
  const isOpen = statement?.unpaid.some(({ kind, standing }) => kind === "bonus" && standing === "open");
  return isOpen === true && payment !== undefined
    ? expectedPayments({ outcomes, payment }, { seed: "review" })
    : null;
}
