import { addSpan, formatDay, parseDay } from "../core/index.js";
import type { Participant } from "../outcomes/index.js";
import { indexed, partOf, percentOf } from "./rates.js";
import type { Missing, Settled } from "./settled.js";
import type { ArmTerms, BonusTerm, IndexStep, Instalment, Ore } from "./terms.js";
import type { LineItem } from "./types.js";

/** A bonus that is owed: from which day on, and at which rate of the plan. */
export interface Owed {
  readonly from: string;
  readonly rate: Ore;
  /** Where the rate goes by it. */
  readonly degree?: string;
  /** The day that made the relapse certain. */
  readonly relapsedOn?: string;
}

/** A bonus of the plan and what one citizen has of it. */
export interface Claim {
  readonly bonus: BonusTerm;
  readonly term: string;
  readonly state: Owed | Missing;
}

/**
 * The lines of one citizen's bonus: its instalments up to `asOf`, at the rate of their own day, and what a relapse
 * takes back of them. What falls due after a relapse isn't paid.
 */
export function bonusLines(
  { bonus, term, state }: Claim,
  { citizen, sequence, referredOn }: Participant,
  { arm, indexation }: ArmTerms,
  asOf: string,
): Settled {
  const line = { arm, citizen, sequence, referredOn, criterion: bonus.criterion } as const;
  const entry = { ...line, kind: "bonus", term } as const;
  if (!("from" in state)) return { items: [], unpaid: [{ ...entry, ...state }] };

  const { degree, relapsedOn } = state;
  const itsDegree = degree === undefined ? {} : { degree };
  const parts = instalmentsOf(bonus, state, indexation).map((part) => ({
    part,
    missing: whyUnpaid(part.date, relapsedOn, asOf),
  }));
  const items = parts
    .filter(({ missing }) => missing === undefined)
    .map(({ part }): LineItem => ({ ...entry, ...itsDegree, ...part, vat: 0 }));
  const unpaid = parts.flatMap(({ part: { instalment }, missing }) =>
    missing === undefined
      ? []
      : [{ ...entry, ...(instalment === undefined ? {} : { instalment }), ...missing }],
  );
  const back = relapsedOn === undefined ? 0 : takenBack(bonus, items);
  if (relapsedOn === undefined || back === 0) return { items, unpaid };
  const clawback: LineItem = {
    ...line,
    kind: "clawback",
    term: `${term}.clawback`,
    ...itsDegree,
    date: relapsedOn,
    amount: -back,
    vat: 0,
  };
  return { items: [...items, clawback], unpaid };
}

function whyUnpaid(date: string, relapsedOn: string | undefined, asOf: string): Missing | undefined {
  if (relapsedOn !== undefined && date > relapsedOn) return { standing: "lost", reason: "relapsed" };
  return date > asOf ? { standing: "open", reason: "not-due" } : undefined;
}

function takenBack({ clawback }: BonusTerm, paid: readonly LineItem[]): Ore {
  const sum = paid.reduce((total, { amount }) => total + amount, 0);
  return clawback === undefined ? 0 : percentOf(sum, clawback.percent);
}

/** The parts of a bonus with the days on which they fall due, each at the rate of its day. */
function instalmentsOf(
  { instalments }: BonusTerm,
  { from, rate }: Owed,
  indexation: readonly IndexStep[] | undefined,
): readonly Pick<LineItem, "date" | "amount" | "instalment">[] {
  if (instalments === undefined) return [{ date: from, amount: indexed(rate, from, indexation) }];
  return instalments.map((instalment, position) => {
    const date = dueOn(from, instalment);
    const amount = partOf(indexed(rate, date, indexation), instalments, position);
    return { date, amount, instalment: position + 1 };
  });
}

function dueOn(from: string, { after }: Instalment): string {
  return after === undefined ? from : formatDay(addSpan(parseDay(from, "dueOn"), after));
}
