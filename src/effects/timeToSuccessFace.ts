import { ticks } from "d3-array";
import {
  ABSENT,
  formatCount,
  formatInterval,
  formatPercent,
  type Block,
  type Face,
  type Language,
  type Table,
} from "../display/index.js";
import type { CurvePoint } from "../inference/index.js";
import { table } from "./table.js";
import type { TimeToSuccessData } from "./timeToSuccessTypes.js";
import { TIME_WORDS } from "./timeToSuccessWords.js";

const WEEK = 7;
/** About as many times stand in the table. */
const SHOWN = 8;

/** When successes came, in words and as a table by weeks. */
export function timeBlocks(time: TimeToSuccessData, language: Language): readonly Block[] {
  const words = TIME_WORDS[language];
  const apart = time.arms.flatMap(({ name, unseen, excluded }) => [
    ...(unseen > 0 ? [words.unseen(name, unseen)] : []),
    ...(excluded > 0 ? [words.excluded(name, excluded)] : []),
  ]);
  return [
    { block: "heading", level: 3, text: words.heading, id: "time" },
    { block: "paragraph", text: hasSuccess(time) ? words.text : words.none },
    ...(hasSuccess(time) ? [timeTable(time, language)] : []),
    ...apart.map((text): Block => ({ block: "paragraph", style: "small", text })),
  ];
}

/** How times to success show themselves; their rows are those of the curve, by days. */
export const timeFace: Face<TimeToSuccessData> = { blocks: timeBlocks, rows: ({ curve }) => curve.toRows() };

/** Whether anyone has succeeded, so that there is a curve. */
export function hasSuccess({ arms }: Pick<TimeToSuccessData, "arms">): boolean {
  return arms.some(({ success }) => success > 0);
}

function timeTable({ arms, curve }: TimeToSuccessData, language: Language): Table {
  const words = TIME_WORDS[language];
  const last = Math.max(...curve.rows.map(({ time }) => time));
  const weeks = ticks(0, last / WEEK, SHOWN).filter(Number.isInteger);
  const points = curve.at(weeks.map((week) => week * WEEK)).filter(({ cause }) => cause === "success");
  const rows = weeks.map((week) => [
    formatCount(week, { language }),
    ...arms.flatMap(({ arm }) => {
      const point = points.find(({ group, time }) => group === arm && time === week * WEEK);
      return [
        shareText(point, language),
        point === undefined ? ABSENT : formatCount(point.atRisk, { language }),
      ];
    }),
  ]);
  const headings = arms.flatMap(({ name }) => [words.share(name), words.atRisk(name)]);
  return { ...table(words.caption, [words.weeks, ...headings], rows, 1), id: "table-time" };
}

function shareText(point: CurvePoint | undefined, language: Language): string {
  if (point === undefined || point.estimate === null) return ABSENT;
  const share = formatPercent(point.estimate, { language });
  return point.lower === 0 && point.upper === 1
    ? share
    : `${share} (${formatInterval(point, { language, unit: "percent" })})`;
}
