const assert = require("node:assert/strict");
const k = require("konkurrencemodel");
const allocation = require("konkurrencemodel/allocation");
const arquero = require("konkurrencemodel/arquero");
const inference = require("konkurrencemodel/inference");
const node = require("konkurrencemodel/node");
const office = require("konkurrencemodel/office");

for (const entry of [k, allocation, arquero, inference, node, office])
  assert.ok(Object.keys(entry).length > 0);

assert.equal(inference.proportion({ events: 412, total: 1204 }).status, "estimated");
assert.throws(() => allocation.openLedger(k.tenders.fredericiaA, []), allocation.isCompetitionError);
