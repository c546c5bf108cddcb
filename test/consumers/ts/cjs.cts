import k = require("konkurrencemodel");
import allocation = require("konkurrencemodel/allocation");
import arquero = require("konkurrencemodel/arquero");
import inference = require("konkurrencemodel/inference");
import node = require("konkurrencemodel/node");
import office = require("konkurrencemodel/office");

const estimate: inference.Estimate = inference.proportion({ events: 412, total: 1204 });
const protocol: k.Protocol = k.tenders.fredericiaA;
const error: unknown = new k.CompetitionError({
  code: "c",
  path: "p",
  received: 1,
  expected: "e",
  hint: "h",
});
if (!allocation.isCompetitionError(error) || estimate.kind !== "estimate") throw new Error("not as declared");
export const kept: readonly unknown[] = [protocol, arquero, node, office];
