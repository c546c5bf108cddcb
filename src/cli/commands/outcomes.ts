import type { Command } from "commander";
import { competitionError, isCompetitionError } from "../../core/index.js";
import type { Language } from "../../display/index.js";
import {
  explainOutcome,
  tellOutcome,
  type Anchor,
  type Outcome,
  type Outcomes,
  type OutcomeStory,
} from "../../outcomes/index.js";
import { declareCommand } from "../command.js";
import { csvText } from "../csv.js";
import { counted } from "../counted.js";
import { evaluate, evaluationOptions, type EvaluationOptions } from "../evaluation.js";
import { tellNotices } from "../notices.js";
import * as options from "../options.js";
import { outcomesTable } from "../outcomesTable.js";
import { jsonText } from "../output.js";
import { writeNew } from "../outputFiles.js";
import { present } from "../present.js";
import type { Surroundings } from "../surroundings.js";

interface Given extends EvaluationOptions {
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly json?: boolean;
  readonly explain?: string;
}

const ANCHORS: readonly Anchor[] = ["contract", "referral"];

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
  "degree",
  "degreeCertainOn",
  "payableOn",
];

/** One citizen by each criterion and anchor. */
function storiesOf(outcomes: Outcomes, citizen: string): readonly OutcomeStory[] {
  try {
    return outcomes.protocol.criteria.flatMap(({ id }) =>
      ANCHORS.map((anchor) => explainOutcome(outcomes, citizen, id, anchor)),
    );
  } catch (error) {
    if (!isCompetitionError(error, "unknown-citizen")) throw error;
    throw competitionError({
      code: "impossible-option",
      path: "--explain",
      received: citizen,
      ...present({ expected: error.expected, hint: error.hint }),
    });
  }
}

function storiesText(stories: readonly OutcomeStory[], language: Language): string {
  return stories.map((story) => `${tellOutcome(story, { language }).join("\n")}\n`).join("\n");
}

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
      options.explain(),
    ],
    either: options.HISTORIES,
  }).action(async (given: Given) => {
    const { outcomes } = await evaluate(given, surroundings);
    tellNotices(surroundings, outcomes.notices);
    const rows = outcomes.toRows();
    if (given.out !== undefined) {
      const file = { path: given.out, content: csvText(rows, given.language, COLUMNS) };
      await writeNew([file], given.overwrite === true, surroundings);
      surroundings.err(`${given.out} written, ${counted(rows.length, "row", "rows")}\n`);
    }
    if (given.explain !== undefined) {
      const stories = storiesOf(outcomes, given.explain);
      surroundings.out(given.json === true ? jsonText(stories) : storiesText(stories, given.language));
      return;
    }
    surroundings.out(given.json === true ? jsonText(rows) : outcomesTable(outcomes, given.language));
  });
}
