import type { EditionData } from "../types.js";

/** What numbers are read from: an edition before it has a list of them, so that none can be in it that the edition hides. */
export type Numbered = Omit<EditionData, "numbers">;
