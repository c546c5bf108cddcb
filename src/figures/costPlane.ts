import { resolveOptions, type GivenOptions, type OptionRules } from "../core/index.js";
import { formatChance, type Language, type Row, type Table } from "../display/index.js";
import { drawPlane } from "./costPlaneDraw.js";
import { planeOf, type Plane, type PlaneShape } from "./costPlanePoints.js";
import { COST_WORDING, QUADRANTS } from "./costWording.js";
import { figureOf, type Figure } from "./figure.js";
import { figureRules, type FigureSettings } from "./options.js";
import { worthRule } from "./plotOptions.js";
import { WORDING } from "./wording.js";

interface CostPlaneSettings extends FigureSettings {
  /** øre; what an additional success is worth: below a line through the origin it is had for less. */
  readonly willingnessToPay?: number;
}

export type CostPlaneOptions = GivenOptions<CostPlaneSettings>;

const rules: OptionRules<CostPlaneSettings> = { ...figureRules, willingnessToPay: worthRule };

/**
 * Shows what additional successes cost and how sure that is, as the cost-effectiveness plane: successes
 * to the right, costs upwards, the result as a mark among the results of the bootstrap's resamples.
 *
 * Where nearly all dots lie in one corner, that corner's words are what the figures show; where they lie around the
 * origin, nothing is shown. Dots below the line of a willingness to pay λ have a net benefit: λ Δe − Δc > 0.
 * Of more than 1,000 resamples an even selection is drawn; the shares in the corners are of all.
 *
 * @param comparison One comparison of `costEffectiveness`, or its parts: `cost.estimate` (øre per citizen),
 *   `effect.estimate` (successes per citizen, −1 to 1), both null where unknown; `resampled` with `replicates` (the same,
 *   as columns) and shares of its `quadrants`; `netBenefit`.
 * @param options `language`, `title`, `width` (from 320), `id`; `willingnessToPay` in øre, by default the first of the
 *   comparison's net benefits.
 * @throws CompetitionError `impossible-subject`, `nothing-to-draw`.
 * @see Black (1990), Medical Decision Making 10, 212–214, doi:10.1177/0272989X9001000308
 * @example
 * costPlane({ cost: { estimate: 118_724 }, effect: { estimate: 0.14 } }, { willingnessToPay: 44_000_00 })
 * @example
 * costPlane({ cost: { estimate: null }, effect: { estimate: null } }) // throws nothing-to-draw
 */
export function costPlane(comparison: PlaneShape, options: CostPlaneOptions = {}): Figure {
  const { values, record } = resolveOptions<CostPlaneSettings>("costPlane", options, rules);
  const { language, width, id, title = COST_WORDING[language].plane } = values;
  const plane = planeOf(comparison, values.willingnessToPay);
  const { markup, bottom, labels } = drawPlane(plane, width, language);
  const table = tableOf(plane, labels, language);
  return figureOf({
    operation: "costPlane",
    method: "cost-plane",
    title,
    id,
    record,
    markup,
    width,
    height: bottom,
    description: [...labels, ...table.rows.map((cells) => cells.join(" "))]
      .map((part) => `${part}.`)
      .join(" "),
    tables: [table],
    rows: rowsOf(plane),
  });
}

/** What the dots say in numbers: the share of them in each corner. */
function tableOf({ quadrants, resamples }: Plane, labels: readonly string[], language: Language): Table {
  const words = COST_WORDING[language];
  const shares =
    quadrants === undefined ? [] : QUADRANTS.map((name) => [words.quadrants[name], quadrants[name]] as const);
  return {
    block: "table",
    caption: labels.join(". "),
    columns: [{ heading: words.resample }, { heading: WORDING[language].units.percent, align: "right" }],
    rows: shares.map(([name, share]) => [name, formatChance(share, language, resamples || undefined)]),
  };
}

function rowsOf({ observed, shown }: Plane): readonly Row[] {
  return [
    ...(observed === null ? [] : [{ point: "observed", ...observed }]),
    ...shown.map((point) => ({ point: "resample", ...point })),
  ];
}
