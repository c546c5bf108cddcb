import { isCompetitionError } from "../core/index.js";
import { drawPng } from "../office/index.js";
import type { Surroundings } from "./surroundings.js";

const EMPTY = `<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`;

/** What draws a document's figures for programs that show no SVG, if this machine has it; else says what is missing. */
export async function drawingFor(surroundings: Surroundings): Promise<typeof drawPng | undefined> {
  try {
    await drawPng(EMPTY);
    return drawPng;
  } catch (error) {
    if (!isCompetitionError(error)) throw error;
    surroundings.err(
      `note: the figures in review.docx are shown by Word 2016 or later, and not by programs without SVG: ${error.hint}\n`,
    );
    return undefined;
  }
}
