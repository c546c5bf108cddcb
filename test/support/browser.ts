import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { chromium, type Page } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser"];

/** Where Chromium is: named in the environment, or where Debian puts it. */
function chromiumPath(): string {
  const place = process.env["CHROMIUM"] ?? PLACES.find((each) => existsSync(each));
  if (place === undefined) throw new Error("Chromium isn't here: install it, or name it in CHROMIUM");
  return place;
}

const TYPES: Readonly<Record<string, string>> = { ".js": "text/javascript", ".html": "text/html" };

/**
 * Opens a page of a site whose files stand below a folder, and works on it; nothing else is on its net.
 * What goes wrong in the page fails the work.
 */
export async function onPage<Result>(
  folder: string,
  address: string,
  work: (page: Page) => Promise<Result>,
): Promise<Result> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const errors: Error[] = [];
    page.on("pageerror", (error) => errors.push(error));
    await page.route("**", async (route) => {
      const file = path.join(folder, new URL(route.request().url()).pathname);
      if (!existsSync(file)) return await route.fulfill({ status: 404 });
      const contentType = `${TYPES[path.extname(file)] ?? "application/json"}; charset=utf-8`;
      await route.fulfill({ contentType, body: readFileSync(file) });
    });
    await page.goto(`http://page.test/${address}`);
    const result = await work(page);
    for (const error of errors) throw error;
    return result;
  } finally {
    await browser.close();
  }
}
