import type { Command } from "commander";
import { compareArms, compareWithTargets } from "../../effects/index.js";
import { declareCommand } from "../command.js";
import { comparisonOptions, readComparison, type ComparisonOptions } from "../comparison.js";
import { evaluate, evaluationOptions, type EvaluationOptions } from "../evaluation.js";
import * as options from "../options.js";
import { jsonText, show } from "../output.js";
import { present } from "../present.js";
import type { Surroundings } from "../surroundings.js";

interface Given extends EvaluationOptions, ComparisonOptions {
  readonly criterion?: string;
  readonly json?: boolean;
}

/** `compare`: the arms against each other, and against the protocol's targets where it has some. */
export function compareCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "compare",
    summary: "compare the arms by the protocol's analysis",
    options: [...evaluationOptions(), options.criterion(), ...comparisonOptions(), options.json()],
    either: options.HISTORIES,
  }).action(async (given: Given) => {
    const { protocol, outcomes } = await evaluate(given, surroundings);
    const { comparison } = await readComparison(given, surroundings);
    const asked = { ...comparison, ...present({ criterion: given.criterion }) };
    const effect = compareArms(outcomes, protocol.analysis, asked);
    if (protocol.targets === undefined) return show(effect, given, surroundings);
    const { level } = protocol.analysis;
    const targets = compareWithTargets(outcomes, protocol.targets, present({ level }));
    if (given.json === true) {
      surroundings.out(jsonText(Object.assign({}, effect.toJSON(), { targets })));
    } else {
      show(effect, given, surroundings);
      show(targets, given, surroundings);
    }
  });
}
