import type { SampleRatio } from "../../effects/index.js";
import { cellId, WEIGHTS, type Cells } from "./cells.js";

/** How many each arm got of those who were drawn: all of it or none, since the expected numbers add up to the same. */
export function publishSampleRatio(ratio: SampleRatio, cells: Cells): SampleRatio | null {
  const ids = ratio.arms.map(({ arm, count }) => {
    const id = cellId(arm, "drawn");
    cells.count(id, count, { weight: WEIGHTS.part, since: "drawn" });
    cells.nest(cellId(arm, "allocated"), [id]);
    return id;
  });
  return cells.shows(ids) ? ratio : null;
}
