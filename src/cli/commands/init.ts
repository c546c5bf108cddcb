import type { Command } from "commander";
import { competitionError, nearestWord } from "../../core/index.js";
import { lintProtocol, type Protocol } from "../../protocol/index.js";
import { tendersByName } from "../../tenders/index.js";
import { declareCommand } from "../command.js";
import { tellNotices } from "../notices.js";
import * as options from "../options.js";
import { jsonText } from "../output.js";
import { writeNew } from "../outputFiles.js";
import type { Surroundings } from "../surroundings.js";

interface Given {
  readonly out: string;
  readonly overwrite?: boolean;
}

/** `init`: writes the protocol of a tender. */
export function initCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "init",
    summary: "write a protocol from a tender",
    argument: { name: "<tender>", about: `one of ${Object.keys(tendersByName).join(", ")}` },
    options: [options.outFile("the protocol's file").default("protocol.json"), options.overwrite()],
  }).action(async (tender: string, given: Given) => {
    const protocol = protocolOf(tender);
    const files = [{ path: given.out, content: jsonText(protocol) }];
    await writeNew(files, given.overwrite === true, surroundings);
    surroundings.err(
      `${given.out} written; these points are open, agree on them before the first referral:\n`,
    );
    tellNotices(surroundings, lintProtocol(protocol));
  });
}

function protocolOf(tender: string): Protocol {
  const known = Object.keys(tendersByName);
  const found = known.includes(tender) ? tendersByName[tender] : undefined;
  if (found !== undefined) return found;
  const near = nearestWord(tender, known);
  throw competitionError({
    code: "unknown-tender",
    path: "init",
    received: tender,
    expected: `one of ${known.join(", ")}`,
    ...(near === undefined ? {} : { hint: `Did you mean ${near}?` }),
  });
}
