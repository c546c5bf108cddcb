import assert from "node:assert/strict";
import * as all from "konkurrencemodel";
import * as allocation from "konkurrencemodel/allocation";
import * as arquero from "konkurrencemodel/arquero";
import * as inference from "konkurrencemodel/inference";
import * as node from "konkurrencemodel/node";
import * as office from "konkurrencemodel/office";

for (const entry of [all, allocation, arquero, inference, node, office])
  assert.ok(Object.keys(entry).length > 0);
