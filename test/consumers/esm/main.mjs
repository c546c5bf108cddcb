import assert from "node:assert/strict";
import { createRequire } from "node:module";
import * as k from "konkurrencemodel";
import * as allocation from "konkurrencemodel/allocation";
import * as arquero from "konkurrencemodel/arquero";
import { compareProportions, isCompetitionError, proportion } from "konkurrencemodel/inference";
import * as node from "konkurrencemodel/node";
import * as office from "konkurrencemodel/office";

for (const entry of [k, allocation, arquero, node, office]) assert.ok(Object.keys(entry).length > 0);

const supplier = { events: 412, total: 1204 };
const municipal = { events: 335, total: 1198 };
const { kind, interval } = proportion(supplier);
assert.equal(kind, "estimate");
assert.ok(Math.abs(interval.lower - 0.31593347009166883) < 1e-12);
assert.match(compareProportions(supplier, municipal, { measure: "risk-difference" }).toText(), /\d/);
assert.equal(k.tenders.fredericiaA.digest.length > 0, true);

// Two copies of the package may meet in one program: an error of the one is an error to the other.
const copy = createRequire(import.meta.url)("konkurrencemodel/inference");
assert.throws(
  () => copy.proportion({ events: 2, total: 1 }),
  (error) => isCompetitionError(error) && !(error instanceof k.CompetitionError),
);
