import type { Resvg } from "@resvg/resvg-js";
import { competitionError, requireText, type Wanted } from "../core/index.js";
import { loadOptional } from "./load.js";

/** Pixels for each of the figure's: sharp on paper. */
const SCALE = 2;

/**
 * Draws a figure of ours as PNG, for programs that show no SVG: what `writeDocument` takes as `draw`.
 *
 * Twice the figure's size in pixels, on white. Letters come from the fonts of the machine (Arial, Helvetica or
 * Liberation Sans first, else any without serifs), so that other machines may write other bytes.
 *
 * Needs the optional package `@resvg/resvg-js`.
 *
 * @param svg A figure's text, such as `review.figuresIn("da").effect.toSVG()`.
 * @returns The bytes of a PNG.
 * @throws CompetitionError `package-missing` if the optional package isn't installed; `fonts-missing` on a machine
 *   without fonts, where figures would have no words; `impossible-input`, `impossible-svg`.
 *
 * @example
 * await writeDocument(review, { language: "da", draw: drawPng })
 * @example
 * await drawPng('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>') // two by two white pixels
 */
export async function drawPng(svg: string): Promise<Uint8Array> {
  requireText("drawPng.svg", svg, WANTED);
  const { Resvg } = await loadOptional("@resvg/resvg-js", "2.6.2", () => import("@resvg/resvg-js"));
  if (drawn(Resvg, LETTER).join() === drawn(Resvg, NO_LETTER).join()) {
    throw competitionError({
      code: "fonts-missing",
      path: "drawPng",
      expected: "a machine with fonts, without which figures have no words",
      hint: "Install one, such as Liberation Sans (Debian: apt-get install fonts-liberation).",
    });
  }
  try {
    return drawn(Resvg, svg);
  } catch (error) {
    throw competitionError({
      code: "impossible-svg",
      path: "drawPng.svg",
      received: String(error),
      ...WANTED,
    });
  }
}

const WANTED: Wanted = { expected: "the text of an SVG", hint: "Write figure.toSVG()." };

const NO_LETTER = `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>`;
const LETTER = NO_LETTER.replace("/>", `><text x="2" y="18" font-family="sans-serif">H</text></svg>`);

function drawn(Drawing: typeof Resvg, svg: string): Uint8Array {
  const zoom = { mode: "zoom", value: SCALE } as const;
  return Uint8Array.from(new Drawing(svg, { fitTo: zoom, background: "#ffffff" }).render().asPng());
}
