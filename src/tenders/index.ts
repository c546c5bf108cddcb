import type { Protocol } from "../protocol/index.js";
import { fredericiaA, fredericiaAGuarantees } from "./fredericia.js";
import { hillerod } from "./hillerod.js";

/** The tenders of the source documents as ready protocols, by the name that `konkurrencemodel init` takes. */
export const tendersByName: Readonly<Record<string, Protocol>> = {
  "fredericia-a": fredericiaA,
  hillerod,
};

export { fredericiaA, fredericiaAGuarantees, hillerod };
