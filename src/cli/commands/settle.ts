import { join } from "node:path";
import type { Command } from "commander";
import { competitionError } from "../../core/index.js";
import type { Shown } from "../../display/index.js";
import { compareArms } from "../../effects/index.js";
import { fileExists, type FileContent } from "../../files/index.js";
import { writeWorkbook } from "../../office/index.js";
import {
  costEffectiveness,
  expectedPayments,
  gamingSigns,
  pricesAllArms,
  SETTLEMENT_FORMATS,
  settleAccounts,
  settlementFiles,
  settlementTables,
  type PaymentPlan,
  type Reconciliation,
  type Statement,
} from "../../settlement/index.js";
import { checkClaimsOptions, claimsOptions, readClaims, reconcile, type ClaimsGiven } from "../claims.js";
import { declareCommand } from "../command.js";
import { evaluate, evaluationOptions, type Evaluation, type EvaluationOptions } from "../evaluation.js";
import { placeOf, readPayment } from "../inputs.js";
import * as options from "../options.js";
import { jsonText, show } from "../output.js";
import { writeNew } from "../outputFiles.js";
import { present } from "../present.js";
import type { Surroundings } from "../surroundings.js";
import { tellUnusedSaving } from "../unusedSaving.js";

interface Given extends EvaluationOptions, ClaimsGiven {
  readonly payment?: string;
  readonly out?: string;
  readonly xlsx?: string;
  readonly overwrite?: boolean;
  readonly json?: boolean;
  readonly seed?: string;
  readonly savedPerMonth?: number;
  readonly signs?: boolean;
}

/** `settle`: what each arm is owed, and where a supplier's claims differ. */
export function settleCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "settle",
    summary:
      "settle what each arm is owed by the protocol's payment terms, and hold a supplier's claims against it",
    options: [
      ...evaluationOptions(),
      options.payment(),
      ...claimsOptions(),
      options.outFolder(
        "folder for the statement, its months and what is unpaid as CSV; with --claims also disputes",
      ),
      options.xlsx("write the same tables to this workbook; needs the package write-excel-file"),
      options.overwrite(),
      options.seed("what resampling starts from (default: settle)"),
      options.savedPerMonth(),
      options.signs(),
      options.json(),
    ],
    either: options.HISTORIES,
  }).action(async (given: Given, command: Command) => {
    checkClaimsOptions(given, command);
    const evaluation = await evaluate(given, surroundings);
    const { payment } = await readPayment(given.payment, evaluation.protocol, surroundings);
    const statement = settleAccounts(evaluation.outcomes, payment);
    const claims = await readClaims(given, evaluation, surroundings);
    const reconciliation = claims && reconcile(statement, claims, given, evaluation);
    await writeTables(statement, reconciliation, given, surroundings);
    if (given.savedPerMonth !== undefined) tellUnusedSaving(statement, surroundings);
    const beside = {
      ...present({ reconciliation }),
      ...besideStatement(statement, payment, evaluation, given),
    };
    if (given.json === true) {
      surroundings.out(jsonText(Object.assign({}, statement.toJSON(), beside)));
    } else {
      for (const [index, result] of [statement, ...Object.values(beside)].entries()) {
        if (index > 0) surroundings.out("\n");
        show(result, given, surroundings);
      }
    }
  });
}

/** What is still to come, where something is; what results cost, where both arms are priced; signs, where asked for. */
function besideStatement(
  statement: Statement,
  payment: PaymentPlan | undefined,
  { protocol: { analysis }, outcomes }: Evaluation,
  { seed = "settle", savedPerMonth, signs = false }: Given,
): Readonly<Record<string, Shown>> {
  if (payment === undefined) return {};
  const isOpen = statement.unpaid.some(({ kind, standing }) => kind === "bonus" && standing === "open");
  const costs = (): Shown =>
    costEffectiveness(
      { outcomes, statement, effect: compareArms(outcomes, analysis) },
      { seed, ...present({ savedPerMonth }) },
    );
  return {
    ...(isOpen ? { expectedPayments: expectedPayments({ outcomes, payment }, { seed }) } : {}),
    ...(pricesAllArms(statement) ? { costs: costs() } : {}),
    ...(signs ? { signs: gamingSigns(outcomes, payment) } : {}),
  };
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
  if (out !== undefined && reconciliation === undefined) await checkNoClaims(out, surroundings);
  await writeNew(files, overwrite, surroundings);
  surroundings.err(`written: ${files.map(({ path }) => path).join(", ")}\n`);
}

/** Refuses to put a statement beside the claims that were held against another one. */
async function checkNoClaims(out: string, surroundings: Surroundings): Promise<void> {
  for (const name of ["reconciliation.csv", "disputes-municipality.csv", "disputes-supplier.csv"]) {
    const path = join(out, name);
    if (!(await fileExists(placeOf(surroundings, path)))) continue;
    throw competitionError({
      code: "file-exists",
      path,
      expected: "a folder without claims that were held against another statement",
      hint: "Give --claims again, or another --out, or remove the file.",
    });
  }
}
