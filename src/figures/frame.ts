import {
  element,
  shortenText,
  svgLine,
  svgText,
  textWidth,
  wrapText,
  type Language,
  type LineStyle,
  type Markup,
} from "../display/index.js";
import { HEADING, LINE, SMALL, SMALL_HEADING, type Drawn, type Panel, type Scene } from "./panel.js";
import { wholeOf } from "./plotFrame.js";
import type { Favours } from "./rows.js";
import type { Strip } from "./rowTexts.js";
import { formatEstimate } from "./values.js";
import { headingOfValues, WORDING } from "./wording.js";

/** Opacity of a band. */
const BAND = 0.12;
/** From the line of no difference to the captions beside it. */
const ASIDE = 8;
/** Between a heading and that of the values beside it. */
const GAP = 12;

/** What stands over the rows: the panel's heading, that of the values, the name of the reference. */
export function drawHeading({ panel, columns, axis, language }: Scene, top: number): Drawn {
  const { stacked, width } = columns;
  const lines = wrapText(panel.heading ?? "", stacked ? width : columns.plot[1], HEADING, 3);
  const values = headingOfValues(panel.measure, panel.rows, language);
  const beside = textWidth(lines.at(-1) ?? "", HEADING) + GAP + textWidth(values, SMALL_HEADING);
  const above = lines[0] !== "" && stacked && beside > width ? lines.length : lines.length - 1;
  const markup = [
    ...lines
      .filter((line) => line !== "")
      .map((line, index) => svgText(line, { x: 0, y: top + (index + 0.5) * LINE, ...HEADING })),
    svgText(values, { x: width, y: top + (above + 0.5) * LINE, ...SMALL_HEADING, anchor: "end" }),
  ];
  const bottom = top + (above + 1) * LINE + 4;
  if (panel.reference === undefined) return { markup, bottom };
  const { label, estimate } = panel.reference;
  const name = `${label} ${formatEstimate(estimate, panel.measure, language)}`;
  const caption = drawCaption(name, axis.place(estimate ?? axis.domain[0]), bottom, width);
  return { markup: [...markup, ...caption.markup], bottom: caption.bottom };
}

/** A small text centered at a place, moved so that it stays within the figure, in as many lines as it needs. */
function drawCaption(text: string, x: number, top: number, width: number): Drawn {
  const lines = wrapText(text, width, SMALL, 4);
  const half = Math.max(...lines.map((line) => textWidth(line, SMALL))) / 2;
  const middle = Math.min(Math.max(x, half), width - half);
  const place = {
    x: middle,
    ...SMALL,
    anchor: "middle",
    strength: "muted",
    ...wholeOf(lines, text),
  } as const;
  return {
    markup: lines.map((line, index) => svgText(line, { ...place, y: top + (index + 0.5) * LINE })),
    bottom: top + lines.length * LINE,
  };
}

/** The line of no difference with those of a small one, the margin, and the reference with its band. */
export function drawLines({ panel, axis }: Scene, [top, bottom]: Strip): readonly Markup[] {
  const { nullValue, reference, small, margin } = panel;
  const upright = (value: number, style: LineStyle): Markup => {
    const x = axis.place(value);
    return svgLine(x, top, x, bottom, style);
  };
  const nothing =
    nullValue === undefined
      ? []
      : [
          upright(nullValue, { strength: "muted" }),
          ...(small === undefined ? [] : [-small.within, small.within]).map((off) =>
            upright(nullValue + off, { strength: "muted", dashed: true }),
          ),
        ];
  const agreed = margin === undefined ? [] : [upright(margin.value, { width: 1.5, dashed: true })];
  if (reference === undefined) return [...nothing, ...agreed];
  const from = axis.place(reference.lower);
  const band = element("rect", {
    "x": from,
    "y": top,
    "width": axis.place(reference.upper) - from,
    "height": bottom - top,
    "fill-opacity": BAND,
  });
  return [
    ...nothing,
    ...agreed,
    band,
    ...(reference.estimate === null ? [] : [upright(reference.estimate, { strength: "muted" })]),
  ];
}

/** The axis under the rows, the name of the margin, and what the sides mean. */
export function drawFoot({ panel, columns, axis, language }: Scene, top: number): Drawn {
  const [from, to] = axis.range;
  const markup = [
    svgLine(from, top, to, top, { strength: "muted" }),
    ...axis.ticks.flatMap(({ x, middle, label }) => [
      svgLine(x, top, x, top + 4, { strength: "muted" }),
      svgText(label, { x: middle, y: top + 13, ...SMALL, anchor: "middle", strength: "muted" }),
    ]),
  ];
  let bottom = top + 13 + LINE / 2;
  for (const caption of [axisCaption(panel, language), panel.small?.label ?? ""]) {
    if (caption === "") continue;
    const drawn = drawCaption(caption, (from + to) / 2, bottom, columns.width);
    markup.push(...drawn.markup);
    bottom = drawn.bottom;
  }
  if (panel.favours === undefined || panel.nullValue === undefined) return { markup, bottom };
  const favours = columns.stacked
    ? drawFavoursBelow(panel.favours, bottom, columns.width)
    : drawFavours(panel.favours, axis.place(panel.nullValue), bottom, columns.width);
  return { markup: [...markup, ...favours.markup], bottom: favours.bottom };
}

/** What is measured, and the line that it is held against. */
function axisCaption(panel: Panel, language: Language): string {
  const { margin, measure } = panel;
  const title = axisTitle(panel, language);
  const line =
    margin === undefined
      ? undefined
      : WORDING[language].dashed(`${margin.label} ${formatEstimate(margin.value, measure, language)}`);
  return [title, line].filter((each) => each !== undefined).join("; ");
}

function axisTitle({ measure }: Panel, language: Language): string | undefined {
  const words = WORDING[language];
  if (measure.scale === "log") return words.logarithmic;
  return measure.unit === "points" ? words.points : undefined;
}

function drawFavours({ lower, upper }: Favours, x: number, top: number, width: number): Drawn {
  const [left, right] = [`← ${lower}`, `${upper} →`];
  const side = { y: top + LINE / 2, ...SMALL, strength: "muted" } as const;
  const [from, to] = [x - ASIDE, x + ASIDE];
  return {
    markup: [
      svgText(shortenText(left, from, SMALL), { x: from, ...side, anchor: "end", whole: left }),
      svgText(shortenText(right, width - to, SMALL), { x: to, ...side, whole: right }),
    ],
    bottom: top + LINE,
  };
}

/** One under the other, each at its edge of the figure. */
function drawFavoursBelow({ lower, upper }: Favours, top: number, width: number): Drawn {
  const sides = [
    { text: `←\u00A0${lower}`, x: 0, anchor: "start" },
    { text: `${upper}\u00A0→`, x: width, anchor: "end" },
  ] as const;
  const texts = sides.flatMap(({ text, ...place }) => {
    const lines = wrapText(text, width, SMALL, 3);
    return lines.map((line) => ({ ...place, line, ...wholeOf(lines, text) }));
  });
  return {
    markup: texts.map(({ line, ...place }, index) =>
      svgText(line, { ...place, y: top + (index + 0.5) * LINE, ...SMALL, strength: "muted" }),
    ),
    bottom: top + texts.length * LINE,
  };
}
