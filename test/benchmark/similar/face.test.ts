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

describe("a choice of peers in words", () => {
  it("says who, by what and how near, in Danish", () => {
    const shown = text(nearest, "da");
    expect(shown).toContain("1 kommune ligner Fredericia, af 2 kommuner, der kunne være valgt.");
    expect(shown).toContain("i standardafvigelser mellem kommunerne. Rammevilkår: ledighed, uddannelse.");
    expect(shown).toContain("(2007, kilde: opdigtet)");
    expect(shown).toMatch(/Aabenraa\s+0,67/); // √((0.5/0.7638)² + (1/6.0828)²) = 0.6749
    expect(shown).toMatch(/uden ledighed\s+100 %/);
    expect(shown).toContain("Uden tal for alle rammevilkår og derfor ikke med: Skive (uddannelse).");
  });

  it("says the same in English", () => {
    const shown = text(nearest, "en");
    expect(shown).toContain(
      "1 municipality resembling Fredericia, of 2 municipalities that could have been chosen.",
    );
    expect(shown).toMatch(/Aabenraa\s+0\.67/);
    expect(shown).toMatch(/without uddannelse\s+100%/);
  });

  it("has shares' distances in percentage points, and none where membership is given", () => {
    const shares = findPeers("Fredericia", { by: "expected-share", rows, n: 1 });
    expect(text(shares, "da")).toMatch(/Aabenraa\s+0,40/);
    const members = rows.map(({ municipality }) => ({ municipality, cluster: "K1" }));
    const given = text(findPeers("Fredericia", { by: "cluster", rows: members }), "da");
    expect(given).toContain("Valgt er samme klynge, K1, som andre har offentliggjort den.");
    expect(given).not.toContain("Afstand");
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
});
