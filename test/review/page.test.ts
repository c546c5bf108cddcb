import { describe, expect, it } from "vitest";
import { htmlPage } from "../../src/review/page.js";
import { checkedTheme } from "../../src/review/page/theme.js";
import { reviewedYear } from "../support/reviewedYear.js";

const hostile = `<script>alert("1")</script> & 'x' </style> \\`;
const { review } = await reviewedYear("2006-09-30", (document) => ({
  ...document,
  municipality: hostile,
  arms: [
    { id: "municipal", name: hostile },
    { id: "supplier", name: `"><img src=x onerror=alert(1)>` },
  ],
  review: { ...document.review, title: { da: hostile, en: hostile }, simulated: true },
}));

describe("the page", () => {
  const html = review.toHTML({ language: "da" });

  it("escapes every text that comes from data", () => {
    expect(html).not.toMatch(/<script/i);
    expect(html).not.toContain("<img");
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain("&lt;script&gt;");
  });

  it("is one file: nothing is fetched, no script runs, no address outside stands in it", () => {
    const attributes = html.replaceAll(/="[^"#][^"]*"/g, '=""'); // what stands in quotes is text, but for places
    expect(attributes.match(/<[^>]*\s(src|href|action|data)\s*=(?!"#)/gi)).toBeNull();
    expect(html).not.toMatch(/@import|url\(/i);
    const addresses = html.match(/https?:\/\/[^"'\s<]+/g) ?? [];
    expect(new Set(addresses)).toEqual(new Set(["http://www.w3.org/2000/svg"]));
    expect(html).toContain("default-src 'none'");
  });

  it("says on screen and on every printed sheet that it is simulated", () => {
    expect(html).toContain('<aside class="banner" aria-label="Om tallene">Simulerede tal</aside>');
    expect(html).toMatch(/@top-left \{ content: "[^"]*simulerede tal"/);
    expect(review.toMarkdown({ language: "da" })).toContain("simulerede");
    expect(review.summary({ language: "da" })).toContain("Simulerede");
  });

  it("has its headings in order, one at the top, and unique ids", () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1));
    const ids = [...html.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives every table a caption, every header a scope, every figure a title and a description", () => {
    const tables = html.split("<table").slice(1);
    for (const table of tables) expect(table).toMatch(/^[^>]*><caption>/);
    expect(html.match(/<th(?![^>]*scope=)[ >]/g)).toBeNull();
    const pictures = html.match(/<svg .*?<\/svg>/gs) ?? [];
    expect(pictures).toHaveLength(2 * 9); // each for a broad and for a narrow screen
    for (const picture of pictures)
      expect(picture).toMatch(/<title id="[^"]+">[^<]+<\/title><desc id="[^"]+">[^<]+/);
  });

  it("names its language", () => {
    expect(html).toContain('<html lang="da">');
    expect(review.toHTML()).toContain('<html lang="en">');
  });

  it("stands without any block", () => {
    const theme = checkedTheme({}, "M");
    expect(htmlPage([], { language: "en", title: "T", running: "T", banner: null, theme })).toContain(
      "<title>T</title>",
    );
  });
});
