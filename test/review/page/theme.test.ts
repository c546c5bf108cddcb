import { describe, expect, it } from "vitest";
import { contrastOf, PAPER } from "../../../src/review/page/colors.js";
import { checkedTheme, type Theme } from "../../../src/review/page/theme.js";
import { errorOf } from "../../support/errors.js";

/** 1 × 1 pixel, white. */
const PNG =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg==";

function codeOf(theme: Theme): string {
  return errorOf(() => checkedTheme(theme, "Odense")).code;
}

describe("contrastOf", () => {
  it("is that of WCAG's own extremes, whichever color comes first", () => {
    expect(contrastOf("#000000", "#ffffff")).toBeCloseTo(21, 12);
    expect(contrastOf("#ffffff", "#000000")).toBeCloseTo(21, 12);
    expect(contrastOf("#123456", "#123456")).toBe(1);
  });

  it("knows the gray that just doesn't and the one that just does stand out from white", () => {
    // #767676 is the lightest gray with 4.5: L = ((118/255 + 0.055)/1.055)^2.4 = 0.18116, 1.05/0.23116 = 4.542.
    expect(contrastOf("#767676", "#ffffff")).toBeCloseTo(4.542, 3);
    expect(contrastOf("#777777", "#ffffff")).toBeCloseTo(4.478, 3);
  });
});

describe("a theme", () => {
  it("is the municipality's name and readable colors where nothing is given", () => {
    const { name, logo, colors } = checkedTheme({}, "Odense");
    expect([name, logo]).toEqual(["Odense", null]);
    expect(contrastOf(colors.main, colors.onMain)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(colors.accent, PAPER.light)).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(colors.accentOnDark, PAPER.dark)).toBeGreaterThanOrEqual(4.5);
  });

  it("takes a dark color as it is, and lightens it for a dark screen", () => {
    const { colors } = checkedTheme({ colors: { accent: "#004422" } }, "Odense");
    expect(colors.accent).toBe("#004422");
    expect(contrastOf(colors.accentOnDark, PAPER.dark)).toBeGreaterThanOrEqual(4.5);
  });

  it("refuses a color that can't be read, and says how much contrast is wanted", () => {
    const error = errorOf(() => checkedTheme({ colors: { main: "#ffcc00" } }, "Odense"));
    expect(error.code).toBe("low-contrast");
    expect(error.message).toContain("theme.colors.main");
    expect(error.message).toContain("1.51"); // L = 0.2126 + 0.7152 × 0.6038 = 0.6444, 1.05/0.6944
    expect(error.message).toContain("at least 4.5 to white");
  });

  it("refuses what isn't a color, or a part that there isn't", () => {
    expect(codeOf({ colors: { main: "red" } })).toBe("impossible-option");
    expect(codeOf({ colors: { main: '#000000"}' } })).toBe("impossible-option");
    expect(codeOf({ colors: { third: "#000000" } } as Theme)).toBe("impossible-option");
    expect(codeOf({ name: " " })).toBe("impossible-option");
    expect(codeOf({ font: "x" } as Theme)).toBe("unknown-option");
  });

  it("knows a picture by its bytes, whatever it is called", () => {
    expect(checkedTheme({ logo: PNG }, "O").logo).toMatchObject({ type: "png", width: 1, height: 1 });
    const renamed = PNG.replace("image/png", "image/jpeg");
    expect(checkedTheme({ logo: renamed }, "O").logo?.uri).toBe(PNG);
    // SOI, an empty comment, then a baseline frame of 3 × 5 pixels.
    const jpeg = [0xff, 0xd8, 0xff, 0xfe, 0, 2, 0xff, 0xc0, 0, 11, 8, 0, 5, 0, 3, 1, 1, 17, 0];
    const logo = `data:image/jpeg;base64,${Buffer.from(jpeg).toString("base64")}`;
    expect(checkedTheme({ logo }, "O").logo).toMatchObject({ type: "jpeg", width: 3, height: 5 });
  });

  it.each([
    ["an address", "https://example.org/logo.png"],
    ["SVG, which can hold a script", `data:image/svg+xml;base64,${btoa("<svg><script/></svg>")}`],
    ["SVG that says it is PNG", `data:image/png;base64,${btoa("<svg><script/></svg>")}`],
    ["no base64", "data:image/png;base64,%%%"],
    ["a picture that is too large", `${PNG.slice(0, -4)}${"A".repeat(140_000)}`],
    ["a cut picture", PNG.slice(0, 50)],
  ])("refuses %s as a logo", (_what, logo) => {
    expect(codeOf({ logo })).toBe("impossible-logo");
  });
});
