import { join } from "node:path";
import type { Command } from "commander";
import { benchmarkArms, parseMunicipalities, type Benchmark } from "../../benchmark/index.js";
import type { Language } from "../../display/index.js";
import type { FileContent } from "../../files/index.js";
import { benchmarkFigures } from "../../review/index.js";
import { declareCommand } from "../command.js";
import { csvText } from "../csv.js";
import { evaluate, evaluationOptions, type EvaluationOptions } from "../evaluation.js";
import { readTable } from "../inputs.js";
import { tellNotices } from "../notices.js";
import * as options from "../options.js";
import { show } from "../output.js";
import { writeNew } from "../outputFiles.js";
import { peersOptions, planOf, readPeers, type PeersGiven } from "../peers.js";
import type { Surroundings } from "../surroundings.js";

interface Given extends EvaluationOptions, PeersGiven {
  readonly municipalities: string;
  readonly out?: string;
  readonly overwrite?: boolean;
  readonly json?: boolean;
  readonly audience: "internal" | "published";
}

/** `benchmark`: the arms beside comparable municipalities. */
export function benchmarkCommand(surroundings: Surroundings): Command {
  return declareCommand({
    name: "benchmark",
    summary: "hold both arms beside comparable municipalities",
    options: [
      ...evaluationOptions(),
      options.required(options.municipalities()),
      ...peersOptions(),
      options.audience(
        "who it is for; published tells of fewer than 5 citizens with or without success nowhere: they are taken together",
      ),
      options.outFolder("folder for the figures as SVG and the rows as CSV"),
      options.overwrite(),
      options.json(),
    ],
    either: options.HISTORIES,
  }).action(async (given: Given) => {
    const { protocol, outcomes } = await evaluate(given, surroundings);
    const rows = await readTable(
      "municipalities",
      given.municipalities,
      parseMunicipalities,
      given.columns,
      surroundings,
    );
    tellNotices(surroundings, rows.notices);
    const plan = planOf(given, protocol, rows);
    const { peers } = await readPeers(given, plan, rows, surroundings);
    const benchmark = benchmarkArms(outcomes, rows, plan, { audience: given.audience, peers });
    if (given.out !== undefined) {
      await writeNew(filesOf(benchmark, given.out, given.language), given.overwrite === true, surroundings);
    }
    show(benchmark, given, surroundings);
  });
}

function filesOf(benchmark: Benchmark, folder: string, language: Language): readonly FileContent[] {
  const figures = Object.entries(benchmarkFigures(benchmark, language));
  return [
    ...figures.map(([name, figure]) => ({ path: join(folder, `${name}.svg`), content: figure.toSVG() })),
    {
      path: join(folder, "benchmark.csv"),
      content: csvText(benchmark.toRows(), language),
    },
  ];
}
