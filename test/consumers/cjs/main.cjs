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

// ml-hclust, which this needs, is published for ESM only.
const rows = k.municipalities
  .slice(0, 9)
  .map(({ name }, at) => ({ municipality: name, covariates: { a: 10 * Math.floor(at / 3) + (at % 3) } }));
assert.deepEqual(
  k.findPeers("København", { by: "tree", rows, branches: 3 }).peers.map(({ municipality }) => municipality),
  ["Frederiksberg", "Ballerup"],
);
