import type { Notice, Source } from "../core/index.js";
import type { Option } from "commander";
import type { Language } from "../display/index.js";
import { deriveHistories, parseSpells } from "../histories/index.js";
import { deriveOutcomes, parseCourses, type Outcomes } from "../outcomes/index.js";
import type { Protocol } from "../protocol/index.js";
import { counted } from "./counted.js";
import { readLedger, readProtocol, readTable } from "./inputs.js";
import { tellNotices } from "./notices.js";
import * as options from "./options.js";
import type { Surroundings } from "./surroundings.js";

/** The options of every command that evaluates outcomes. */
export interface EvaluationOptions {
  readonly protocol: string;
  readonly ledger: string;
  readonly courses: string;
  readonly spells: string;
  readonly asOf: string;
  readonly observedUntil?: string;
  readonly columns?: options.ColumnMaps;
  readonly language: Language;
}

export function evaluationOptions(): readonly Option[] {
  return [
    options.protocol(),
    options.ledger(),
    options.courses(),
    options.spells(),
    options.asOf(),
    options.observedUntil(),
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
  const { asOf, observedUntil = asOf } = given;
  const assumed: readonly Notice[] =
    given.observedUntil === undefined
      ? [{ code: "observed-until-assumed", severity: "caution", observedUntil }]
      : [];
  if (assumed.length > 0) {
    err(`note: --observed-until is not given; histories are taken to be complete up to ${observedUntil}\n`);
  }
  const { protocol, source } = await readProtocol(given.protocol, surroundings);
  if (protocol.review.simulated === true) err("note: the protocol says that these figures are simulated\n");
  const { ledger, source: ledgerSource } = await readLedger(given.ledger, protocol, surroundings);
  err(`${given.ledger}: ${counted(ledger.head.size, "line", "lines")}, the chain holds\n`);
  const courses = await readTable("courses", given.courses, parseCourses, given.columns, surroundings);
  const { states } = protocol;
  const spells = await readTable(
    "spells",
    given.spells,
    (bytes, table) => parseSpells(bytes, { ...table, states }),
    given.columns,
    surroundings,
  );
  tellNotices(surroundings, courses.notices);
  err(
    `${given.courses}: ${counted(courses.rows.length, "course", "courses")}; ${given.spells}: ${counted(spells.rows.length, "spell", "spells")}\n`,
  );
  const histories = deriveHistories(spells, { observedUntil, states });
  tellNotices(surroundings, histories.notices);
  const outcomes = deriveOutcomes({ protocol, ledger, courses, histories, asOf });
  err(`outcomes of ${counted(outcomes.participants.length, "citizen", "citizens")} as of ${asOf}\n`);
  return {
    protocol,
    outcomes,
    sources: [source, ledgerSource, courses.source, spells.source],
    notices: [...assumed, ...courses.notices],
  };
}
