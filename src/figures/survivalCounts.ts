import { formatCount, svgText, type Language, type Markup } from "../display/index.js";
import { LINE, SMALL, SMALL_HEADING, type Drawn } from "./panel.js";
import { atRiskAt, groupsOf, type CurveLine } from "./survivalLines.js";
import { nameLines, type Scales } from "./survivalScales.js";

/** How many of some of the lines' groups are still followed, under the times. */
export function drawAtRisk(
  groups: readonly CurveLine[],
  lines: readonly CurveLine[],
  scales: Scales,
  heading: string,
  top: number,
  language: Language,
): Drawn {
  const named = groupsOf(lines).length > 1;
  const markup: Markup[] = [svgText(heading, { x: 0, y: top + LINE / 2, ...SMALL_HEADING })];
  let bottom = top + LINE;
  for (const line of groups) {
    const names = named ? nameLines(line.group, scales, lines, language) : [""];
    const whole = names.at(-1)?.endsWith("…") === true ? { whole: line.group } : {};
    names.forEach((name, index) => {
      if (name !== "")
        markup.push(svgText(name, { x: 0, y: bottom + (index + 0.5) * LINE, ...SMALL, ...whole }));
    });
    for (const { time, x } of scales.times) {
      const count = formatCount(atRiskAt(line, time), { language });
      markup.push(svgText(count, { x, y: bottom + LINE / 2, ...SMALL, anchor: "middle" }));
    }
    bottom += Math.max(1, names.length) * LINE + 2;
  }
  return { markup, bottom };
}
