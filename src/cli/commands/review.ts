import { join } from "node:path";
import type { Command } from "commander";
import { verifyLedger } from "../../allocation/index.js";
import { benchmarkArms, parseMunicipalities, type Benchmark } from "../../benchmark/index.js";
import type { Notice, Source } from "../../core/index.js";
import { composeReview, type Audience } from "../../review/index.js";
import { brokenLedger } from "../broken.js";
import { declareCommand } from "../command.js";
import { comparisonOptions, readComparison, type ComparisonOptions } from "../comparison.js";
import { evaluate, evaluationOptions, type Evaluation, type EvaluationOptions } from "../evaluation.js";
import { readKey, readTable } from "../inputs.js";
import { tellNotices } from "../notices.js";
import * as options from "../options.js";
import { jsonText } from "../output.js";
import { writeOutputs } from "../outputFiles.js";
import { present } from "../present.js";
import type { Surroundings } from "../surroundings.js";

interface Given extends EvaluationOptions, ComparisonOptions {
  readonly municipalities?: string;
  readonly keyFile?: string;
  readonly audience: Audience;
  readonly out: string;
}

/** `review`: the one-year review as a page, Markdown and JSON. */
export function reviewCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "review",
    summary: "compose the one-year review: review.html, review.md, review.json",
    options: [
      ...evaluationOptions(),
      ...comparisonOptions(),
      options.municipalities(),
      options.keyFile(),
      options.audience(),
      options.outFolder("folder for the three files", "review"),
    ],
    either: options.HISTORIES,
  }).action(async (given: Given) => {
    const { language, audience, out } = given;
    const evaluation = await evaluate(given, surroundings);
    const { protocol, outcomes } = evaluation;
    const key = given.keyFile === undefined ? undefined : await readKey(given.keyFile, surroundings);
    const verification = await verifyLedger(protocol, outcomes.ledger.records, present({ key }));
    if (!verification.valid) throw brokenLedger(given.ledger, verification);
    const { comparison, sources: baseline } = await readComparison(given, surroundings);
    const { benchmark, sources, notices } = await besideOthers(given, evaluation, surroundings);
    const review = composeReview({
      protocol,
      outcomes,
      comparison,
      benchmark,
      verification,
      sources: [...evaluation.sources, ...baseline, ...sources],
      notices: [...evaluation.notices, ...notices],
    });
    const files = [
      { path: join(out, "review.html"), content: review.toHTML({ language, audience }) },
      { path: join(out, "review.md"), content: review.toMarkdown({ language, audience }) },
      { path: join(out, "review.json"), content: jsonText(review) },
    ];
    await writeOutputs(files, surroundings);
    surroundings.out(`${review.summary({ language, audience })}\n`);
    surroundings.err(`review written: ${files.map(({ path }) => path).join(", ")}\n`);
  });
}

interface Others {
  readonly benchmark?: Benchmark;
  readonly sources: readonly Source[];
  readonly notices: readonly Notice[];
}

/** The benchmark, if the protocol plans one and there are figures for it. */
async function besideOthers(
  given: Given,
  { protocol, outcomes }: Evaluation,
  surroundings: Surroundings,
): Promise<Others> {
  if (given.municipalities === undefined) return { sources: [], notices: [] };
  const rows = await readTable(
    "municipalities",
    given.municipalities,
    parseMunicipalities,
    given.columns,
    surroundings,
  );
  tellNotices(surroundings, rows.notices);
  if (protocol.benchmark === undefined) {
    surroundings.err(`note: ${given.protocol} plans no benchmark; ${given.municipalities} is not used\n`);
    return { sources: [], notices: [] };
  }
  return {
    benchmark: benchmarkArms(outcomes, rows, protocol.benchmark),
    sources: [rows.source],
    notices: rows.notices,
  };
}
