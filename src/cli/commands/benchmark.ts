import type { Command } from "commander";
import { benchmarkArms, parseMunicipalities } from "../../benchmark/index.js";
import { declareCommand } from "../command.js";
import { evaluate, evaluationOptions, type EvaluationOptions } from "../evaluation.js";
import { readTable } from "../inputs.js";
import { tellNotices } from "../notices.js";
import * as options from "../options.js";
import { show } from "../output.js";
import type { Surroundings } from "../surroundings.js";

interface Given extends EvaluationOptions {
  readonly municipalities: string;
  readonly json?: boolean;
}

/** `benchmark`: the arms beside comparable municipalities. */
export function benchmarkCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "benchmark",
    summary: "hold both arms beside comparable municipalities",
    options: [...evaluationOptions(), options.required(options.municipalities()), options.json()],
    either: options.HISTORIES,
  }).action(async (given: Given) => {
    const { protocol, outcomes } = await evaluate(given, surroundings);
    const rows = await readTable(
      "municipalities",
      given.municipalities,
      parseMunicipalities,
      given.columns,
      surroundings,
    );
    tellNotices(surroundings, rows.notices);
    show(benchmarkArms(outcomes, rows, protocol.benchmark), given, surroundings);
  });
}
