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
    ...(data.stability.length === 0
      ? []
      : [
          { block: "paragraph", text: stabilityText(data, language) } as const,
          stabilityTable(data, language),
        ]),
    ...data.notices.map((notice): Block => {
      return { block: "note", tone: notice.severity, text: describePeersNotice(notice, language) };
    }),
  ];
}

function leadOf({ municipality, peers, considered, method }: PeersData, language: Language): string {
  const words = PEER_WORDS[language];
  const all = words.municipalities(considered);
  if (peers.length === 0) return words.nobody(municipality, all);
  const lead = method === "given-cluster" ? words.members : words.lead;
  return lead(municipality, words.municipalities(peers.length), all);
}

function basisOf(data: PeersData, language: Language): string {
  const words = PEER_WORDS[language];
  const method = words.methods[data.method]({
    cluster: data.cluster ?? "",
    height: formatNumber(data.height, { language, ...((data.height ?? 0) >= 1000 ? { decimals: 0 } : {}) }),
  });
  const about = words.about(data.group, data.period, data.sources.join(", "));
  const conditions = data.covariates.length === 0 ? [] : [words.conditions(data.covariates.join(", "))];
  return [method, ...conditions, ...(about === "" ? [] : [about])].join(" ");
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

/** How much hangs on the choice, in a few sentences. */
function stabilityText({ peers, stability }: PeersData, language: Language): string {
  const words = PEER_WORDS[language].stability;
  const nameOf = ({ change, what }: PeerStability): string => words.changes[change](what);
  const tried = stability.filter(({ share }) => share !== null);
  const untried = stability.filter(({ share }) => share === null).map(nameOf);
  const least = tried.toSorted((a, b) => a.stay.length - b.stay.length)[0];
  const always = peers
    .map(({ municipality }) => municipality)
    .filter((name) => tried.every(({ stay }) => stay.includes(name)));
  return [
    ...(least === undefined
      ? []
      : [
          words.summary({
            ways: tried.length,
            chosen: peers.length,
            fewest: least.stay.length,
            when: nameOf(least),
          }),
        ]),
    ...(least === undefined || least.stay.length === peers.length
      ? []
      : [always.length === 0 ? words.noneAlways : words.always(always.join(", "))]),
    ...(untried.length === 0 ? [] : [words.untried(untried.join(", "))]),
  ].join(" ");
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
