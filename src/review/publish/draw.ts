import { SUPPRESSED, type Publishable } from "../../core/index.js";
import type { DrawFacts } from "../types.js";
import { cellId, type Cells } from "./cells.js";
import { REFERRALS } from "./flow.js";

/** How the draw was made. The number of the ledger's lines follows from that of the referrals; its entries stay inside. */
export function publishDraw(draw: DrawFacts, cells: Cells): Publishable<DrawFacts> {
  const exception = (kind: "closed" | "exempted" | "undrawn"): Publishable<number> =>
    cells.count(cellId("draw", kind), draw[kind], { since: "drawn" });
  const { design, unit, algorithm, strata, mode, batches, head, verification } = draw;
  const shown = {
    closed: exception("closed"),
    exempted: exception("exempted"),
    undrawn: exception("undrawn"),
  };
  for (const kind of ["closed", "exempted"]) cells.nest(REFERRALS, [cellId("draw", kind)]);
  return {
    design,
    unit,
    algorithm,
    strata,
    mode,
    batches,
    ...shown,
    head: { ...head, size: SUPPRESSED },
    verification:
      verification === null
        ? null
        : {
            kind: verification.kind,
            valid: verification.valid,
            checked: verification.checked,
            size: SUPPRESSED,
            findings: verification.findings.map(({ code }) => ({ code, expected: "" })),
            notices: [],
          },
  };
}
