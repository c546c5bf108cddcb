import type { Language, Picture } from "../display/index.js";
import type { Figure } from "../figures/index.js";
import type { Look } from "./look.js";

/** A figure for a broad page and for a narrow one. */
export type Sizes = readonly [broad: Figure, narrow: Figure | undefined];

/** A figure in both sizes. */
export function sizesOf(draw: (look: Look) => Figure, language: Language): Sizes {
  return [draw({ language }), draw({ language, narrow: true })];
}

/** A picture with its numbers as tables, where it can't be shown. */
export function pictureOf(id: string, sizes: Sizes, caption: string): Picture {
  return { ...bare(id, sizes, caption), instead: sizes[0].tables };
}

/** A picture of a table that stands beside it: where there are no pictures it says nothing more. */
export function bare(id: string, [broad, narrow]: Sizes, caption: string): Picture {
  return {
    block: "picture",
    id,
    svg: broad.toSVG(),
    ...(broad.parts === undefined ? {} : { parts: broad.parts }),
    ...(narrow === undefined ? {} : { narrow: narrow.toSVG() }),
    caption,
  };
}
