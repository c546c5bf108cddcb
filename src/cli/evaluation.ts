import { competitionError, type Notice, type Source } from "../core/index.js";
import type { Option } from "commander";
import type { Language } from "../display/index.js";
import { deriveOutcomes, parseCourses, type Outcomes } from "../outcomes/index.js";
import type { Protocol } from "../protocol/index.js";
import { counted } from "./counted.js";
import { historiesOptions, readHistories, type HistoriesFiles } from "./histories.js";
import { readLedger, readProtocol, readTable } from "./inputs.js";
import { tellNotices } from "./notices.js";
import * as options from "./options.js";
import type { Surroundings } from "./surroundings.js";

/** The options of every command that evaluates outcomes. */
export interface EvaluationOptions extends HistoriesFiles {
  readonly protocol: string;
  readonly ledger: string;
  readonly courses: string;
  readonly language: Language;
}

export function evaluationOptions(): readonly Option[] {
  return [
    options.protocol(),
    options.ledger(),
    options.courses(),
    ...historiesOptions(),
    options.asOf(),
    options.columns(),
    options.language(),
  ];
}

/** What the files of a competition come to. */
export interface Evaluation {
  readonly protocol: Protocol;
  readonly outcomes: Outcomes;
  readonly sources: readonly Source[];
  /** What was noticed on the way and belongs into a report; those of the spells are in the histories. */
  readonly notices: readonly Notice[];
}

/** Reads the files and derives the outcomes, saying on the way what is being done. */
export async function evaluate(given: EvaluationOptions, surroundings: Surroundings): Promise<Evaluation> {
  const { err } = surroundings;
  const { asOf } = given;
  const { protocol, source } = await readProtocol(given.protocol, surroundings);
  if (protocol.review.simulated === true) err("note: the protocol says that these figures are simulated\n");
  checkKnown(given, surroundings);
  const { ledger, source: ledgerSource } = await readLedger(given.ledger, protocol, surroundings);
  err(`${given.ledger}: ${counted(ledger.head.size, "line", "lines")}, the chain holds\n`);
  const courses = await readTable("courses", given.courses, parseCourses, given.columns, surroundings);
  tellNotices(surroundings, courses.notices);
  const courseCount = counted(courses.rows.length, "course", "courses");
  const { histories, sources, notices } = await readHistories(given, protocol.states, surroundings, (told) =>
    err(`${given.courses}: ${courseCount}; ${told}\n`),
  );
  const outcomes = deriveOutcomes({ protocol, ledger, courses, histories, asOf });
  tellNotices(
    surroundings,
    outcomes.notices.filter(({ severity }) => severity === "warning"),
  );
  err(`outcomes of ${counted(outcomes.participants.length, "citizen", "citizens")} as of ${asOf}\n`);
  return {
    protocol,
    outcomes,
    sources: [source, ledgerSource, courses.source, ...sources],
    notices: [...notices, ...courses.notices],
  };
}

/** Nobody knows what will happen tomorrow. */
function checkKnown({ asOf, observedUntil }: EvaluationOptions, { today }: Surroundings): void {
  const dates = { "--as-of": asOf, "--observed-until": observedUntil };
  for (const [path, date] of Object.entries(dates)) {
    if (date === undefined || date <= today) continue;
    throw competitionError({
      code: "future-date",
      path,
      received: date,
      expected: `no later day than today, ${today}`,
    });
  }
}
