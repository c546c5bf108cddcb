import type { Command } from "commander";
import type { Outcome } from "../../outcomes/index.js";
import { writeTable } from "../../tables/index.js";
import { declareCommand } from "../command.js";
import { counted } from "../counted.js";
import { evaluate, evaluationOptions, type EvaluationOptions } from "../evaluation.js";
import { tellNotices } from "../notices.js";
import * as options from "../options.js";
import { outcomesTable } from "../outcomesTable.js";
import { jsonText } from "../output.js";
import { writeNew } from "../outputFiles.js";
import type { Surroundings } from "../surroundings.js";

interface Given extends EvaluationOptions {
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly json?: boolean;
}

const COLUMNS: readonly (keyof Outcome)[] = [
  "citizen",
  "sequence",
  "arm",
  "criterion",
  "anchor",
  "status",
  "reason",
  "mature",
  "windowComplete",
  "windowFrom",
  "windowTo",
  "reachedOn",
  "certainOn",
  "destination",
];

/** `outcomes`: what became of each citizen, by each criterion and both anchors. */
export function outcomesCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "outcomes",
    summary: "derive what became of each citizen, by each criterion and both anchors",
    options: [
      ...evaluationOptions(),
      options.outFile("write a row per citizen, criterion and anchor to this CSV file"),
      options.overwrite(),
      options.json(),
    ],
    either: options.HISTORIES,
  }).action(async (given: Given) => {
    const { outcomes } = await evaluate(given, surroundings);
    tellNotices(surroundings, outcomes.notices);
    const rows = outcomes.toRows();
    if (given.out !== undefined) {
      const file = { path: given.out, content: writeTable(rows, COLUMNS) };
      await writeNew([file], given.overwrite === true, surroundings);
      surroundings.err(`${given.out} written, ${counted(rows.length, "row", "rows")}\n`);
    }
    surroundings.out(given.json === true ? jsonText(rows) : outcomesTable(outcomes, given.language));
  });
}
