import assert from "node:assert/strict";
import * as k from "./index.js";
import { openLedger } from "./allocation.js";
import { proportion } from "./inference.js";

assert.equal(proportion({ events: 412, total: 1204 }).status, "estimated");
assert.throws(() => openLedger(k.tenders.fredericiaA, []), k.isCompetitionError);
