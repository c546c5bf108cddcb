import k = require("konkurrencemodel");
import allocation = require("konkurrencemodel/allocation");
import arquero = require("konkurrencemodel/arquero");
import inference = require("konkurrencemodel/inference");
import node = require("konkurrencemodel/node");
import office = require("konkurrencemodel/office");

const version: string = inference.VERSION;
if (version !== k.VERSION || allocation.isCompetitionError(version))
  throw new Error("one package, two truths");
export const entries: readonly object[] = [k, arquero, node, office];
