import { everyPossibility } from "../chance.js";
import type { BatchProcedure } from "../designs/procedure.js";
import { stratumKey } from "../strata.js";
import type { AllocationRecord } from "../types.js";
import type { DrawnTogether, Follower } from "./complete.js";

/** A ledger of complete randomization without limits, as blocks that are drawn independently of each other. */
export interface IndependentBlocks {
  readonly blocks: readonly DrawnTogether[];
  readonly followers: readonly Follower[];
}

/** The blocks of these entries: those drawn in a batch and stratum; entries that keep an arm follow its first one. */
export function independentBlocks(
  { share }: BatchProcedure,
  entries: readonly AllocationRecord[],
): IndependentBlocks {
  const columns = new Map<string, number[]>();
  const columnOf = new Map(entries.map(({ sequence }, column) => [sequence, column]));
  const followers: Follower[] = [];
  for (const [column, { basis, batch, stratum, first }] of entries.entries()) {
    if (basis === "kept" && first !== undefined) {
      followers.push({ column, follows: columnOf.get(first) ?? column });
      continue;
    }
    const block = `${batch} ${stratumKey(stratum)}`;
    const members = columns.get(block) ?? [];
    members.push(column);
    columns.set(block, members);
  }
  const countsOf = (units: number): DrawnTogether["counts"] =>
    everyPossibility(
      (choose) => share([{ stratum: "", members: 1, units }], {})?.counts(choose)[0] ?? [],
      Infinity,
    ) ?? [];
  const known = new Map<number, DrawnTogether["counts"]>();
  const blocks = Array.from(columns.values(), (members) => {
    const counts = known.get(members.length) ?? countsOf(members.length);
    known.set(members.length, counts);
    return { columns: members, counts };
  });
  return { blocks, followers };
}
