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
import { armTables } from "./armTables.js";
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
    ...(hasSuccess(time) ? timeTables(time, language) : []),
    ...apart.map((text): Block => ({ block: "paragraph", style: "small", text })),
  ];
}

/** How times to success show themselves; their rows are those of the curve, by days. */
export const timeFace: Face<TimeToSuccessData> = { blocks: timeBlocks, rows: ({ curve }) => curve.toRows() };

/** Whether anyone has succeeded, so that there is a curve. */
export function hasSuccess({ arms }: Pick<TimeToSuccessData, "arms">): boolean {
  return arms.some(({ success }) => success > 0);
}

function timeTables({ arms, curve }: TimeToSuccessData, language: Language): readonly Table[] {
  const words = TIME_WORDS[language];
  const last = Math.max(...curve.rows.map(({ time }) => time));
  const weeks = ticks(0, last / WEEK, SHOWN).filter(Number.isInteger);
  const points = curve.at(weeks.map((week) => week * WEEK)).filter(({ cause }) => cause === "success");
  const columns = arms.map(({ arm, name }) => ({
    name,
    headings: [words.share, words.atRisk],
    rows: weeks.map((week) => {
      const point = points.find(({ group, time }) => group === arm && time === week * WEEK);
      return [
        shareText(point, language),
        point === undefined ? ABSENT : formatCount(point.atRisk, { language }),
      ];
    }),
  }));
  const rows = weeks.map((week) => formatCount(week, { language }));
  return armTables({ id: "table-time", caption: words.caption, heading: words.weeks, rows }, columns);
}

function shareText(point: CurvePoint | undefined, language: Language): string {
  if (point === undefined || point.estimate === null) return ABSENT;
  const share = formatPercent(point.estimate, { language });
  return point.lower === 0 && point.upper === 1
    ? share
    : `${share} (${formatInterval(point, { language, unit: "percent" })})`;
}
