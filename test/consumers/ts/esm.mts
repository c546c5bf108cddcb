import * as k from "konkurrencemodel";
import { isCompetitionError, openLedger, type Referral } from "konkurrencemodel/allocation";
import * as arquero from "konkurrencemodel/arquero";
import { proportion, type Estimate } from "konkurrencemodel/inference";
import * as node from "konkurrencemodel/node";
import * as office from "konkurrencemodel/office";

const estimate: Estimate = proportion({ events: 412, total: 1204 }, { method: "wilson", level: 0.9 });
const level: number = estimate.interval.level;
const protocol: k.Protocol = k.tenders.hillerod;
const referral: Referral = { citizen: "a", referredOn: "2026-01-05" };

// @ts-expect-error: a method that does not exist is refused before anything runs
const refused = () => proportion({ events: 1, total: 2 }, { method: "wilsn" });

let code: string | undefined;
try {
  openLedger(protocol, []);
} catch (error) {
  if (isCompetitionError(error)) code = error.code;
}
if (level !== 0.9 || code === undefined || referral.citizen !== "a") throw new Error("not as declared");
export const kept: readonly unknown[] = [arquero, node, office, refused];
