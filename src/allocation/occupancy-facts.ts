import { competitionError } from "../core/index.js";
import { unknownArm } from "./amendment-facts.js";
import type { View } from "./memory.js";
import type { LineBase, OccupancyRecord } from "./types.js";

/** What an occupancy line says, apart from its place in the ledger. */
export type OccupancyFacts = Omit<OccupancyRecord, keyof LineBase>;

/**
 * Makes sure that a report of participants is about arms of the protocol.
 *
 * @throws CompetitionError `unknown-arm`, `no-arm`.
 */
export function checkOccupancy({ opening }: View, { participants }: OccupancyFacts): void {
  const { arms } = opening;
  const reported = Object.keys(participants);
  const strange = reported.find((arm) => !arms.includes(arm));
  if (strange !== undefined) throw unknownArm(strange, arms, "participants");
  if (reported.length > 0) return;
  throw competitionError({
    code: "no-arm",
    path: "participants",
    received: "no arm",
    expected: `the participants of at least one of ${arms.join(", ")}`,
  });
}
