import { expect } from "vitest";
import type { Shown } from "../../src/display/index.js";

/** Words that would say what came of what; a benchmark has none of them. */
const CAUSAL = {
  en: /\b(better|worse|causes?|because|effects?|due to|succeed|proves?|works?|thanks to)\b/i,
  da: /\b(bedre|dårligere|skyldes|effekt\w*|virker|medfører|takket|beviser|lykkes|fordi)\b/i,
} as const;

/** Small words of the other language, and words of ours that are no names of data. */
export const FOREIGN: Readonly<Record<"da" | "en", RegExp>> = {
  en: /\b(og|ikke|eller|uden|blandt|hvor|mellem|kommunerne?|sandsynlig\w*)\b/iu,
  da: /\b(the|and|not|of|from|with|which|between|municipalit\w+|probab\w+)\b/iu,
};

/** What a result shows in a language, narrow spaces as plain ones, seen to be descriptive and of one language. */
export function descriptiveText(result: Shown, language: "da" | "en"): string {
  const text = result.toText({ language }).replaceAll(/[\u00A0\u202F]/g, " ");
  expect(text).not.toMatch(CAUSAL[language]);
  expect(text).not.toMatch(FOREIGN[language]);
  return text;
}
