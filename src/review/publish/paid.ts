import type { Effect } from "../../effects/index.js";
import type { ArmTerms, BonusTerm, LineItem, Statement } from "../../settlement/index.js";
import type { FlowFacts } from "../types.js";
import { cellId, WEIGHTS, type Cells } from "./cells.js";
import { participationId, REFERRED_AGAIN } from "./flow.js";

/** An arm's lines and the terms that they follow, with what else is told of its citizens. */
export interface Paid {
  readonly statement: Pick<Statement, "items" | "unpaid" | "provenance">;
  readonly effects: readonly Effect[];
  readonly flow: FlowFacts;
  readonly terms: ArmTerms;
}

/** The counts that the base payments are made of: for whom there is one, among all referrals to the arm. */
export function nameBase(paid: Paid, cells: Cells): readonly string[] {
  const { statement, flow, terms } = paid;
  const { arm, base } = terms;
  if (base === undefined) return [];
  const kinds = Object.keys(flow.arms.find((each) => each.arm === arm)?.participation ?? {});
  const participation = kinds.map((kind) => participationId(arm, kind));
  if (base.per === "team") return [...participation, REFERRED_AGAIN];
  const lines = statement.items.filter((item) => item.arm === arm && item.kind === "base");
  const unpaid = statement.unpaid.filter((item) => item.arm === arm && item.kind === "base");
  const [referrals, allocated, further] = [
    cellId(arm, "referrals"),
    cellId(arm, "allocated"),
    cellId(arm, "further"),
  ];
  const referred = numberOf([...lines, ...unpaid]);
  const first = flow.arms.find((each) => each.arm === arm)?.allocated ?? 0;
  const drawn = { weight: WEIGHTS.part, since: "drawn" } as const;
  cells.count(referrals, referred, drawn);
  cells.count(further, referred - first, { since: "drawn" });
  cells.sum(referrals, [allocated, further]);
  const id = paidId(arm, "base");
  cells.count(id, numberOf(lines), { weight: WEIGHTS.part });
  const without = base.per === "referral" ? [] : NOT_BEGUN.map((kind) => participationId(arm, kind));
  cells.nest(referrals, [id, ...without]);
  const steps = nameSteps(id, lines, terms, cells);
  // How many weeks were paid bounds how many broke off.
  return [id, ...steps, further, ...(base.per === "week" ? participation : [])];
}

const NOT_BEGUN = ["never-started", "not-reported"] as const;

/** The counts that the bonuses are made of, by criterion, instalment, degree and rate. */
export function nameBonus({ statement, effects, terms }: Paid, cells: Cells): readonly string[] {
  const { arm, bonuses } = terms;
  return bonuses.flatMap((bonus) => {
    const { criterion, instalments = [undefined] } = bonus;
    const lines = statement.items.filter(
      (item) => item.arm === arm && item.kind === "bonus" && item.criterion === criterion,
    );
    const id = paidId(arm, `bonus ${criterion}`);
    cells.count(id, citizensOf(lines), { weight: WEIGHTS.part });
    cells.nest(cellId(arm, "allocated"), [id], true);
    relate(id, { arm, criterion, paid: citizensOf(lines) }, effects, cells);
    const parts = instalments.flatMap((_, at) => {
      const own = lines.filter(({ instalment = 1 }) => instalment === at + 1);
      const part = instalments.length === 1 ? id : cellId(id, "instalment", String(at + 1));
      if (part !== id) {
        cells.count(part, own.length);
        cells.nest(id, [part]);
      }
      return [part, ...nameDegrees(part, own, { terms, bonus }, cells)];
    });
    return [...new Set([id, ...parts])];
  });
}

/** A rate for each degree tells how many have reached it, which is their own affair. */
function nameDegrees(
  id: string,
  lines: readonly LineItem[],
  { terms, bonus }: { readonly terms: ArmTerms; readonly bonus: BonusTerm },
  cells: Cells,
): readonly string[] {
  const degrees = Object.keys(bonus.degrees ?? {});
  if (degrees.length === 0) return nameSteps(id, lines, terms, cells);
  const groups = [...degrees, undefined].map((degree) => ({
    part: cellId(id, degree === undefined ? "other" : `degree ${degree}`),
    own: lines.filter((line) =>
      degree === undefined ? !degrees.includes(line.degree ?? "") : line.degree === degree,
    ),
  }));
  for (const { part, own } of groups) cells.count(part, own.length);
  const parts = groups.map(({ part }) => part);
  cells.sum(id, parts, true);
  return [...parts, ...groups.flatMap(({ part, own }) => nameSteps(part, own, terms, cells))];
}

/** How many were paid at each step of the indexation: a sum of different rates tells it. */
function nameSteps(
  id: string,
  lines: readonly LineItem[],
  { indexation = [] }: ArmTerms,
  cells: Cells,
): readonly string[] {
  const from = [...new Set(indexation.map((step) => step.from))].toSorted();
  if (from.length === 0) return [];
  const parts = ["", ...from].map((begin, at) => {
    const end = from[at];
    const own = lines.filter(({ date }) => date >= begin && (end === undefined || date < end));
    const part = cellId(id, "from", begin);
    cells.count(part, numberOf(own));
    cells.nest(id, [part]);
    return part;
  });
  if (lines.every(({ week }) => week === undefined)) cells.sum(id, parts);
  return parts;
}

/**
 * The counts that deductions are made of; undefined where these tell more: of limits by month or year how many began in
 * it, of deductions that differ from one citizen to another for whom they were made.
 */
export function nameAdjustments(
  { statement, effects, terms }: Paid,
  cells: Cells,
): readonly string[] | undefined {
  const { arm, base, bonuses, lateStart, caps = [], minimums = [], indexation = [] } = terms;
  const clawbacks = bonuses.filter(({ clawback }) => clawback !== undefined);
  const areAlike = clawbacks.every(
    ({ instalments, degrees }) => instalments === undefined && degrees === undefined,
  );
  const isLimited =
    minimums.length > 0 ||
    caps.some(({ of, per }) => of !== "bonus" || per !== "contract" || !areNone(clawbacks));
  const isIndexed = indexation.length > 0 && (lateStart !== undefined || !areNone(clawbacks));
  if (isLimited || isIndexed || !areAlike || !isFixed(lateStart, base)) return undefined;
  const linesOf = (kind: LineItem["kind"]): readonly LineItem[] =>
    statement.items.filter((item) => item.arm === arm && item.kind === kind);
  const late = paidId(arm, "late-start");
  if (lateStart !== undefined) {
    cells.count(late, linesOf("late-start").length);
    cells.nest(paidId(arm, "base"), [late]);
  }
  const taken = clawbacks.map(({ criterion, clawback }) => {
    const id = paidId(arm, `clawback ${criterion}`);
    const count = citizensOf(linesOf("clawback").filter((line) => line.criterion === criterion));
    cells.count(id, count);
    cells.nest(paidId(arm, `bonus ${criterion}`), [id], true);
    const failed = contractualOf(effects, arm, clawback?.unless)?.failure ?? 0;
    if (clawback !== undefined && failed >= count && failed > 0) {
      cells.nest(cellId(arm, "contract", clawback.unless, "failure"), [id]);
    }
    return id;
  });
  return [...(lateStart === undefined ? [] : [late]), ...taken];
}

/** Whether every late start takes off the same: a base payment never less than it. */
function isFixed(lateStart: ArmTerms["lateStart"], base: ArmTerms["base"]): boolean {
  if (lateStart === undefined) return true;
  return (
    lateStart.per === "course" && base !== undefined && base.per !== "team" && base.amount >= lateStart.amount
  );
}

function areNone(list: readonly unknown[]): boolean {
  return list.length === 0;
}

function paidId(arm: string, of: string): string {
  return cellId(arm, "settlement", of);
}

/** Referrals, of which one citizen may have several. */
function numberOf(lines: readonly { readonly sequence?: number }[]): number {
  return new Set(lines.flatMap(({ sequence }) => sequence ?? [])).size;
}

function citizensOf(lines: readonly LineItem[]): number {
  return new Set(lines.flatMap(({ citizen }) => citizen ?? [])).size;
}

/** A bonus goes by the contract's successes, or by some of them; certain ones of open windows come to it. */
function relate(
  id: string,
  { arm, criterion, paid }: { readonly arm: string; readonly criterion: string; readonly paid: number },
  effects: readonly Effect[],
  cells: Cells,
): void {
  const rate = contractualOf(effects, arm, criterion);
  if (rate === undefined) return;
  const success = cellId(arm, "contract", criterion, "success");
  if (paid >= rate.success) cells.nest(id, [success]);
  else cells.nest(success, [id]);
}

function contractualOf(
  effects: readonly Effect[],
  arm: string,
  criterion: string | undefined,
): Effect["contractual"][number] | undefined {
  return effects
    .find((effect) => effect.criterion === criterion)
    ?.contractual.find((each) => each.arm === arm);
}
