import * as k from "konkurrencemodel";
import { isCompetitionError } from "konkurrencemodel/allocation";
import * as arquero from "konkurrencemodel/arquero";
import { VERSION } from "konkurrencemodel/inference";
import * as node from "konkurrencemodel/node";
import * as office from "konkurrencemodel/office";

const version: string = VERSION;
if (version !== k.VERSION || isCompetitionError(version)) throw new Error("one package, two truths");
export const entries: readonly object[] = [k, arquero, node, office];
