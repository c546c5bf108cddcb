import type { Command } from "commander";
import { settleAccounts } from "../../settlement/index.js";
import { declareCommand } from "../command.js";
import { evaluate, evaluationOptions, type EvaluationOptions } from "../evaluation.js";
import * as options from "../options.js";
import { show } from "../output.js";
import type { Surroundings } from "../surroundings.js";

interface Given extends EvaluationOptions {
  readonly json?: boolean;
}

/** `settle`: what each arm is owed. */
export function settleCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "settle",
    summary: "settle what each arm is owed by the protocol's payment terms",
    options: [...evaluationOptions(), options.json()],
    either: options.HISTORIES,
  }).action(async (given: Given) => {
    const { protocol, outcomes } = await evaluate(given, surroundings);
    show(settleAccounts(outcomes, protocol.payment), given, surroundings);
  });
}
