import { element, escapeHtml, type Block, type Language } from "../display/index.js";
import { addressed, contentsList } from "./page/contents.js";
import { pagePart } from "./page/parts.js";
import { PRINTED, styleOf } from "./page/style.js";
import type { CheckedTheme } from "./page/theme.js";
import { PAGE_WORDS } from "./words/page.js";

/** What the page around the blocks needs to know. */
export interface PageFacts {
  readonly language: Language;
  readonly title: string;
  /** Printed at the head of every sheet. */
  readonly running: string;
  /** Shown on every sheet and screen, where there is something to warn of. */
  readonly banner: string | null;
  readonly theme: CheckedTheme;
}

/**
 * A whole HTML page from blocks: one file with its own styles, no script, nothing fetched from
 * anywhere. It prints on A4, folds on a telephone, and follows the reader's choice of light or dark.
 */
export function htmlPage(given: readonly Block[], facts: PageFacts): string {
  const { language, title, running, banner, theme } = facts;
  const words = PAGE_WORDS[language];
  const blocks = addressed(given);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>
${styleOf(theme.colors)}
@page { @top-left { content: ${cssText(running)}; font: 8pt ${PRINTED}; color: #444 } }
</style>
</head>
<body>
<a class="skip" href="#content">${escapeHtml(words.skip)}</a>
${banner === null ? "" : element("aside", { "class": "banner", "aria-label": words.warning }, [banner]).markup}
<header><div>${logoOf(theme)}<p>${escapeHtml(theme.name)}</p></div></header>
<div class="page">
<nav aria-label="${escapeHtml(words.contents)}">
<p>${escapeHtml(words.contents)}</p>
${contentsList(blocks).markup}
</nav>
<main id="content" tabindex="-1">
${blocks.map((block) => pagePart(block, language)).join("\n")}
</main>
</div>
</body>
</html>
`;
}

/** The name stands beside it, so it has no text of its own. */
function logoOf({ logo }: CheckedTheme): string {
  if (logo === null) return "";
  const { uri, width, height } = logo;
  return element("img", { src: uri, alt: "", width, height }).markup;
}

/** A string of CSS; what could end it is escaped by code point. */
function cssText(text: string): string {
  return `"${text.replaceAll(/[^\p{L}\p{N} .,:()%-]/gu, (character) => `\\${(character.codePointAt(0) ?? 32).toString(16)} `)}"`;
}
