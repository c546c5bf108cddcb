import type { Language } from "../display/index.js";

/** How a figure is drawn: in which language, and for which page. */
export interface Look {
  readonly language: Language;
  /** A telephone's screen, on which a broad figure would be too small to read. */
  readonly narrow?: boolean;
}

/** A telephone of 390 pixels without the margins of the page and of the picture, so that letters keep their size. */
const NARROW = 340;

/** Options of a figure; the ids in a narrow one are its own, since both stand on one page. */
export function figureOptions(
  { language, narrow = false }: Look,
  id: string,
  title: string,
): { readonly language: Language; readonly id: string; readonly title: string; readonly width?: number } {
  return narrow ? { language, id: `${id}-narrow`, title, width: NARROW } : { language, id, title };
}
