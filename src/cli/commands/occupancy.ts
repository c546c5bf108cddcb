import type { Command } from "commander";
import { recordOccupancy, type OccupancyRecord } from "../../allocation/index.js";
import type { Language } from "../../display/index.js";
import {
  occupancy,
  parseCourses,
  type OccupancyGuarantee,
  type OccupancyInput,
} from "../../outcomes/index.js";
import type { Protocol } from "../../protocol/index.js";
import { declareCommand } from "../command.js";
import { csvText } from "../csv.js";
import { counted } from "../counted.js";
import { factsList } from "../factsList.js";
import { readLedger, readProtocol, readTable } from "../inputs.js";
import { checkArm } from "../knownArm.js";
import { changeLedger } from "../ledgerFile.js";
import { lineDate } from "../lineDate.js";
import { tellNotices } from "../notices.js";
import * as options from "../options.js";
import { jsonText, show } from "../output.js";
import { writeNew } from "../outputFiles.js";
import { present } from "../present.js";
import type { Surroundings } from "../surroundings.js";

interface Given {
  readonly protocol: string;
  readonly ledger: string;
  readonly record?: Readonly<Record<string, number>>;
  readonly date?: string;
  readonly courses?: string;
  readonly asOf?: string;
  readonly guarantee?: readonly OccupancyGuarantee[];
  readonly year?: OccupancyInput["year"];
  readonly columns?: options.ColumnMaps;
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly language: Language;
  readonly json?: boolean;
}

/** `occupancy`: how many participants the arms held, or hold by the municipality's own count. */
export function occupancyCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "occupancy",
    summary: "show how many participants each arm held, or record the municipality's own count",
    detail: `With --courses it shows participants by month and over the weeks of the year, beside what is guaranteed.
With --record it appends a line that quotas of participants go by: --record supplier=27 --record municipal=31`,
    options: [
      options.protocol(),
      options.ledger(),
      options.courses().makeOptionMandatory(false),
      options.asOf().makeOptionMandatory(false),
      options.guarantee(),
      options.year(),
      options.outFile("write a row per arm and month, and per arm and year, to this CSV file"),
      options.overwrite(),
      options.record().conflicts(["courses", "asOf", "guarantee", "year", "out"]),
      options.day("--date", "date of the count that is recorded (default: today)").conflicts("courses"),
      options.columns(),
      options.language(),
      options.json(),
    ],
  }).action(async (given: Given, command: Command) => {
    const { courses, asOf, record } = given;
    if (record !== undefined) await recordCount({ ...given, record }, surroundings);
    else if (courses !== undefined && asOf !== undefined) {
      await showOccupancy({ ...given, courses, asOf }, surroundings);
    } else command.error("error: expected --courses and --as-of, or --record");
  });
}

async function showOccupancy(
  given: Given & { readonly courses: string; readonly asOf: string },
  surroundings: Surroundings,
): Promise<void> {
  const { asOf, guarantee: guarantees, year } = given;
  const { protocol } = await readProtocol(given.protocol, surroundings);
  for (const { arm } of guarantees ?? []) checkArm(protocol, arm, "--guarantee");
  const { ledger } = await readLedger(given.ledger, protocol, surroundings);
  const courses = await readTable("courses", given.courses, parseCourses, given.columns, surroundings);
  tellNotices(surroundings, courses.notices);
  const held = occupancy({ protocol, ledger, courses, asOf, ...present({ guarantees, year }) });
  if (given.out !== undefined) {
    const rows = held.toRows();
    const file = { path: given.out, content: csvText(rows, given.language) };
    await writeNew([file], given.overwrite === true, surroundings);
    surroundings.err(`${given.out} written, ${counted(rows.length, "row", "rows")}\n`);
  }
  show(held, given, surroundings);
}

async function recordCount(
  given: Given & { readonly record: Readonly<Record<string, number>> },
  surroundings: Surroundings,
): Promise<void> {
  const { record: participants, language } = given;
  const date = lineDate(given.date, surroundings);
  const { protocol } = await readProtocol(given.protocol, surroundings);
  for (const arm of Object.keys(participants)) checkArm(protocol, arm, "--record");
  const { record, ledger } = await changeLedger(given.ledger, protocol, surroundings, (before) =>
    recordOccupancy(before, { date, participants }),
  );
  surroundings.out(
    given.json === true ? jsonText({ record, head: ledger.head }) : countText(protocol, record, language),
  );
}

const WORDS = {
  da: { caption: "Indberettet antal deltagere", number: "Nr. i protokollen", date: "Dato" },
  en: { caption: "Participants as reported", number: "No. in the ledger", date: "Date" },
} as const;

function countText({ arms }: Protocol, record: OccupancyRecord, language: Language): string {
  const words = WORDS[language];
  const counts = arms.map(({ id, name }) => [name, record.participants[id]?.toString()] as const);
  return factsList(
    words.caption,
    [[words.number, String(record.sequence)], [words.date, record.date], ...counts],
    language,
  );
}
