import { expect, it } from "vitest";
import { nameOfGroup } from "../../src/settlement/groupNames.js";

it.each([
  ["ageGroup", "aldersgruppe", "age group"],
  ["targetGroup", "målgruppe", "target group"],
  ["over-30", "over 30", "over 30"],
  ["under-12-months", "under 12 måneder", "under 12 months"],
  ["A", "A", "A"],
  ["motherTongue", "mother tongue", "mother tongue"],
  ["Ærø-vest", "Ærø-vest", "Ærø-vest"],
])("names a group in words: %s", (id, da, en) => {
  expect([nameOfGroup(id, "da"), nameOfGroup(id, "en")]).toEqual([da, en]);
});
