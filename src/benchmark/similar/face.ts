import {
  ABSENT,
  formatNumber,
  formatPercent,
  inPercent,
  type Block,
  type Face,
  type Language,
  type Row,
  type Table,
} from "../../display/index.js";
import type { PeersData, PeerStability } from "./types.js";
import { describePeersNotice, PEER_WORDS } from "./words.js";

/** How a choice of peers shows itself: who and by what, each with its distance, then how much hangs on it. */
export const peersFace: Face<PeersData> = { blocks: peersBlocks, rows: peersRows };

function peersBlocks(data: PeersData, language: Language): readonly Block[] {
  return [
    { block: "paragraph", style: "lead", text: leadOf(data, language) },
    { block: "paragraph", text: basisOf(data, language) },
    ...(data.peers.length === 0 ? [] : [peersTable(data, language)]),
    ...(data.scaling.length === 0 ? [] : [scalingTable(data, language)]),
    ...(data.stability.length === 0 ? [] : [stabilityTable(data, language)]),
    ...data.notices.map((notice): Block => {
      return { block: "note", tone: notice.severity, text: describePeersNotice(notice, language) };
    }),
  ];
}

function leadOf({ municipality, peers, considered }: PeersData, language: Language): string {
  const words = PEER_WORDS[language];
  const all = words.municipalities(considered);
  if (peers.length === 0) return words.nobody(municipality, all);
  return words.lead(municipality, words.municipalities(peers.length), all);
}

function basisOf(data: PeersData, language: Language): string {
  const words = PEER_WORDS[language];
  const method = words.methods[data.method]({
    cluster: data.cluster ?? "",
    height: formatNumber(data.height, { language }),
  });
  const about = words.about(data.group, data.period, data.sources.join(", "));
  const conditions = data.covariates.length === 0 ? [] : [words.conditions(data.covariates.join(", "))];
  return [method, ...conditions, ...(about === "" ? [] : [`(${about})`])].join(" ");
}

function peersTable({ peers, method }: PeersData, language: Language): Table {
  const { caption, columns } = PEER_WORDS[language].peers;
  const [name, distance] = columns;
  const shown = (value: number | null): string =>
    formatNumber(value !== null && method === "expected-share" ? inPercent(value) : value, { language });
  const measured = method !== "given-cluster";
  return {
    block: "table",
    caption,
    columns: [{ heading: name }, ...(measured ? [{ heading: distance, align: "right" as const }] : [])],
    rows: peers.map((peer) => [peer.municipality, ...(measured ? [shown(peer.distance)] : [])]),
  };
}

function scalingTable({ scaling }: PeersData, language: Language): Table {
  const { caption, columns } = PEER_WORDS[language].scaling;
  return {
    block: "table",
    caption,
    columns: columns.map((heading, at) => ({ heading, align: at === 0 ? "left" : "right" })),
    rows: scaling.map(({ covariate, own, mean, standardDeviation }) => [
      covariate,
      ...[own, mean, standardDeviation].map((value) => formatNumber(value, { language })),
    ]),
  };
}

function stabilityTable({ stability }: PeersData, language: Language): Table {
  const words = PEER_WORDS[language].stability;
  const row = ({ change, what, share, leave, enter }: PeerStability): readonly string[] => [
    words.changes[change](what),
    formatPercent(share, { language, decimals: 0 }),
    list(leave),
    list(enter),
  ];
  return {
    block: "table",
    caption: words.caption,
    columns: words.columns.map((heading, at) => ({ heading, align: at === 1 ? "right" : "left" })),
    rows: stability.map(row),
  };
}

function list(names: readonly string[]): string {
  return names.length === 0 ? ABSENT : names.join(", ");
}

/** The same columns in each row: one per peer, one per change that was tried. */
function peersRows({ municipality, peers, stability }: PeersData): readonly Row[] {
  return [
    ...peers.map((peer) => ({
      row: "peer",
      of: municipality,
      name: peer.municipality,
      distance: peer.distance,
      share: null,
      stay: null,
      leave: null,
      enter: null,
    })),
    ...stability.map(({ change, what, share, stay, leave, enter }) => ({
      row: change,
      of: municipality,
      name: what,
      distance: null,
      share,
      stay: stay.join(", "),
      leave: leave.join(", "),
      enter: enter.join(", "),
    })),
  ];
}
