import { describe, expect, it } from "vitest";
import { findPeers } from "../../../src/benchmark/similar/find.js";
import type { PeerRow, Peers } from "../../../src/benchmark/similar/types.js";

const rows: readonly PeerRow[] = [
  { municipality: "Fredericia", covariates: { ledighed: 5.5, uddannelse: 20 }, expectedShare: 0.1 },
  { municipality: "Vejle", covariates: { ledighed: 4.5, uddannelse: 30 }, expectedShare: 0.085 },
  { municipality: "Aabenraa", covariates: { ledighed: 6, uddannelse: 19 }, expectedShare: 0.104 },
  { municipality: "Skive", covariates: { ledighed: 6 }, expectedShare: 0.11 },
].map((row) => ({ ...row, period: "2007", source: "opdigtet" }));

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, " ");
const text = (peers: Peers, language: "da" | "en"): string => plain(peers.toText({ language }));
const nearest = findPeers("Fredericia", { by: "covariates", rows, n: 1 });

const cutAt = (height: number): string => text(findPeers("Fredericia", { by: "tree", rows, height }), "da");

describe("a choice of peers in words", () => {
  it("says who, by what and how near, in Danish", () => {
    const shown = text(nearest, "da");
    expect(shown).toContain("1 kommune ligner Fredericia mest ud af 2 kommuner, der kunne være valgt.");
    expect(shown).toContain("i standardafvigelser mellem kommunerne. Rammevilkår: ledighed, uddannelse.");
    expect(shown).toContain("Opgjort for 2007. Kilde: opdigtet.");
    expect(shown).toMatch(/Aabenraa\s+0,67/); // √((0.5/0.7638)² + (1/6.0828)²) = 0.6749
    expect(shown).toMatch(/uden ledighed\s+100 %/);
    expect(shown).toContain("Uden tal for alle rammevilkår og derfor ikke med: Skive (uddannelse).");
  });

  it("says the same in English", () => {
    const shown = text(nearest, "en");
    expect(shown).toContain(
      "1 municipality most like Fredericia, of 2 municipalities that could have been chosen.",
    );
    expect(shown).toMatch(/Aabenraa\s+0\.67/);
    expect(shown).toMatch(/without uddannelse\s+100%/);
  });

  it("has shares' distances in percentage points, and none where membership is given", () => {
    const shares = findPeers("Fredericia", { by: "expected-share", rows, n: 1 });
    expect(text(shares, "da")).toMatch(/Aabenraa\s+0,40/);
    const members = rows.map(({ municipality }) => ({ municipality, cluster: "K1" }));
    const given = text(findPeers("Fredericia", { by: "cluster", rows: members }), "da");
    expect(given).toContain("Valgt er samme klynge, K1, som den er offentliggjort.");
    expect(given).not.toContain("Afstand");
    expect(given).toContain("3 kommuner er i klynge med Fredericia ud af 3 kommuner, der kunne være det.");
  });

  it("says how much hangs on the choice, and that choosing everybody is no choice", () => {
    const all = [
      ...rows.slice(0, 3),
      { municipality: "Varde", covariates: { ledighed: 5.4, uddannelse: 40 } },
    ].map((row) => ({ ...row, period: "2007", source: "opdigtet" }));
    const later = all
      .map((row) => ({ ...row, period: "2008" }))
      .filter(({ municipality }) => municipality !== "Fredericia");
    const one = findPeers("Fredericia", { by: "covariates", rows: [...all, ...later], n: 1, period: "2007" });
    // By unemployment alone Varde is 0.1 away, by education alone Aabenraa 1.
    expect(text(one, "da")).toContain(
      "Valget er også gjort på 2 andre måder. En anden vælges uden uddannelse. Ingen kommune er valgt hver gang. Det kan ikke gøres i 2008.",
    );
    expect(text(one, "en")).toContain("Another is chosen without uddannelse.");
    const two = findPeers("Fredericia", { by: "covariates", rows: all, n: 2 });
    expect(text(two, "da")).toContain(
      "Det ændrer sig mest uden uddannelse, hvor 1 af de 2 bliver. Valgt hver gang: Aabenraa.",
    );
    const everybody = findPeers("Fredericia", { by: "covariates", rows: all });
    expect(everybody.notices.map(({ code }) => code)).toEqual(["everybody-chosen"]);
    expect(text(everybody, "da")).toContain("De samme 3 bliver hver gang.");
    expect(text(everybody, "da")).toContain("Alle, der kunne være valgt, er med");
  });

  it("says so where nobody is comparable", () => {
    const alone = findPeers("Fredericia", { by: "tree", rows, height: 0 });
    expect(text(alone, "en")).toContain("None of 2 municipalities resembles Fredericia.");
    expect(text(alone, "da")).toContain("Der er ingen sammenlignelige kommuner efter denne opgørelse.");
  });

  it("claims nothing about effect", () => {
    for (const language of ["da", "en"] as const)
      expect(text(nearest, language)).not.toMatch(/bedre|dårligere|effekt|better|worse|effect/i);
  });

  it("has the same columns in every row, and survives JSON", () => {
    const made = nearest.toRows();
    expect(made.map((row) => Object.keys(row).join())).toEqual(
      made.map(() => Object.keys(made[0] ?? {}).join()),
    );
    expect(made[0]).toMatchObject({ row: "peer", of: "Fredericia", name: "Aabenraa" });
    expect(made[1]).toMatchObject({ row: "without-covariate", name: "ledighed", share: 1, stay: "Aabenraa" });
    expect(JSON.parse(JSON.stringify(nearest))).toMatchObject({ kind: "peers", method: "standardized" });
    expect(nearest.provenance).toMatchObject({
      operation: "findPeers",
      options: { n: { value: 1, source: "given" }, distance: { value: "standardized", source: "default" } },
      inputs: { municipality: "Fredericia", rows: { rows: 4 } },
    });
    expect(nearest.provenance.options).not.toHaveProperty("rows");
  });

  it("tells great heights of a tree in whole numbers", () => {
    expect(cutAt(1_000_000_000)).toContain("skåret i højden 1.000.000.000;");
    expect(cutAt(5)).toContain("skåret i højden 5,00;");
  });
});
