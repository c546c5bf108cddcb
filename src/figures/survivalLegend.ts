import { coordinate, element, svgText, textWidth, wrapText, type Markup } from "../display/index.js";
import { accentMark, drawPoint, type Mark } from "./marks.js";
import { LINE, SMALL, type Drawn } from "./panel.js";
import type { CurveLine } from "./survivalLines.js";

/** Dashes of the first, second, … line. */
const DASHES = [undefined, "7 4", "2 3", "10 3 2 3", "5 3", "1 5"] as const;
/** Length of the piece of line in the legend. */
const SAMPLE = 34;
/** Between a sample, whose mark reaches beyond it, and its name; and between names. */
const [GAP, BETWEEN] = [12, 16];

/** How a line looks: told apart by its dashes and the mark at its end, not by color alone. */
export interface Look {
  readonly mark: Mark;
  readonly dash: string | undefined;
}

/** The look of the first, second, … line. */
export function lookOf(index: number): Look {
  return { mark: accentMark(index), dash: DASHES[index % DASHES.length] };
}

/** A piece of each line with its name, side by side as far as there is room. */
export function drawLegend(lines: readonly CurveLine[], width: number): Drawn {
  const markup: Markup[] = [];
  let [x, y, bottom] = [0, LINE / 2, LINE];
  lines.forEach(({ label }, index) => {
    const look = lookOf(index);
    const names = wrapText(label, width - SAMPLE - GAP, SMALL, 2);
    const needed = SAMPLE + GAP + Math.max(...names.map((name) => textWidth(name, SMALL)));
    if (x > 0 && x + needed > width) [x, y] = [0, bottom + LINE / 2];
    const whole = names.at(-1)?.endsWith("…") === true ? { whole: label } : {};
    markup.push(
      stroke(`M${coordinate(x)} ${coordinate(y)}h${SAMPLE}`, look),
      drawPoint(look.mark, x + SAMPLE, y),
      ...names.map((name, row) =>
        svgText(name, { x: x + SAMPLE + GAP, y: y + row * LINE, ...SMALL, ...whole }),
      ),
    );
    x += needed + BETWEEN;
    bottom = Math.max(bottom, y + (names.length - 0.5) * LINE);
  });
  return { markup, bottom };
}

/** A path in the look of a line. */
export function stroke(path: string, { mark, dash }: Look): Markup {
  return element("path", {
    "d": path,
    "fill": "none",
    "stroke": mark.color,
    "stroke-width": 2,
    "stroke-dasharray": dash,
  });
}
