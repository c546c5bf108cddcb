import { dirname, join, sep } from "node:path";
import type { Command } from "commander";
import { verifyLedger } from "../../allocation/index.js";
import { competitionError, digestOf, type Source } from "../../core/index.js";
import { composeReview, type PublishedReview, type Review } from "../../review/index.js";
import { readBytes, type FileContent } from "../../files/index.js";
import type { Protocol } from "../../protocol/index.js";
import { besideOptions, readBeside, type BesideGiven } from "../beside.js";
import { besideOthers, type OthersGiven } from "../besideOthers.js";
import { brokenLedger } from "../broken.js";
import { checkClaimsOptions } from "../claims.js";
import { declareCommand } from "../command.js";
import { comparisonOptions, readComparison, type ComparisonOptions } from "../comparison.js";
import { drawingFor } from "../drawing.js";
import { evaluate, evaluationOptions, type EvaluationOptions } from "../evaluation.js";
import { readDisclosure } from "../disclosure.js";
import { placeOf, readKey } from "../inputs.js";
import * as options from "../options.js";
import { jsonText } from "../output.js";
import { writeOutputs } from "../outputFiles.js";
import { tellNotices } from "../notices.js";
import { peersOptions } from "../peers.js";
import { present } from "../present.js";
import { recordedCommand } from "../recorded.js";
import { reviewAnswer } from "../reviewAnswer.js";
import { checkAlone, readTheme, reviewFiles } from "../reviewFiles.js";
import type { Surroundings } from "../surroundings.js";

interface Given extends EvaluationOptions, ComparisonOptions, BesideGiven, OthersGiven {
  readonly keyFile?: string;
  readonly previous?: readonly string[];
  readonly office?: boolean;
  readonly theme?: string;
  readonly json?: boolean;
  readonly out: string;
}

/** `review`: the one-year review in all its forms. */
export function reviewCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "review",
    summary: "compose the one-year review: review.html, review.md, review.json, tables and figures",
    options: [
      ...evaluationOptions(),
      ...comparisonOptions(),
      options.municipalities(),
      ...peersOptions(),
      ...besideOptions(),
      options.keyFile(),
      options.audience("who the edition is for; in the published one small counts are hidden"),
      options.previous(),
      options.office(),
      options.theme(),
      options.outFolder("folder for the files", "review"),
      options.json(),
    ],
    either: options.HISTORIES,
  }).action(async (given: Given, command: Command) => {
    checkClaimsOptions(given, command);
    const { language, out } = given;
    const evaluation = await evaluate(given, surroundings);
    const { protocol, outcomes } = evaluation;
    const key = given.keyFile === undefined ? undefined : await readKey(given.keyFile, surroundings);
    const verification = await verifyLedger(protocol, outcomes.ledger.records, present({ key }));
    if (!verification.valid) throw brokenLedger(given.ledger, verification);
    const { comparison, sources: baseline } = await readComparison(given, surroundings);
    const others = await besideOthers(given, evaluation, surroundings);
    const beside = await readBeside(given, evaluation, surroundings);
    const edition = await editionAsked(given, protocol, surroundings);
    const theme = given.theme === undefined ? undefined : await readTheme(given.theme, surroundings);
    const further = await sourcesOf([...(given.previous ?? []), given.theme ?? []].flat(), surroundings);
    const composed = composeReview({
      protocol,
      outcomes,
      comparison,
      verification,
      ...others.parts,
      ...beside.parts,
      command: recordedCommand(command, surroundings.given ?? []),
      sources: [...evaluation.sources, ...baseline, ...others.sources, ...beside.sources, ...further],
      notices: [...evaluation.notices, ...others.notices, ...beside.notices],
    });
    if (given.audience === "published") {
      tellNotices(
        surroundings,
        composed.notices.filter(({ code }) => code === "still-pending"),
      );
    }
    const review = edition(composed);
    const draw = given.office === true ? await drawingFor(surroundings) : undefined;
    const forms = { language, ...present({ office: given.office, draw, theme }) };
    const files = await reviewFiles(review, out, forms);
    if (given.audience === "published") await checkAlone(files, out, surroundings);
    await writeOutputs(files, surroundings);
    surroundings.out(
      given.json === true ? jsonText(reviewAnswer(review)) : `${review.summary({ language })}\n`,
    );
    surroundings.err(`review written: ${shortList(files, out)}\n`);
  });
}

/** Files that decide what is shown, and how: whoever repeats the review has to have the same ones. */
async function sourcesOf(names: readonly string[], surroundings: Surroundings): Promise<readonly Source[]> {
  return await Promise.all(
    names.map(async (name) => ({
      name,
      digest: digestOf(await readBytes(placeOf(surroundings, name))),
      rows: 1,
    })),
  );
}

/** The documents by name, the rest by folder. */
function shortList(files: readonly FileContent[], out: string): string {
  const home = dirname(join(out, "review.html"));
  const folders = new Map(files.map(({ path }) => [dirname(path), 0]));
  for (const { path } of files) folders.set(dirname(path), (folders.get(dirname(path)) ?? 0) + 1);
  const documents = files.map(({ path }) => path).filter((path) => dirname(path) === home);
  const others = [...folders].filter(([folder]) => folder !== home);
  return [...documents, ...others.map(([folder, count]) => `${folder}${sep} (${count})`)].join(", ");
}

/** The edition that is asked for, of whatever review; all that is written is made of it. */
async function editionAsked(
  { audience, previous: names = [] }: Given,
  protocol: Protocol,
  surroundings: Surroundings,
): Promise<(review: Review) => Review | PublishedReview> {
  if (audience === "internal") {
    if (names.length === 0) return (review) => review;
    throw competitionError({
      code: "impossible-option",
      path: "--previous",
      received: names.join(", "),
      expected: "--audience published beside it",
    });
  }
  const previous = await Promise.all(names.map((name) => readDisclosure(name, protocol, surroundings)));
  const dates = previous.map(({ asOf }) => asOf).toSorted();
  surroundings.err(
    dates.length === 0
      ? "note: held against no earlier edition; if one was published, give each with --previous, or counts can be worked out from both\n"
      : `note: held against the ${dates.length === 1 ? "edition" : "editions"} as of ${new Intl.ListFormat("en-GB").format(dates)}; give each that was published, or counts can be worked out\n`,
  );
  return (review) => review.publish({ previous });
}
