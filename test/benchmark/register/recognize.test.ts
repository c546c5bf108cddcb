import { describe, expect, it } from "vitest";
import { areaKind } from "../../../src/benchmark/register/areas.js";
import { municipalities } from "../../../src/benchmark/register/municipalities.js";
import { findMunicipality } from "../../../src/benchmark/register/recognize.js";

describe("the municipalities", () => {
  it("are 98 with codes and names of their own, Christiansø not among them", () => {
    expect(municipalities).toHaveLength(98);
    expect(new Set(municipalities.map(({ code }) => code)).size).toBe(98);
    expect(new Set(municipalities.map(({ name }) => name)).size).toBe(98);
    expect(municipalities.every(({ code }) => /^0\d{3}$/.test(code))).toBe(true);
    expect(municipalities.map(({ code }) => code)).not.toContain("0411");
    expect(Object.isFrozen(municipalities[0])).toBe(true);
  });

  it("lie in the five regions, as Statistics Denmark counts them", () => {
    const counts = new Map<string, number>();
    for (const { region } of municipalities) counts.set(region, (counts.get(region) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toEqual({
      Hovedstaden: 29,
      Sjælland: 17,
      Syddanmark: 22,
      Midtjylland: 19,
      Nordjylland: 11,
    });
    expect(findMunicipality("Bornholm")).toEqual({ code: "0400", name: "Bornholm", region: "Hovedstaden" });
  });
});

describe("findMunicipality", () => {
  it("finds each by its name and its code, with the zero and without", () => {
    for (const each of municipalities) {
      for (const written of [each.name, each.code, each.code.slice(1), `${each.name.toUpperCase()} KOMMUNE`])
        expect(findMunicipality(written)).toBe(each);
      expect(findMunicipality(each.name.normalize("NFD"))).toBe(each);
    }
  });

  it.each([
    ["Århus", "0751"],
    ["A\u030Arhus kommune", "0751"],
    ["Ålborg", "0851"],
    ["Åbenrå", "0580"],
    ["Fåborg-Midtfyn", "0430"],
    ["Vesthimmerland", "0820"],
    ["Vesthimmerlands Kommune", "0820"],
    ["Nordfyn", "0480"],
    ["Lyngby-Tårbæk", "0173"],
    ["Lyngby \u2013 Taarbæk", "0173"],
    ["Høje Tåstrup", "0169"],
    ["Ringkøbing\u2011Skjern", "0760"],
    ["Københavns Kommune", "0101"],
    ["Bornholms Regionskommune", "0400"],
    ["Brønderslev-Dronninglund", "0810"],
    [" 101 ", "0101"],
  ])("%s is %s", (written, code) => {
    expect(findMunicipality(written).code).toBe(code);
  });

  it.each([
    ["Holbaek", "Did you mean Holbæk?"],
    ["Fredricia", "Did you mean Fredericia?"],
    ["0411", "It is an area that is no municipality."],
    ["Hele landet", "It is an area that is no municipality."],
    ["Christiansø", "It is an area that is no municipality."],
    ["Frederiksværk-Hundested-Jægerspris", undefined],
    ["Copenhagen", undefined],
    ["999", undefined],
    ["", undefined],
  ])("refuses %s and names the nearest", (written, hint) => {
    expect(() => findMunicipality(written)).toThrow(
      expect.objectContaining({ code: "unknown-municipality", received: written, hint }),
    );
  });
});

describe("areaKind", () => {
  it.each([
    ["Hele landet", "country"],
    ["HELE LANDET", "country"],
    ["Region Hovedstaden", "region"],
    ["Sjælland", "region"],
    ["RAR Bornholm", "employment-region"],
    ["RAR Østjylland", "employment-region"],
    ["Uoplyst område", "other"],
    ["Christiansø", "other"],
  ])("%s is a %s", (name, kind) => {
    expect(areaKind(name)).toBe(kind);
  });

  it("is none of a municipality, nor of a name that isn't known", () => {
    for (const { name, code } of municipalities)
      expect([areaKind(name), areaKind(code)]).toEqual([undefined, undefined]);
    expect(areaKind("Give")).toBeUndefined();
  });
});

describe("names as tables have them", () => {
  it.each([
    "Fredericia (607)",
    "Fredericia (0607)",
    "607 Fredericia",
    "0607 - Fredericia",
    "Fredericia*",
    "Fredericia Kom.",
    "Kommunen Fredericia",
    "Jobcenter Fredericia",
    "Fredericia Kommune *",
  ])("%s is Fredericia", (name) => {
    expect(findMunicipality(name).code).toBe("0607");
  });

  it.each([
    "I alt",
    "Landet som helhed",
    "Hele Danmark",
    "Ikke oplyst",
    "Alle kommuner",
    "Københavns omegn",
    "Vest- og Sydsjælland",
  ])("%s is an area, no municipality", (name) => {
    expect(areaKind(name)).toBeDefined();
  });
});
