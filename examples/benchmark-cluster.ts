// Beside comparable municipalities: do both units lie where municipalities like ours lie? Run it with
// `npx tsx examples/benchmark-cluster.ts`; it writes its figures into `out/benchmark`.
//
// Fredericia's comparison group of 2007 is a real one; its figures, like the bundled competition, are simulated and say
// so (`source`). The five rows of 2018 are real: Gladsaxebladet, 1 November 2018, of the Ministry's list.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as k from "konkurrencemodel";

/** Who was compared with whom, as the title of a jobcentre's revision of its results lists them. */
const GROUP_OF_2007 = [
  "Fredericia",
  "Albertslund",
  "Brøndby",
  "Ishøj",
  "København",
  "Odense",
  "Svendborg",
  "Aalborg",
]
  .map((name) => `sammenligningsgruppe 2007;${name};Resultatrevision, docplayer.dk/10803845;2007`)
  .join("\n");

/** The bundled competition beside the seven municipalities of Fredericia's group. */
export async function besideCluster(data: string): Promise<k.Benchmark> {
  const read = (name: string) => readFile(`${data}/${name}`);
  const protocol = k.parseProtocol(await read("protocol.json"), { name: "protocol.json" });
  const lines = k.parseLedger(await read("ledger.jsonl"), { name: "ledger.jsonl" });
  const ledger = k.openLedger(protocol, lines);
  const courses = k.parseCourses(await read("courses.csv"), { name: "courses.csv" });
  const spells = k.parseSpells(await read("spells.csv"), { name: "spells.csv" });
  const histories = k.deriveHistories(spells, { observedUntil: "2006-09-30" });
  const outcomes = k.deriveOutcomes({ protocol, ledger, courses, histories, asOf: "2006-09-30" });
  const rows = k.parseMunicipalities(await read("municipalities.csv"), { name: "municipalities.csv" });
  const clusters = k.parseClusters(`cluster;municipality;source;year\n${GROUP_OF_2007}`, {
    name: "klynger-2007.csv",
  });
  const peers = k.findPeers("Fredericia", { by: "cluster", rows: clusters });
  return k.benchmarkArms(outcomes, rows, protocol.benchmark, { peers });
}

/** Full-time persons on benefits, expected by their framework conditions and actual. */
const LIST_OF_2018 = `# definition: fuldtidspersoner på offentlig forsørgelse
# population: 16-66-årige
# anchor: perioden
# window: perioden
# period: efteråret 2018
# source: Beskæftigelsesministeriets liste efter Gladsaxebladet, 1. november 2018
# direction: lower-is-better
municipality;expected;actual
Nyborg;1840;1620
Frederiksberg;5090;4330
Gladsaxe;3400;2980
Hedensted;2080;1820
Billund;1230;1090
`;

/** Gladsaxe's place in the Ministry's columns, which come without any uncertainty. */
export function listOf2018(): k.ExpectedComparison {
  const rows = k.parseMunicipalities(LIST_OF_2018, { name: "liste-2018.csv" });
  return k.compareExpected(rows, { municipality: "Gladsaxe" });
}

/** Writes the benchmark's figures into a folder in both languages, and tells what they show. */
export async function main(data: string, out: string): Promise<string> {
  const benchmark = await besideCluster(data);
  await mkdir(out, { recursive: true });
  for (const language of ["da", "en"] as const) {
    for (const [name, figure] of Object.entries(k.benchmarkFigures(benchmark, language))) {
      await writeFile(join(out, `${name}-${language}.svg`), figure.toSVG());
    }
  }
  return `${benchmark.toText({ language: "da" })}\n\n${listOf2018().toText({ language: "da" })}`;
}

if (process.argv[1] === import.meta.filename) {
  console.log(await main(join(import.meta.dirname, "fredericia"), "out/benchmark"));
}
