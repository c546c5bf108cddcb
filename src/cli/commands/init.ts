import type { Command } from "commander";
import { competitionError, nearestWord, type Notice } from "../../core/index.js";
import type { Language } from "../../display/index.js";
import { lintProgram, lintProtocol, type Program, type Protocol } from "../../protocol/index.js";
import { programsByName, tendersByName } from "../../tenders/index.js";
import { declareCommand } from "../command.js";
import { tellOpenPoints, tellPoint } from "../openPoints.js";
import * as options from "../options.js";
import { jsonText } from "../output.js";
import { writeNew } from "../outputFiles.js";
import { pastReviewText } from "../reviewDate.js";
import { manyGroupsText } from "../smallBlocks.js";
import type { Surroundings } from "../surroundings.js";

interface Given {
  readonly out: string;
  readonly overwrite?: boolean;
  readonly language: Language;
}

const WRITTEN: Readonly<Record<Language, (file: string) => string>> = {
  da: (file) => `${file} er skrevet; disse punkter er åbne, aftal dem før den første visitering:\n`,
  en: (file) => `${file} written; these points are open, agree on them before the first referral:\n`,
};

/** `init`: writes the protocol of a tender. */
export function initCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "init",
    summary: "write a protocol from a tender",
    detail: `Of these the texts give less than a protocol; init says what is missing: ${Object.keys(programsByName).join(", ")}.`,
    argument: { name: "<tender>", about: `one of ${Object.keys(tendersByName).join(", ")}` },
    options: [
      options.outFile("the protocol's file").default("protocol.json"),
      options.overwrite(),
      options.language(),
    ],
  }).action(async (tender: string, given: Given) => {
    const program = Object.hasOwn(programsByName, tender) ? programsByName[tender] : undefined;
    if (program !== undefined) {
      const notices = lintProgram(program);
      tellOpenPoints(surroundings, notices, given.language);
      throw incompleteTender(program, notices);
    }
    const protocol = protocolOf(tender);
    const files = [{ path: given.out, content: jsonText(protocol) }];
    await writeNew(files, given.overwrite === true, surroundings);
    const { language } = given;
    surroundings.err(WRITTEN[language](given.out));
    tellOpenPoints(surroundings, lintProtocol(protocol), language);
    const cautions = [
      pastReviewText(protocol, surroundings.today, language),
      manyGroupsText(protocol, language),
    ];
    for (const text of cautions) if (text !== undefined) tellPoint(surroundings, "caution", text, language);
  });
}

function protocolOf(tender: string): Protocol {
  const known = Object.keys(tendersByName);
  const found = known.includes(tender) ? tendersByName[tender] : undefined;
  if (found !== undefined) return found;
  const near = nearestWord(tender, [...known, ...Object.keys(programsByName)]);
  throw competitionError({
    code: "unknown-tender",
    path: "init",
    received: tender,
    expected: `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}

/** The refusal of a program whose text leaves out parts that a protocol needs. */
function incompleteTender({ id }: Program, notices: readonly Notice[]): Error {
  const missing = notices.flatMap(({ code, severity, part }) =>
    code === "part-unstated" && severity === "caution" ? [String(part)] : [],
  );
  return competitionError({
    code: "incomplete-tender",
    path: "init",
    summary: `the text of ${id} gives less than a protocol`,
    received: id,
    expected: `a tender that is a whole protocol: ${Object.keys(tendersByName).join(", ")}`,
    hint: `Agree on ${missing.join(", ")}, and complete it by protocolOf in a program of your own.`,
  });
}
