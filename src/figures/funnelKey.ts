import { element, formatLevel, svgLine, type Language, type Markup } from "../display/index.js";
import { BENCHMARK_WORDING } from "./benchmarkWording.js";
import { decidingOf, type JudgedRow } from "./funnelLines.js";
import { looksOf } from "./funnelLooks.js";
import { drawMark, peerMark, type FunnelMark } from "./funnelMarks.js";
import type { Funnel } from "./funnelSubject.js";
import { nameOfTarget } from "./funnelText.js";
import { pathThrough } from "./plotFrame.js";
import { SAMPLE, type KeyEntry } from "./plotKey.js";

const THICK = 1.5;
const STRENGTH = 0.8;

/** What the lines and marks of a funnel stand for: those that are in it, and no others. */
export function funnelKey(
  funnel: Funnel,
  rows: readonly JudgedRow[],
  remarks: readonly string[],
  language: Language,
): readonly KeyEntry[] {
  const words = BENCHMARK_WORDING[language];
  const target: KeyEntry = {
    label: nameOfTarget(funnel, language),
    sample: (x, y) => [drawTarget(x, x + SAMPLE, y)],
  };
  const lines = looksOf(funnel).map(({ limit, kind, dash }): KeyEntry => {
    const label = words.limitsOf(formatLevel(limit.level, { language }), kind);
    return { label, sample: (x, y) => [drawLimit(straight(x, y), dash)] };
  });
  const peers = rows.filter(({ highlight }) => highlight !== true);
  const within = peers.some(({ outside, isHeld }) => isHeld && outside.length === 0);
  const most = Math.max(0, ...rows.map(({ outside }) => outside.length));
  const rings = decidingOf(funnel).slice(0, most);
  return [
    target,
    ...lines,
    ...(within ? [markEntry(words.within, peerMark(0, true))] : []),
    ...(peers.some(({ isHeld }) => !isHeld) ? [markEntry(words.notHeld, peerMark(0, false))] : []),
    ...rings.map(({ level }, index) =>
      markEntry(words.outside(formatLevel(level, { language })), peerMark(index + 1, true)),
    ),
    ...remarks.map((label): KeyEntry => ({ label })),
  ];
}

function markEntry(label: string, mark: FunnelMark): KeyEntry {
  return { label, sample: (x, y) => drawMark(mark, [x + SAMPLE / 2, y]) };
}

function straight(x: number, y: number): string {
  return pathThrough([
    [x, y],
    [x + SAMPLE, y],
  ]);
}

/** The line of what the rows are held against. */
export function drawTarget(from: number, to: number, y: number): Markup {
  return svgLine(from, y, to, y, { width: THICK });
}

export function drawLimit(d: string, dash: string | undefined): Markup {
  return element("path", {
    d,
    "fill": "none",
    "stroke": "currentColor",
    "stroke-opacity": STRENGTH,
    "stroke-dasharray": dash,
  });
}
