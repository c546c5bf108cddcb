import { describe, expect, it } from "vitest";
import { relationsOf } from "../../src/histories/contradictions.js";
import { defaultStates } from "../../src/histories/index.js";

const names = Object.keys(defaultStates);
const relations = relationsOf(defaultStates);
const between = (one: string, other: string): string =>
  relations.between(names.indexOf(one), names.indexOf(other));

describe("relationsOf", () => {
  it.each([
    ["ordinary-work", "cash-assistance", "contradictory"],
    ["ordinary-work", "wage-subsidy", "contradictory"], // the subsidized wage taken for an ordinary one
    ["ordinary-work", "unemployment-benefit", "contradictory"],
    ["ordinary-work", "state-pension", "compatible"],
    ["part-time-work", "cash-assistance", "compatible"],
    ["part-time-work", "unemployment-benefit", "compatible"],
    ["practice", "cash-assistance", "compatible"],
    ["wage-subsidy", "cash-assistance", "compatible"], // both are support
    ["ordinary-education", "ordinary-work", "compatible"],
    ["fleksjob", "unemployment-allowance", "compatible"],
    ["emigrated", "cash-assistance", "contradictory"],
    ["emigrated", "ordinary-education", "contradictory"],
    ["emigrated", "state-pension", "compatible"],
    ["emigrated", "moved", "compatible"],
    ["moved", "cash-assistance", "compatible"], // another municipality pays
    ["dead", "state-pension", "for-good"],
    ["dead", "ordinary-work", "for-good"],
    ["dead", "emigrated", "compatible"],
  ])("%s and %s are %s", (one, other, relation) => {
    expect([between(one, other), between(other, one)]).toEqual([relation, relation]);
  });

  it("knows that only death is for good, and nothing of a state without properties", () => {
    expect(names.filter((_, state) => relations.isForGood(state))).toEqual(["dead"]);
    const own = relationsOf({ "dead": ["dead"], "own-means": [] });
    expect(own.between(0, 1)).toBe("compatible");
  });
});
