import { describe, expect, it } from "vitest";
import { comparable, sameMunicipality } from "../../src/benchmark/names.js";

describe("municipalities' names", () => {
  it.each([
    ["Århus", "Aarhus"],
    ["Aabenraa", "Åbenrå"],
    ["FREDERICIA", "Fredericia Kommune"],
    [" Ikast-Brande ", "ikast-brande kommune"],
    ["Vesthimmerland", "Vesthimmerlands"],
    ["0851", "Aalborg"],
    ["Give", "GIVE kommune"],
    ["A\u030Arhus", "Århus"],
  ])("%s is %s", (a, b) => {
    expect(sameMunicipality(a, b)).toBe(true);
  });

  it.each([
    ["Odense", "Odder"],
    ["Nordfyns", "Fyn"],
    ["Kommune", ""],
  ])("%s is not %s", (a, b) => {
    expect(sameMunicipality(a, b)).toBe(false);
  });

  it("are compared without regard to case and repeated white space", () => {
    expect(comparable("  Fra   Visitering ")).toBe("fra visitering");
  });
});
