import { shortenText, svgText, textWidth, wrapText, type Font, type Markup } from "../display/index.js";
import { BODY, DETAIL, HEADING, LINE, SMALL, type Drawn, type PanelRow, type Scene } from "./panel.js";
import { wholeOf } from "./plotFrame.js";
import { formatValue } from "./values.js";

/** Space above and below the lines of a row, together. */
export const LEADING = 7;
/** Height of what is drawn under the texts of a row, and where in it the interval is: nearer to its own texts. */
const STRIP = 21;
const INTERVAL = 9;
const GAP = 12;
const MOST_LINES = 4;

/** From where to where no text of a row stands in the way of upright lines. */
export type Strip = readonly [top: number, bottom: number];

/** The texts of a row, and where its interval is to be drawn. */
interface DrawnTexts extends Drawn {
  readonly y: number;
  readonly strip: Strip;
}

type TextRow = Omit<PanelRow, "mark">;

/** Label, detail and value of a row: beside its interval, or above it. */
export function drawRowTexts(row: TextRow, scene: Scene, top: number): DrawnTexts {
  return scene.columns.stacked ? textsAbove(row, scene, top) : textsBeside(row, scene, top);
}

function textsBeside(row: TextRow, { panel, columns, language }: Scene, top: number): DrawnTexts {
  const { label, detail = "" } = row;
  const font = fontOf(row);
  const lines = wrapText(label, columns.label, font, MOST_LINES);
  const bottom = top + lines.length * LINE + LEADING;
  const y = (top + bottom) / 2;
  return {
    markup: [
      ...labelLines(row, lines, y - ((lines.length - 1) * LINE) / 2),
      ...detailAt(detail, columns.detail, y),
      svgText(formatValue(row, panel.measure, language), { x: columns.width, y, ...BODY, anchor: "end" }),
    ],
    bottom,
    y,
    strip: [top, bottom],
  };
}

/** The value stands at the right of the label's last line where there is room, else under it. */
function textsAbove(row: TextRow, { panel, columns, language }: Scene, top: number): DrawnTexts {
  const { label, detail = "" } = row;
  const { width } = columns;
  const lines = wrapText(label, width, fontOf(row), MOST_LINES);
  const beside = detail === "" ? 0 : Math.min(textWidth(detail, SMALL), DETAIL) + GAP;
  const values = wrapText(formatValue(row, panel.measure, language), width - beside, BODY, MOST_LINES);
  const needed = Math.max(...values.map((line) => textWidth(line, BODY)));
  const last = textWidth(lines.at(-1) ?? "", fontOf(row));
  const above = last === 0 || last + GAP + beside + needed > width ? lines.length : lines.length - 1;
  const first = top + (above + 0.5) * LINE;
  const under = top + (above + values.length) * LINE;
  return {
    markup: [
      ...labelLines(row, lines, top + LINE / 2),
      ...detailAt(detail, width - needed - GAP, first),
      ...values.map((line, index) =>
        svgText(line, { x: width, y: first + index * LINE, ...BODY, anchor: "end" }),
      ),
    ],
    bottom: under + STRIP,
    y: under + INTERVAL,
    strip: [under, under + STRIP],
  };
}

function fontOf({ bold }: TextRow): Font {
  return bold === true ? HEADING : BODY;
}

function labelLines(row: TextRow, lines: readonly string[], first: number): readonly Markup[] {
  const whole = wholeOf(lines, row.label);
  return lines.map((line, index) =>
    svgText(line, { x: 0, y: first + index * LINE, ...fontOf(row), ...whole }),
  );
}

function detailAt(detail: string, x: number, y: number): readonly Markup[] {
  const place = { x, y, ...SMALL, anchor: "end", strength: "muted", whole: detail } as const;
  return detail === "" ? [] : [svgText(shortenText(detail, DETAIL, SMALL), place)];
}

/** Strips without those that go on where another ends. */
export function joinStrips(strips: readonly Strip[]): readonly Strip[] {
  const joined: Strip[] = [];
  for (const strip of strips) {
    const last = joined.at(-1);
    if (last?.[1] === strip[0]) joined[joined.length - 1] = [last[0], strip[1]];
    else joined.push(strip);
  }
  return joined;
}
