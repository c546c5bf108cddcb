import { SUPPRESSED, type Notice, type Publishable } from "../../core/index.js";
import type { Effect } from "../../effects/index.js";
import type { ArmTotal, LineItem, Statement, StatementData } from "../../settlement/index.js";
import { cellId, WEIGHTS, type Cells } from "./cells.js";
import { bare } from "./estimates.js";

/** What the terms leave open tells of no citizens; what was found in the courses does. */
const PLAIN: ReadonlySet<string> = new Set(["term-missing", "payable-unstated"]);

/**
 * What each arm is owed, without the lines, which are about single citizens: an amount by a rate is a number of
 * citizens, so that amounts are hidden where it is.
 */
export function publishStatement(
  statement: Statement,
  effects: readonly Effect[],
  cells: Cells,
): Publishable<StatementData> {
  const { kind, method, references, notices, provenance, asOf, criteria, totals, items } = statement;
  return {
    kind,
    method,
    references,
    notices: notices.filter(({ code }: Notice) => PLAIN.has(code)),
    provenance: bare(provenance),
    asOf,
    criteria,
    items: [],
    unpaid: [],
    months: [],
    totals: totals.map((total) =>
      publishTotal(
        total,
        items.filter(({ arm }) => arm === total.arm),
        effects,
        cells,
      ),
    ),
  };
}

function publishTotal(
  { arm, name, base, bonus, adjustments, total, vat }: ArmTotal,
  items: readonly LineItem[],
  effects: readonly Effect[],
  cells: Cells,
): Publishable<ArmTotal> {
  const paidId = (of: string): string => cellId(arm, "settlement", of);
  const count = (of: string, lines: readonly LineItem[], personal?: true): string => {
    cells.count(paidId(of), citizensOf(lines), { weight: WEIGHTS.part });
    cells.nest(cellId(arm, "allocated"), [paidId(of)], personal);
    return paidId(of);
  };
  const bonuses = items.filter(({ kind }) => kind === "bonus");
  const criteria = [...new Set(bonuses.flatMap(({ criterion }) => criterion ?? []))];
  const ofBase = count(
    "base",
    items.filter(({ kind }) => kind === "base"),
  );
  const ofBonus = criteria.map((criterion) => {
    const own = bonuses.filter((line) => line.criterion === criterion);
    const id = count(`bonus ${criterion}`, own, true);
    relate(id, arm, criterion, citizensOf(own), effects, cells);
    return id;
  });
  const others = count(
    "adjustments",
    items.filter(({ kind }) => kind !== "base" && kind !== "bonus"),
  );
  const amount = (value: number, sources: readonly string[]): Publishable<number> =>
    cells.shows(sources) ? value : SUPPRESSED;
  const all = [ofBase, ...ofBonus, others];
  return {
    arm,
    name,
    base: amount(base, [ofBase]),
    bonus: amount(bonus, ofBonus),
    adjustments: amount(adjustments, all),
    total: amount(total, all),
    vat: amount(vat, all),
  };
}

function citizensOf(lines: readonly LineItem[]): number {
  return new Set(lines.flatMap(({ citizen }) => citizen ?? [])).size;
}

/** A bonus goes by the contract's successes, or by some of them; certain ones of open windows come to it. */
function relate(
  id: string,
  arm: string,
  criterion: string,
  paid: number,
  effects: readonly Effect[],
  cells: Cells,
): void {
  const rate = effects
    .find((effect) => effect.criterion === criterion)
    ?.contractual.find((each) => each.arm === arm);
  if (rate === undefined) return;
  const success = cellId(arm, "contract", criterion, "success");
  if (paid >= rate.success) cells.nest(id, [success]);
  else cells.nest(success, [id]);
}
