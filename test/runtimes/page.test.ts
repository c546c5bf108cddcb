import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, it } from "vitest";
import { onPage } from "../support/browser.js";
import { HOSTILE } from "../support/hostile.js";
import { reviewedYear } from "../support/reviewedYear.js";

// The review's page as its readers have it: in Chromium, on screens and on paper, light and dark.

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SCREENS = [390, 820, 1400];
const SCHEMES = ["light", "dark"] as const;
/** A4 within the margins of the page, in pixels: 210 − 2 × 16 mm by 297 − 18 − 16 mm, at 96 to the inch. */
const SHEET = { width: 673, height: 994 };

const folder = mkdtempSync(path.join(tmpdir(), "konkurrencemodel-page-"));
afterAll(() => rmSync(folder, { recursive: true }));

const { review } = await reviewedYear("2006-09-30", (document) => ({
  ...document,
  review: { ...document.review, simulated: true },
}));
const early = (await reviewedYear("2005-12-31")).review;
const hostile = (
  await reviewedYear("2006-09-30", (document) => ({
    ...document,
    municipality: `"Køge" & 'omegn' ${HOSTILE[1] ?? ""}`,
    arms: [
      { id: "municipal", name: `${HOSTILE[2] ?? ""} ${HOSTILE[3] ?? ""}` },
      { id: "supplier", name: "<script>document.title = 'taken'; alert(1)</script>" },
    ],
    criteria: document.criteria.map((criterion) => {
      const text = `${criterion.name.da} ]]> **x** [a](javascript:alert(1))`;
      return { ...criterion, name: { da: text, en: text } };
    }),
    review: {
      ...document.review,
      title: { da: HOSTILE.join(" "), en: HOSTILE.join(" ") },
      question: { da: HOSTILE.join("\n"), en: HOSTILE.join("\n") },
    },
  }))
).review;

async function onReview<Result>(html: string, work: (page: Page) => Promise<Result>): Promise<Result> {
  writeFileSync(path.join(folder, "review.html"), html);
  return await onPage(folder, "review.html", work);
}

/**
 * Reasons for which axe leaves a text's contrast untold: it is one character, which may be an icon; or a cell that is cut
 * off by the edge of a table that scrolls, and has the colors of all other cells.
 */
const REASONS = ["shortTextContent", "elmPartiallyObscured", "elmPartiallyObscuring"];

/** What is wrong, and every text whose contrast can't be told, but for those reasons; pictures are looked at below. */
async function faultsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations, incomplete } = await page.evaluate<AxeResults>("axe.run(document)");
  const untold = incomplete
    .filter(({ id }) => id === "color-contrast")
    .flatMap(({ nodes }) => nodes)
    .filter(({ html, any }) => !html.startsWith("<text") && !REASONS.includes(reasonOf(any)));
  return [
    ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`),
    ...untold.map(({ html, any }) => `contrast untold (${reasonOf(any)}): ${html}`),
  ];
}

function reasonOf([check]: AxeResults["incomplete"][number]["nodes"][number]["any"]): string {
  return (check?.data as { readonly messageKey?: string } | undefined)?.messageKey ?? "";
}

/** The least contrast of a figure's text to the page under it; axe doesn't look into pictures. */
const PICTURE_CONTRAST = `(() => {
  const numbers = (text) => text.match(/[\\d.]+/g).map(Number);
  const paper = numbers(getComputedStyle(document.body).backgroundColor);
  const luminance = (color) => color.slice(0, 3).map((channel) => channel / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
    .reduce((sum, share, at) => sum + share * [0.2126, 0.7152, 0.0722][at], 0);
  const ratios = [...document.querySelectorAll("svg text")].map((text) => {
    const { fill, fillOpacity } = getComputedStyle(text);
    const seen = numbers(fill).map((channel, at) => channel * fillOpacity + paper[at] * (1 - fillOpacity));
    const [a, b] = [luminance(seen), luminance(paper)].sort((x, y) => x - y);
    return (b + 0.05) / (a + 0.05);
  });
  return Math.min(...ratios);
})()`;

describe.each([
  ["a review", review],
  ["one that is too early", early],
  ["one with hostile texts", hostile],
])("%s", (_what, each) => {
  it.each(["da", "en"] as const)(
    "can be used by everyone, on every screen, in light and dark (%s)",
    async (language) => {
      await onReview(each.toHTML({ language }), async (page) => {
        for (const colorScheme of SCHEMES) {
          await page.emulateMedia({ colorScheme });
          for (const width of SCREENS) {
            await page.setViewportSize({ width, height: 900 });
            const beyond = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
            expect([width, beyond]).toEqual([width, 0]);
          }
          // Between the narrowest and the widest there is no other content, and a look takes seconds.
          for (const width of [390, 1400]) {
            await page.setViewportSize({ width, height: 900 });
            expect([colorScheme, width, await faultsOn(page)]).toEqual([colorScheme, width, []]);
          }
          expect(await page.evaluate(PICTURE_CONTRAST)).toBeGreaterThanOrEqual(4.5);
        }
      });
    },
  );
});

it("shows every column of every table on a tablet, without scrolling", async () => {
  for (const language of ["da", "en"] as const) {
    await onReview(review.toHTML({ language }), async (page) => {
      await page.setViewportSize({ width: 820, height: 900 });
      const cut = `[...document.querySelectorAll(".wide")].filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.querySelector("table").id)`;
      expect(await page.evaluate(cut)).toEqual([]);
    });
  }
});

it("has its first page on one sheet, and nothing beyond the margins of any", async () => {
  for (const each of [review, early]) {
    await onReview(each.toHTML({ language: "da" }), async (page) => {
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize(SHEET);
      const bottom = `document.querySelector("#chance").previousElementSibling.getBoundingClientRect().bottom`;
      expect(await page.evaluate(bottom)).toBeLessThanOrEqual(SHEET.height);
      const widest = `Math.max(...[...document.querySelectorAll("table, svg, pre")].map((each) => each.getBoundingClientRect().right))`;
      expect(await page.evaluate(widest)).toBeLessThanOrEqual(SHEET.width + 0.5);
      const tallest = `Math.max(...[...document.querySelectorAll("figure, .whole")].map((each) => each.getBoundingClientRect().height))`;
      expect(await page.evaluate(tallest)).toBeLessThanOrEqual(SHEET.height);
    });
  }
});

it("lets nothing run and nothing be fetched, whatever the data say", async () => {
  await onReview(hostile.toHTML({ language: "da" }), async (page) => {
    const dialogs: string[] = [];
    const requests: string[] = [];
    page.on("dialog", (dialog) => void dialogs.push(dialog.message()));
    page.on("request", (request) => void requests.push(request.url()));
    await page.reload();
    expect(await page.evaluate("document.scripts.length + document.querySelectorAll('img').length")).toBe(0);
    expect(
      await page.evaluate(
        "[...document.querySelectorAll('*')].flatMap((each) => each.getAttributeNames()).filter((name) => name.startsWith('on'))",
      ),
    ).toEqual([]);
    expect(await page.title()).toContain("<script>alert");
    // Were there a script after all, the page's own policy would keep it from running.
    await page.evaluate(
      `const script = document.createElement("script"); script.textContent = "document.title = 'taken'"; document.body.append(script)`,
    );
    expect(await page.title()).not.toBe("taken");
    expect(dialogs).toEqual([]);
    expect(requests).toEqual(["http://page.test/review.html"]);
  });
});

it("can be gone through by keyboard: first a way past the contents, then links to every section", async () => {
  await onReview(review.toHTML({ language: "en" }), async (page) => {
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("Skip to the content");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("content");
    const lost = `[...document.querySelectorAll("nav a")].filter((link) => !document.getElementById(link.hash.slice(1))).length`;
    expect(await page.evaluate(lost)).toBe(0);
    const missing = `[...document.querySelectorAll("h2")].filter(({ id }) => !document.querySelector('nav a[href="#' + id + '"]')).length`;
    expect(await page.evaluate(missing)).toBe(0);
  });
});
