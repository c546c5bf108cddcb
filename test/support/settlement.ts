import type { Spell } from "../../src/histories/index.js";
import {
  deriveOutcomes,
  type Course,
  type Outcomes,
  type OutcomesProtocol,
} from "../../src/outcomes/index.js";
import type { LineItem } from "../../src/settlement/index.js";
import { entryOf, historiesOf, ledgerOf } from "./lives/world.js";

/** A citizen of a hand-worked statement. */
export interface Person {
  /** `supplier` by default. */
  readonly arm?: string;
  /** 2005-01-03 by default. */
  readonly referredOn?: string;
  readonly stratum?: Readonly<Record<string, string>>;
  readonly course?: Partial<Omit<Course, "citizen" | "referredOn">>;
  /** `state, from, to` with an open end left out. */
  readonly spells?: readonly (readonly [state: string, from: string, to?: string])[];
}

/** Outcomes of people who are named p1, p2, … in their order. */
export function outcomesOfPeople(
  protocol: OutcomesProtocol,
  people: readonly Person[],
  asOf: string,
): Outcomes {
  const named = people.map((person, index) => ({
    arm: "supplier",
    referredOn: "2005-01-03",
    stratum: {},
    ...person,
    citizen: `p${index + 1}`,
    sequence: index + 1,
  }));
  return deriveOutcomes({
    protocol,
    ledger: ledgerOf(
      named.map(({ citizen, sequence, arm, referredOn, stratum }) =>
        entryOf({ citizen, sequence, arm, referredOn, stratum }),
      ),
    ),
    courses: named.flatMap(({ citizen, referredOn, arm, course }) =>
      course === undefined ? [] : [{ citizen, referredOn, deliveredBy: arm, ...course }],
    ),
    histories: historiesOf(
      named.flatMap(({ citizen, spells = [] }) =>
        spells.map(([state, from, to]): Spell => {
          return { citizen, state, from, ...(to === undefined ? {} : { to }) };
        }),
      ),
    ),
    asOf,
  });
}

/** A line in a few words: whose, what, when, how much; amounts in kroner as they stand in a contract. */
export function brief({ citizen, team, kind, week, instalment, degree, date, amount }: LineItem): string {
  const part = week === undefined ? (instalment === undefined ? "" : ` ${instalment}`) : ` week ${week}`;
  const which = degree === undefined ? "" : ` (${degree})`;
  return `${citizen ?? team ?? "all"} ${kind}${part}${which} ${date} ${(amount / 100).toFixed(2)}`;
}
