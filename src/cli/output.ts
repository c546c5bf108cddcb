import { escapedJson, type Language, type Shown } from "../display/index.js";
import type { Surroundings } from "./surroundings.js";

/** How a result is to be shown. */
export interface ShowingOptions {
  readonly language: Language;
  readonly json?: boolean;
}

/** Prints a result: as text in the language asked for, or as JSON. */
export function show(result: Shown, { language, json }: ShowingOptions, { out }: Surroundings): void {
  out(json === true ? jsonText(result) : `${result.toText({ language })}\n`);
}

/** A value as JSON that a person can read too. */
export function jsonText(value: unknown): string {
  return `${escapedJson(JSON.stringify(value, null, 2))}\n`;
}
