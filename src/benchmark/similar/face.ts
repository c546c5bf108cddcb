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

type Way = Pick<PeersData, "method" | "cluster" | "height" | "covariates">;
type Stability = Pick<PeersData, "peers" | "stability">;

function peersBlocks(data: PeersData, language: Language): readonly Block[] {
  return [
    { block: "paragraph", style: "lead", text: leadOf(data, language) },
    { block: "paragraph", text: `${wayText(data, language)} ${aboutText(data, language)}`.trimEnd() },
    ...(data.peers.length === 0 ? [] : [peersTable(data, language)]),
    ...(data.scaling.length === 0 ? [] : [scalingTable(data, language)]),
    ...stabilityBlocks(data, language),
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

/** By what the peers were chosen. */
export function wayText(data: Way, language: Language): string {
  const words = PEER_WORDS[language];
  const method = words.methods[data.method]({
    cluster: data.cluster ?? "",
    height: formatNumber(data.height, { language, ...((data.height ?? 0) >= 1000 ? { decimals: 0 } : {}) }),
  });
  if (data.covariates.length === 0) return method;
  return `${method} ${words.conditions(data.covariates.join(", "))}`;
}

function aboutText({ group, period, sources }: PeersData, language: Language): string {
  return PEER_WORDS[language].about(group, period, sources.join(", "));
}

/** Who was chosen, nearest first, and how near where that was measured. */
export function peersTable(
  { peers, method }: Pick<PeersData, "peers" | "method">,
  language: Language,
): Table {
  const { caption, columns } = PEER_WORDS[language].peers;
  const [name, distance] = columns;
  const measured = method !== "given-cluster";
  return {
    block: "table",
    caption,
    columns: [{ heading: name }, ...(measured ? [{ heading: distance, align: "right" as const }] : [])],
    rows: peers.map((peer) => [
      peer.municipality,
      ...(measured ? [distanceText(peer.distance, method, language)] : []),
    ]),
  };
}

/** A distance in the unit of its method. */
export function distanceText(
  distance: number | null,
  method: PeersData["method"],
  language: Language,
): string {
  return formatNumber(distance !== null && method === "expected-share" ? inPercent(distance) : distance, {
    language,
  });
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

function stabilityBlocks(data: Stability, language: Language): readonly Block[] {
  if (data.stability.length === 0) return [];
  return [{ block: "paragraph", text: stabilityText(data, language) }, stabilityTable(data, language)];
}

/** Who stays, leaves and enters when the choice is made otherwise. */
export function stabilityTable({ stability }: Pick<PeersData, "stability">, language: Language): Table {
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
function stabilityText(data: Stability, language: Language): string {
  const words = PEER_WORDS[language].stability;
  const { peers, stability } = data;
  const tried = stability.filter(({ share }) => share !== null);
  const untried = stability.filter(({ share }) => share === null).map((each) => changeText(each, language));
  const isSame = tried.every(({ stay }) => stay.length === peers.length);
  const always = peers
    .map(({ municipality }) => municipality)
    .filter((name) => tried.every(({ stay }) => stay.includes(name)));
  return [
    stabilitySummary(data, language),
    ...(isSame ? [] : [always.length === 0 ? words.noneAlways : words.always(always.join(", "))]),
    ...(untried.length === 0 ? [] : [words.untried(untried.join(", "))]),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** In how many other ways the choice was made, and in which it changes most; nothing where it could be made in none. */
export function stabilitySummary({ peers, stability }: Stability, language: Language): string {
  const tried = stability.filter(({ share }) => share !== null);
  const [least] = tried.toSorted((a, b) => a.stay.length - b.stay.length);
  if (least === undefined) return "";
  return PEER_WORDS[language].stability.summary({
    ways: tried.length,
    chosen: peers.length,
    fewest: least.stay.length,
    when: changeText(least, language),
  });
}

function changeText({ change, what }: PeerStability, language: Language): string {
  return PEER_WORDS[language].stability.changes[change](what);
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
