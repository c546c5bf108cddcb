import { competitionError, requireObject, resolveOptions, type GivenOptions } from "../core/index.js";
import { figureOf, type Figure } from "./figure.js";
import { drawFlow } from "./flowdraw.js";
import { describeBox, plainRows, tableOf, writtenBox, type FlowBox, type FlowModel } from "./flowtext.js";
import { figureRules, type FigureSettings } from "./options.js";
import { WORDING } from "./wording.js";

/**
 * Shows how many were referred, how chance divided them, and what became of them in each arm: the
 * flow diagram that CONSORT asks for.
 *
 * @param model Boxes with counts; two or more arms, or one. Arms that have no room beside each other stand in rows, evenly
 *   many in each: three at most where the figure is as wide as by default.
 * @param options `language`, `title`, `width`, `id`.
 * @throws CompetitionError `nothing-to-draw` where there is no entrance or no arm.
 * @see Moher D, Hopewell S, Schulz KF et al. CONSORT 2010. doi:10.1136/bmj.c869
 * @example
 * flowDiagram({
 *   entrance: [{ heading: "Referred", count: 400 }],
 *   arms: [
 *     [{ heading: "Own unit", count: 199 }, { heading: "Analyzed", count: 179 }],
 *     [{ heading: "Supplier", count: 201 }, { heading: "Analyzed", count: 184 }],
 *   ],
 * })
 * @example
 * flowDiagram({ entrance: [{ heading: "Referred", count: 0 }], arms: [] }) // throws nothing-to-draw
 */
export function flowDiagram(model: FlowModel, options: GivenOptions<FigureSettings> = {}): Figure {
  const { values, record } = resolveOptions<FigureSettings>("flowDiagram", options, figureRules);
  const { language, width, title = WORDING[language].flow, id } = values;
  requireObject("flowDiagram.model", model, {
    expected: "boxes: { entrance: [{ heading, count }], arms: [[{ heading, count }], …] }",
    accepts: ({ entrance, arms }) => areBoxes(entrance) && Array.isArray(arms) && arms.every(areBoxes),
  });
  if (model.entrance.length === 0 || model.arms.length === 0 || model.arms.some((arm) => arm.length === 0)) {
    throw competitionError({
      code: "nothing-to-draw",
      path: "flowDiagram",
      received: model,
      expected: "at least one box at the entrance and one in each of at least one arm",
    });
  }
  const columns = [model.entrance, ...model.arms];
  const shown = columns.map((boxes) => boxes.map((box) => writtenBox(box, language)));
  const [entrance = [], ...arms] = shown;
  const { markup, bottom, parts } = drawFlow(entrance, arms, width);
  return figureOf({
    operation: "flowDiagram",
    method: "flow-diagram",
    title,
    id,
    record,
    markup,
    parts,
    width,
    height: bottom,
    description: shown.flat().map(describeBox).join(" "),
    tables: shown.map((boxes, index) => tableOf(boxes, index === 0, language)),
    rows: columns.flatMap((boxes, index) =>
      plainRows(boxes, index === 0 ? null : (boxes[0]?.heading ?? null)),
    ),
  });
}

function areBoxes(boxes: unknown): boolean {
  return (
    Array.isArray(boxes) && boxes.every((box: Partial<FlowBox> | null) => typeof box?.heading === "string")
  );
}
