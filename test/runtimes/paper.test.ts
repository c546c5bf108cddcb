import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { onPage } from "../support/browser.js";
import { CASE_NAMES, reviewedCase } from "../support/cases/index.js";

const PIXELS_PER_MM = 96 / 25.4;
/** Between the margins of a sheet: 210 − 2 × 16 mm. */
const WIDTH = Math.ceil(178 * PIXELS_PER_MM);
/** Between those of the first: 297 − 14 − 13 mm. */
const HEIGHT = 270 * PIXELS_PER_MM;

interface Laid {
  readonly bottom: number;
  readonly tooWide: readonly string[];
}

/** A page as it is laid out for paper: where page one ends, and the tables that leave the sheet. */
async function laidOut(html: string): Promise<Laid> {
  const folder = mkdtempSync(path.join(tmpdir(), "paper-"));
  writeFileSync(path.join(folder, "review.html"), html);
  return await onPage(folder, "review.html", async (page) => {
    await page.setViewportSize({ width: WIDTH, height: 1000 });
    await page.emulateMedia({ media: "print" });
    return await page.evaluate<Laid>(`({
      bottom: document.querySelector("#table-key-points").getBoundingClientRect().bottom,
      tooWide: [...document.querySelectorAll("table")]
        .filter((table) => table.getBoundingClientRect().right > ${WIDTH})
        .map(({ id }) => id),
    })`);
  });
}

describe.each(CASE_NAMES)("the case %s on paper", (name) => {
  it.each(["da", "en"] as const)(
    "has page one on one sheet and every table on its sheet (%s)",
    async (language) => {
      const { review, published } = await reviewedCase(name);
      for (const edition of [review, published()]) {
        const { bottom, tooWide } = await laidOut(edition.toHTML({ language }));
        expect(bottom).toBeLessThanOrEqual(HEIGHT);
        expect(tooWide).toEqual([]);
      }
    },
  );
});
