import { isCompetitionError } from "../../core/index.js";
import { batchFacts, drawsBatches, prepareBatch } from "../batch-draw.js";
import { inAnyOrder } from "../chance.js";
import type { Choose } from "../designs/procedure.js";
import type { EntryFacts } from "../entry.js";
import { emptyMemory, remember, type Rules, type View } from "../memory.js";
import { drawsSingly, singleFacts } from "../single-draw.js";
import type { RosterStep, SingleStep, Step, Steps } from "./steps.js";

/** Told of every new entry, by its column. */
export type Visit = (column: number, facts: EntryFacts) => void;

/**
 * Takes the steps of a ledger again, one after the other and with new draws: the same referrals in the same
 * rosters, quotas counting the new arms, kept arms and households following them, reports of participants and
 * amendments as they stand.
 *
 * @returns What takes the next step. Where these draws leave no room for it, it throws `no-room` and nothing
 * is entered: the step would have been refused.
 */
export function startReplay(
  { opening, procedure }: Rules,
  choose: Choose,
  visit: Visit,
): (step: Step) => void {
  const rules = { opening, procedure };
  const memory = emptyMemory();
  remember(memory, rules, opening, 0);
  const viewAt = (size: number): View => ({ opening, procedure, memory, size });
  const enter = (sequence: number, column: number, facts: EntryFacts): void => {
    visit(column, facts);
    remember(memory, rules, facts, sequence);
  };

  const drawRoster = ({ roster, column, beacon }: RosterStep): void => {
    const view = viewAt(roster.sequence);
    if (!drawsBatches(view)) return;
    const prepared = prepareBatch(view, roster.referrals);
    remember(memory, rules, roster, roster.sequence);
    const arms = new Map<number, string>();
    const orders = prepared.share.counts(choose).map((counts) => inAnyOrder(counts, choose));
    for (const [group, { places }] of prepared.groups.entries()) {
      for (const [unit, [first = 0]] of places.entries()) {
        arms.set(first, opening.arms[orders[group]?.[unit] ?? 0] ?? "");
      }
    }
    for (const position of roster.referrals.keys()) {
      const sequence = roster.sequence + 1 + position;
      const at = { position, arm: arms.get(position) ?? "", beacon };
      enter(sequence, column + position, batchFacts(viewAt(sequence), roster, prepared, at));
    }
  };

  const drawSingle = ({ sequence, referral, column }: SingleStep): void => {
    const view = viewAt(sequence);
    if (drawsSingly(view)) enter(sequence, column, singleFacts(view, referral, { choose }));
  };

  return (step) => {
    if (step.kind === "roster") drawRoster(step);
    else if (step.kind === "single") drawSingle(step);
    else remember(memory, rules, step.record, step.record.sequence);
  };
}

/** Takes all steps of a ledger again. Says whether there was room for each; not, where one would have been refused. */
export function replay(steps: Steps, choose: Choose, visit: Visit): boolean {
  const take = startReplay(steps, choose, visit);
  return steps.steps.every((step) => hasRoom(() => take(step)));
}

/** Whether something goes through, or finds no room. */
export function hasRoom(draw: () => void): boolean {
  try {
    draw();
    return true;
  } catch (error) {
    if (isCompetitionError(error, "no-room")) return false;
    throw error;
  }
}
