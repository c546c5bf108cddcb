const assert = require("node:assert/strict");
const all = require("konkurrencemodel");
const allocation = require("konkurrencemodel/allocation");
const arquero = require("konkurrencemodel/arquero");
const inference = require("konkurrencemodel/inference");
const node = require("konkurrencemodel/node");
const office = require("konkurrencemodel/office");

for (const entry of [all, allocation, arquero, inference, node, office])
  assert.ok(Object.keys(entry).length > 0);
assert.equal(all.isCompetitionError, allocation.isCompetitionError);
