// The evaluator: from the files of a competition to a page for the committee. Run it with
// `npx tsx examples/evaluator.ts`; it reviews the bundled competition, whose figures are simulated.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import * as k from "konkurrencemodel";

/** Reviews the competition in a folder, writes the page into another, and gives the comparison in words. */
export async function main(data: string, out: string): Promise<string> {
  const read = (name: string) => readFile(`${data}/${name}`); // bytes: the parsers know encodings
  const protocol = k.parseProtocol(await read("protocol.json"), { name: "protocol.json" });
  const lines = k.parseLedger(await read("ledger.jsonl"), { name: "ledger.jsonl" });
  const ledger = k.openLedger(protocol, lines); // a broken chain throws
  const courses = k.parseCourses(await read("courses.csv"), { name: "courses.csv" });
  const spells = k.parseSpells(await read("spells.csv"), { name: "spells.csv" });
  const histories = k.deriveHistories(spells, { observedUntil: "2006-09-30" });

  const outcomes = k.deriveOutcomes({ protocol, ledger, courses, histories, asOf: "2006-09-30" });
  const effect = k.compareArms(outcomes, protocol.analysis);
  const municipalities = k.parseMunicipalities(await read("municipalities.csv"), {
    name: "municipalities.csv",
  });
  const benchmark = k.benchmarkArms(outcomes, municipalities, protocol.benchmark);
  const statement = k.settleAccounts(outcomes, protocol.payment);

  const review = k.composeReview({ protocol, outcomes, effects: [effect], benchmark, statement });
  await mkdir(out, { recursive: true });
  await writeFile(`${out}/review.html`, review.toHTML({ language: "da" }));
  return effect.toText({ language: "da" });
}

if (process.argv[1] === import.meta.filename) console.log(await main("examples/fredericia", "out"));
