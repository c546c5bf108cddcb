import { openLedger, parseLedger, type Appended, type Ledger } from "../allocation/index.js";
import { competitionError } from "../core/index.js";
import { updateLedger } from "../files/index.js";
import type { Protocol } from "../protocol/index.js";
import { counted } from "./counted.js";
import { placeOf } from "./inputs.js";
import { tellNotices } from "./notices.js";
import type { Surroundings } from "./surroundings.js";

/**
 * Works on a ledger that is there and appends the lines that the work leaves, while nobody else writes to it;
 * says how it ends afterwards.
 *
 * @throws CompetitionError `file-not-found`, what opening it throws, what the work throws: nothing is
 * written then.
 */
export async function changeLedger<Result extends Appended>(
  name: string,
  protocol: Protocol,
  surroundings: Surroundings,
  work: (ledger: Ledger) => Result,
): Promise<Result> {
  const result = await updateLedger(placeOf(surroundings, name), ({ bytes, notices }) => {
    tellNotices(surroundings, notices);
    if (bytes === undefined) throw notStarted(name);
    return work(openLedger(protocol, parseLedger(bytes, { name })));
  });
  const { records, ledger } = result;
  surroundings.err(`${name}: ${counted(records.length, "line", "lines")} appended\n`);
  surroundings.err(`head to publish: ${JSON.stringify(ledger.head)}\n`);
  return result;
}

export function notStarted(name: string): Error {
  return competitionError({
    code: "file-not-found",
    path: name,
    expected: "a ledger that was started",
    hint: "The first allocate starts it; look at the spelling and at the folder that the command was started in.",
  });
}
