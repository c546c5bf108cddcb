import { InvalidArgumentError, Option } from "commander";
import {
  findPeers,
  parseClusters,
  parseConditions,
  parseMunicipalities,
  type BenchmarkPlan,
  type FindPeersOptions,
  type MunicipalityRow,
  type PeerRow,
  type Peers,
} from "../benchmark/index.js";
import { competitionError, isCompetitionError, type Notice, type Source } from "../core/index.js";
import type { Protocol } from "../protocol/index.js";
import type { ParsedTable, TableOptions } from "../tables/index.js";
import { readTable } from "./inputs.js";
import { tellNotices } from "./notices.js";
import type { ColumnMaps, TableName } from "./options.js";
import { present } from "./present.js";
import type { Surroundings } from "./surroundings.js";

const WAYS = ["cluster", "expected-share", "covariates", "mahalanobis", "tree"] as const;
type Way = (typeof WAYS)[number];

/** How comparable municipalities are chosen, as it was given. */
export interface PeersGiven {
  readonly benefit?: string;
  readonly peersBy?: Way;
  readonly peersFrom?: string;
  readonly peersPeriod?: string;
  readonly peersGroup?: string;
  readonly peersCount?: number;
  readonly peersHeight?: number;
  readonly peersBranches?: number;
  readonly columns?: ColumnMaps;
}

export function peersOptions(): readonly Option[] {
  return [
    new Option(
      "--benefit <benefit>",
      "benefit area whose rows of --municipalities count, where they name several and the plan none",
    ),
    new Option(
      "--peers-by <way>",
      "how comparable municipalities are chosen (default: the plan's cluster, as --municipalities names it)",
    ).choices(WAYS),
    new Option(
      "--peers-from <file>",
      "by what: clusters.csv for cluster, else expected shares or framework conditions (default: --municipalities)",
    ),
    new Option("--peers-period <period>", "of which year or period, where that file has several"),
    new Option(
      "--peers-group <group>",
      "of which benefit or group, where that file has several (default for clusters: the plan's benefit)",
    ),
    new Option("--peers-count <number>", "how many are nearest (default: 10)").argParser((text) => {
      if (/^[1-9]\d?$/.test(text)) return Number(text);
      throw new InvalidArgumentError("Expected a whole number from 1 to 99.");
    }),
    new Option("--peers-height <number>", "at what height the tree is cut").argParser((text) => {
      if (/^\d+([.,]\d+)?$/.test(text)) return Number(text.replace(",", "."));
      throw new InvalidArgumentError("Expected a number from 0.");
    }),
    new Option("--peers-branches <number>", "into how many branches the tree is cut, instead").argParser(
      (text) => {
        if (/^[1-9]\d?$/.test(text)) return Number(text);
        throw new InvalidArgumentError("Expected a whole number from 1 to 99.");
      },
    ),
  ];
}

/**
 * The protocol's plan, with the benefit area that is given where it names none: a ledger is bound to its protocol, in which
 * nothing can be named afterwards.
 *
 * @throws CompetitionError `no-benefits`, `impossible-option`
 */
export function planOf(
  { benefit }: PeersGiven,
  { benchmark }: Protocol,
  { rows, source }: ParsedTable<MunicipalityRow>,
): BenchmarkPlan | undefined {
  if (benchmark === undefined || benefit === undefined) return benchmark;
  if (rows.every((row) => row.benefit === undefined))
    throw competitionError({
      code: "no-benefits",
      path: "--benefit",
      received: benefit,
      expected: `rows in ${source.name} that name a benefit`,
      hint: "For a cluster of that benefit area, give --peers-group instead.",
    });
  if (benchmark.benefit === undefined) return { ...benchmark, benefit };
  throw competitionError({
    code: "impossible-option",
    path: "--benefit",
    received: benefit,
    expected: `no other than the plan's, ${benchmark.benefit}, which needn't be given`,
  });
}

/** The peers, with the file that they were chosen by where it is one of its own. */
export interface PeersRead {
  readonly peers: Peers | undefined;
  readonly sources: readonly Source[];
  readonly notices: readonly Notice[];
}

/** Chooses the peers as it is asked for; nothing where the plan's cluster is meant. */
export async function readPeers(
  given: PeersGiven,
  plan: BenchmarkPlan | undefined,
  municipalities: ParsedTable<MunicipalityRow>,
  surroundings: Surroundings,
): Promise<PeersRead> {
  const { peersBy: way, peersFrom: name } = given;
  if (way === undefined) checkUnused(given);
  if (way === undefined || plan === undefined) return { peers: undefined, sources: [], notices: [] };
  const [table, parse] = PARSERS[way];
  const own =
    name === undefined ? undefined : await readTable(table, name, parse, given.columns, surroundings);
  if (own !== undefined) tellNotices(surroundings, own.notices);
  const rows = own ?? municipalities;
  const { municipality, benefit } = plan;
  const file = name === undefined ? `${municipalities.source.name}, for want of --peers-from` : name;
  const peers = chosen(way, file, given, () => findPeers(municipality, optionsOf(way, rows, given, benefit)));
  return {
    peers,
    sources: own === undefined ? [] : [own.source],
    notices: own === undefined ? [] : own.notices,
  };
}

type Parser = (bytes: Uint8Array, options: TableOptions) => ParsedTable<PeerRow>;

/** What a file of one's own is read as. */
const PARSERS: Readonly<Record<Way, readonly [TableName, Parser]>> = {
  "cluster": ["clusters", parseClusters],
  "expected-share": ["municipalities", parseMunicipalities],
  "covariates": ["conditions", parseConditions],
  "mahalanobis": ["conditions", parseConditions],
  "tree": ["conditions", parseConditions],
};

/** What was given goes on as it is: options that a way doesn't have it refuses itself. */
function optionsOf(
  way: Way,
  rows: ParsedTable<PeerRow>,
  {
    peersPeriod: period,
    peersGroup,
    peersCount: n,
    peersHeight: height,
    peersBranches: branches,
  }: PeersGiven,
  benefit: string | undefined,
): FindPeersOptions {
  const group = peersGroup ?? (rows.rows.some((row) => row.benefit !== undefined) ? benefit : undefined);
  switch (way) {
    case "cluster":
      return { by: "cluster", rows, ...present({ benefit: group, year: period, n, height, branches }) };
    case "expected-share":
      return { by: "expected-share", rows, ...present({ group: peersGroup, period, n, height, branches }) };
    case "covariates":
      return { by: "covariates", rows, ...present({ period, n, group: peersGroup, height, branches }) };
    case "mahalanobis":
      return {
        by: "covariates",
        distance: "mahalanobis",
        rows,
        ...present({ period, n, group: peersGroup, height, branches }),
      };
    case "tree":
      return { by: "tree", rows, ...present({ height, branches, period, n, group: peersGroup }) };
  }
}

/** How the options of `findPeers` are called here. */
const FLAGS: Readonly<Record<string, string>> = {
  "findPeers.benefit": "--peers-group",
  "findPeers.group": "--peers-group",
  "findPeers.year": "--peers-period",
  "findPeers.period": "--peers-period",
  "findPeers.n": "--peers-count",
  "findPeers.height": "--peers-height",
  "findPeers.branches": "--peers-branches",
};

/** What is wrong with the rows themselves, or with a condition in them. */
const OF_ROWS = /^findPeers\.(rows|covariates)(?:\.(.+))?$/;

/** What the library says of its options, said of the command's, and of its rows, said of their file. */
function chosen(way: Way, file: string, given: PeersGiven, find: () => Peers): Peers {
  try {
    return find();
  } catch (error) {
    if (!isCompetitionError(error)) throw error;
    const { code, path = "", received, expected, hint } = error;
    const [ofRows, , condition] = OF_ROWS.exec(path) ?? [];
    const ofFile = condition === undefined ? file : `${file}, column ${condition}`;
    const flag = ofRows === undefined ? FLAGS[path] : ofFile;
    if (flag === undefined) throw error;
    if (code === "unknown-option")
      throw competitionError({
        code: "impossible-option",
        path: flag,
        received: flagsOf(given)[flag],
        expected: `--peers-by ${way} without it`,
      });
    throw competitionError({ code, path: flag, ...present({ received, expected, hint }) });
  }
}

function flagsOf(given: PeersGiven): Readonly<Record<string, string | number | undefined>> {
  return {
    "--peers-from": given.peersFrom,
    "--peers-period": given.peersPeriod,
    "--peers-group": given.peersGroup,
    "--peers-count": given.peersCount,
    "--peers-height": given.peersHeight,
    "--peers-branches": given.peersBranches,
  };
}

/** Refuses to be told how to choose where nothing is chosen. */
function checkUnused(given: PeersGiven): void {
  const [unused] = Object.entries(flagsOf(given)).filter(([, value]) => value !== undefined);
  if (unused === undefined) return;
  const [path, received] = unused;
  throw competitionError({
    code: "impossible-option",
    path,
    received,
    expected: `--peers-by beside it, one of ${WAYS.join(", ")}`,
  });
}
