import { hasProperty, type StateVocabulary } from "../histories/index.js";
import type { StateSelector } from "./criterion.js";

/** The states named and those with one of the properties, except some. */
export function selected(selector: StateSelector, vocabulary: StateVocabulary): ReadonlySet<string> {
  const { states = [], having = [], except = [] } = selector;
  const found = Object.keys(vocabulary).filter((state) =>
    having.some((property) => hasProperty(vocabulary, state, property)),
  );
  return new Set([...states, ...found].filter((state) => !except.includes(state)));
}
