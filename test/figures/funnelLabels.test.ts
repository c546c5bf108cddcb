import { expect, it } from "vitest";
import { textWidth, wrapText } from "../../src/display/index.js";
import { placeLabels } from "../../src/figures/funnelLabels.js";
import type { JudgedRow } from "../../src/figures/funnelLines.js";
import { marksOf } from "../../src/figures/funnelMarks.js";
import { SMALL_HEADING } from "../../src/figures/panel.js";

it("covers the funnel's lines by each line of a name as far as its words go", () => {
  const row: JudgedRow = {
    label: "Leverandøren Arbejdsmarkeds- og Uddannelsescenter A/S",
    size: 100,
    value: 0.4,
    highlight: true,
    outside: [],
    side: null,
    isHeld: true,
  };
  const [mark] = marksOf([row]);
  if (mark === undefined) throw new Error("no mark");
  const { boxes } = placeLabels([{ row, mark, at: [100, 200] }], {
    frame: { left: 0, right: 400, top: 0, bottom: 400 },
    lines: [],
  });
  const texts = wrapText(row.label, 200, SMALL_HEADING, 4); // half of the frame
  expect(texts.length).toBeGreaterThan(1);
  expect(boxes).toHaveLength(texts.length);
  for (const [index, { left, right }] of boxes.entries()) {
    const estimated = textWidth(texts[index] ?? "", SMALL_HEADING);
    // The estimate is rather too wide; Arial, Helvetica and Liberation Sans take four fifths of it.
    expect(right - left).toBeLessThan(0.9 * estimated);
    expect(right - left).toBeGreaterThan(0.8 * estimated);
  }
});
