import { join } from "node:path";
import type { Command } from "commander";
import type { FileContent } from "../../files/index.js";
import { writeWorkbook } from "../../office/index.js";
import {
  parseClaims,
  reconcileClaims,
  SETTLEMENT_FORMATS,
  settleAccounts,
  settlementFiles,
  settlementTables,
  type Reconciliation,
  type Statement,
} from "../../settlement/index.js";
import { declareCommand } from "../command.js";
import { evaluate, evaluationOptions, type Evaluation, type EvaluationOptions } from "../evaluation.js";
import { readTable } from "../inputs.js";
import { checkArm } from "../knownArm.js";
import { tellNotices } from "../notices.js";
import * as options from "../options.js";
import { jsonText, show } from "../output.js";
import { writeNew } from "../outputFiles.js";
import { present } from "../present.js";
import type { Surroundings } from "../surroundings.js";

interface Given extends EvaluationOptions {
  readonly claims?: string;
  readonly arm?: string;
  readonly dateTolerance?: number;
  readonly out?: string;
  readonly xlsx?: string;
  readonly overwrite?: boolean;
  readonly json?: boolean;
}

/** `settle`: what each arm is owed, and where a supplier's claims differ. */
export function settleCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "settle",
    summary:
      "settle what each arm is owed by the protocol's payment terms, and hold a supplier's claims against it",
    options: [
      ...evaluationOptions(),
      options.claims(),
      options.arm("whose claims these are (default: the only arm with payment terms)"),
      options.dateTolerance(),
      options.outFolder(
        "folder for the statement, its months and what is unpaid as CSV; with --claims also disputes",
      ),
      options.xlsx("write the same tables to this workbook; needs the package write-excel-file"),
      options.overwrite(),
      options.json(),
    ],
    either: options.HISTORIES,
  }).action(async (given: Given, command: Command) => {
    if (given.claims === undefined && (given.arm ?? given.dateTolerance) !== undefined) {
      command.error("error: --arm and --date-tolerance need --claims");
    }
    const evaluation = await evaluate(given, surroundings);
    const statement = settleAccounts(evaluation.outcomes, evaluation.protocol.payment);
    const reconciliation = await reconciled(statement, given, evaluation, surroundings);
    await writeTables(statement, reconciliation, given, surroundings);
    if (reconciliation === undefined) return show(statement, given, surroundings);
    if (given.json === true) {
      surroundings.out(jsonText(Object.assign({}, statement.toJSON(), { reconciliation })));
    } else {
      show(statement, given, surroundings);
      show(reconciliation, given, surroundings);
    }
  });
}

async function reconciled(
  statement: Statement,
  { claims: name, arm, dateTolerance, columns }: Given,
  { protocol, outcomes: { participants } }: Evaluation,
  surroundings: Surroundings,
): Promise<Reconciliation | undefined> {
  if (name === undefined) return undefined;
  if (arm !== undefined) checkArm(protocol, arm, "--arm");
  const claims = await readTable("claims", name, parseClaims, columns, surroundings);
  tellNotices(surroundings, claims.notices);
  return reconcileClaims(statement, claims, { participants, ...present({ arm, dateTolerance }) });
}

/** Writes the tables as CSV files and as a workbook, where they are asked for: all of them or none. */
async function writeTables(
  statement: Statement,
  reconciliation: Reconciliation | undefined,
  { out, xlsx, language, overwrite = false }: Given,
  surroundings: Surroundings,
): Promise<void> {
  const asked = { language, ...present({ reconciliation }) };
  const files: FileContent[] = [];
  if (out !== undefined) {
    for (const [name, content] of Object.entries(settlementFiles(statement, asked))) {
      files.push({ path: join(out, name), content });
    }
  }
  if (xlsx !== undefined) {
    const tables = settlementTables(statement, asked);
    files.push({ path: xlsx, content: await writeWorkbook(tables, { formats: SETTLEMENT_FORMATS }) });
  }
  if (files.length === 0) return;
  await writeNew(files, overwrite, surroundings);
  surroundings.err(`written: ${files.map(({ path }) => path).join(", ")}\n`);
}
