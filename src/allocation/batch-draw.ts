import { canonicalJson, keyedStream } from "../core/index.js";
import type { BatchProcedure, Drawn, Odds, Share } from "./designs/procedure.js";
import type { Key } from "./key.js";
import { visitsOf, type View } from "./memory.js";
import { stratumKey } from "./strata.js";
import type { RosterRecord } from "./types.js";

/** A roster as the ledger stood when it was frozen. */
export interface Batch {
  readonly view: View;
  readonly procedure: BatchProcedure;
  readonly roster: RosterRecord;
}

/**
 * Positions in the roster of those who are drawn, by stratum. Who keeps an earlier arm isn't drawn and
 * doesn't count among the citizens whose number is shared out.
 */
export function drawnByStratum({ view, roster }: Batch): ReadonlyMap<string, readonly number[]> {
  const keeps = view.opening.allocation.referredAgain === "keep-arm";
  const strata = new Map<string, number[]>();
  for (const [position, { citizen, stratum }] of roster.referrals.entries()) {
    const again = roster.referrals[position - 1]?.citizen === citizen || visitsOf(view, citizen).length > 0;
    if (keeps && again) continue;
    const key = stratumKey(stratum);
    const positions = strata.get(key);
    if (positions === undefined) strata.set(key, [position]);
    else positions.push(position);
  }
  return strata;
}

/** How the roster's strata are shared out; undefined where the arms have no room for them all. */
export function shareOf(batch: Batch): Share | undefined {
  const groups = [...drawnByStratum(batch)].map(([stratum, positions]) => ({
    stratum,
    members: 1,
    units: positions.length,
  }));
  return batch.procedure.share(groups, {});
}

/** Both probabilities of everyone who is drawn. */
export function batchOdds(batch: Batch): Odds {
  return shareOf(batch)?.odds ?? { designProbabilities: {}, drawProbabilities: {} };
}

/**
 * Draws a roster: the arm at each position that is drawn. The context of a stratum's stream is the
 * canonical JSON of algorithm, beacon (if there is one), protocol digest, roster digest and the
 * stratum's own canonical JSON.
 */
export function drawBatch(batch: Batch, key: Key, beacon: string | undefined): ReadonlyMap<number, Drawn> {
  const { procedure, roster } = batch;
  const { algorithm } = procedure;
  const { protocol } = batch.view.opening;
  const drawn = shareOf(batch)?.draw((stratum) => {
    const context = { algorithm, beacon, protocol, roster: roster.digest, stratum };
    return keyedStream(key, canonicalJson(context));
  });
  const groups = [...drawnByStratum(batch).values()];
  return new Map(
    groups.flatMap((positions, group) =>
      positions.map((position, index) => [position, { arm: drawn?.[group]?.[index] ?? "" }] as const),
    ),
  );
}
