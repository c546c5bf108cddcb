import { describe, expect, it } from "vitest";
import { defaultStates, hasProperty, isVocabulary, stateProperties } from "../../src/histories/vocabulary.js";

/** The states that have a property, in the vocabulary's order. */
const having = (property: (typeof stateProperties)[number]): string[] =>
  Object.keys(defaultStates).filter((state) => hasProperty(defaultStates, state, property));

describe("defaultStates", () => {
  it("are the states of spells.csv", () => {
    expect(Object.keys(defaultStates).toSorted()).toEqual(
      (
        "apprenticeship cash-assistance dead disability-pension education-assistance emigrated fleksjob moved " +
        "ordinary-education ordinary-work other-municipal other-state part-time-work practice resource-program " +
        "revalidation sickness-benefit state-pension unemployment-allowance unemployment-benefit wage-subsidy"
      ).split(" "),
    );
  });

  it("say of each property which states have it", () => {
    expect(having("ordinary-employment")).toEqual(["ordinary-work", "part-time-work"]);
    expect(having("part-time")).toEqual(["part-time-work"]);
    expect(having("fleksjob")).toEqual(["fleksjob"]);
    expect(having("subsidized-employment")).toEqual(["wage-subsidy"]);
    expect(having("practice")).toEqual(["practice"]);
    expect(having("ordinary-education")).toEqual(["ordinary-education", "apprenticeship"]);
    expect(having("su-eligible")).toEqual(["ordinary-education"]);
    expect(having("qualifying-education")).toEqual(["ordinary-education", "apprenticeship"]);
    expect(having("pension")).toEqual(["disability-pension", "state-pension"]);
    expect(having("emigrated")).toEqual(["emigrated"]);
    expect(having("moved")).toEqual(["moved"]);
    expect(having("dead")).toEqual(["dead"]);
    expect(having("state-support")).toEqual([
      "unemployment-benefit",
      "other-state",
      "disability-pension",
      "state-pension",
    ]);
    expect(having("municipal-support")).toEqual([
      "wage-subsidy",
      "practice",
      "cash-assistance",
      "education-assistance",
      "sickness-benefit",
      "unemployment-allowance",
      "resource-program",
      "revalidation",
      "other-municipal",
    ]);
  });

  it("can't be changed, are a vocabulary, and use every property", () => {
    expect(Object.isFrozen(defaultStates)).toBe(true);
    expect(Object.values(defaultStates).every(Object.isFrozen)).toBe(true);
    expect(isVocabulary(defaultStates)).toBe(true);
    expect(new Set(Object.values(defaultStates).flat())).toEqual(new Set(stateProperties));
  });
});

describe("hasProperty", () => {
  it("is false for a state that isn't known, whatever an object inherits", () => {
    expect(hasProperty(defaultStates, "no-such-state", "pension")).toBe(false);
    expect(hasProperty(defaultStates, "constructor", "pension")).toBe(false);
  });
});

describe("isVocabulary", () => {
  it("knows states without properties, and wants existing ones otherwise", () => {
    expect(isVocabulary({ "own-means": [] })).toBe(true);
    expect(isVocabulary({ work: ["ordinary-employment"] })).toBe(true);
    for (const value of [{}, [], null, "work", { work: "ordinary-employment" }, { work: ["employment"] }])
      expect(isVocabulary(value)).toBe(false);
  });
});
