import { escapeHtml, writeHtml, type Block, type Language } from "../display/index.js";

/** What the page around the blocks needs to know. */
export interface PageFacts {
  readonly language: Language;
  readonly title: string;
  /** Printed at the head of every sheet. */
  readonly running: string;
  /** Shown on every sheet and screen, where there is something to warn of. */
  readonly banner: string | null;
}

/**
 * A whole HTML page from blocks: one file with its own styles, no script, nothing fetched from
 * anywhere. It prints on A4, and follows the reader's choice of light or dark.
 */
export function htmlPage(blocks: readonly Block[], facts: PageFacts): string {
  const { language, title, running, banner } = facts;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(title)}</title>
<style>
${STYLE}
@page { @top-left { content: ${cssText(running)}; font: 8pt ${FACE}; color: #444 } }
</style>
</head>
<body>
${banner === null ? "" : `<p class="banner" role="note">${escapeHtml(banner)}</p>\n`}<main>
${scrollingTables(writeHtml(blocks, { language }))}
</main>
</body>
</html>
`;
}

/** Wide tables scroll by themselves on a narrow screen, also by keyboard. */
function scrollingTables(html: string): string {
  return html
    .replaceAll(
      /<table( id="[^"]*")?>(<caption>(.*?)<\/caption>)/gs,
      (_all, id: string | undefined, caption: string, text: string) => {
        const label = text.replaceAll(/<[^>]*>/g, " ");
        return `<div class="wide" role="region" tabindex="0" aria-label="${label}"><table${id ?? ""}>${caption}`;
      },
    )
    .replaceAll("</table>", "</table></div>");
}

/** A string of CSS; what could end it is escaped by code point. */
function cssText(text: string): string {
  return `"${text.replaceAll(/[^\p{L}\p{N} .,:()%-]/gu, (character) => `\\${(character.codePointAt(0) ?? 32).toString(16)} `)}"`;
}

const FACE = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";

const STYLE = `:root { color-scheme: light dark; --ink: #1b1f24; --paper: #ffffff; --faint: #5a626b; --line: #c9ced4; --tint: #f3f5f7; --accent: #1f5d8c; --caution: #8a5a00; --warning: #a3261b }
@media (prefers-color-scheme: dark) { :root { --ink: #e7eaee; --paper: #14171b; --faint: #a5adb6; --line: #3c434b; --tint: #1e2329; --accent: #7db8e6; --caution: #e0b060; --warning: #f0908a } }
* { box-sizing: border-box }
html { font-size: 100%; -webkit-text-size-adjust: 100% }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 ${FACE} }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem }
h1 { font-size: clamp(1.6rem, 4.5vw, 2.2rem); line-height: 1.2; margin: .5rem 0 .5rem; text-wrap: balance }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 3rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--accent) }
h3 { font-size: 1.08rem; line-height: 1.3; margin: 2rem 0 .5rem }
p, li { max-width: 46rem; overflow-wrap: anywhere }
p { margin: .5rem 0 .9rem }
p.lead { font-size: 1.22rem; line-height: 1.45; border-left: 4px solid var(--accent); padding-left: 1rem }
p.small { color: var(--faint); font-size: .9rem }
ul { padding-left: 1.25rem }
li { margin: .35rem 0 }
figure { margin: 1.25rem 0 }
figure svg { max-width: 100%; height: auto; display: block }
figcaption, caption { color: var(--faint); font-size: .9rem; text-align: left }
caption { padding: .25rem 0 .4rem }
.wide { overflow-x: auto; margin: 1rem 0 1.4rem }
.wide:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
table { border-collapse: collapse; width: 100%; font-size: .9rem; font-variant-numeric: tabular-nums }
th, td { padding: .38rem .45rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; font-weight: 600 }
tbody th { font-weight: 500 }
#table-key-points td, #table-key-points th { font-size: 1rem; padding: .5rem .6rem }
#table-key-points td { overflow-wrap: anywhere; hyphens: auto }
#table-key-points tbody th { font-weight: 600 }
#table-key-points th:first-child { width: 22% }
th.right, td.right { text-align: right }
#table-sources td:last-child { font-family: ui-monospace, Consolas, 'Liberation Mono', monospace; font-size: .75rem; overflow-wrap: anywhere }
.note { border: 1px solid var(--line); border-left: 4px solid var(--accent); background: var(--tint); padding: .6rem .9rem; margin: 1rem 0; max-width: 46rem }
.note.caution { border-left-color: var(--caution) }
.note.warning { border-left-color: var(--warning) }
.banner { margin: 0; max-width: none; padding: .45rem 1.25rem; background: var(--warning); color: var(--paper); font-weight: 600; text-align: center; position: sticky; top: 0; z-index: 1 }
@media screen and (max-width: 44rem) {
  figure { overflow-x: auto }
  figure svg { max-width: none; min-width: 32rem; height: auto }
  figcaption { position: sticky; left: 0 }
  #table-key-points th { font-size: .9rem; padding-left: 0 }
}
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --faint: #333; --line: #999; --tint: #fff; --accent: #000; --caution: #000; --warning: #000 }
  body { font-size: 9.5pt; line-height: 1.38 }
  main { max-width: none; padding: 0 }
  p, li, .note { max-width: none }
  .banner { display: none }
  h1 { font-size: 17pt; margin: 0 0 4pt }
  h2 { font-size: 13pt; break-after: avoid; margin: 16pt 0 6pt; padding-top: 6pt }
  h3 { font-size: 10.5pt; break-after: avoid; margin: 12pt 0 4pt }
  #chance { break-before: page }
  p { margin: 3pt 0 6pt; orphans: 3; widows: 3 }
  p.lead { font-size: 11pt }
  p.small { font-size: 8.5pt }
  figure, .note, tr, li { break-inside: avoid }
  figure { margin: 6pt 0 }
  figcaption, caption { font-size: 8pt; break-after: avoid }
  #figure-effect svg { max-width: 80% }
  .note { margin: 6pt 0; padding: 4pt 8pt }
  .wide { overflow: visible; margin: 6pt 0 10pt }
  table { font-size: 8pt } thead { display: table-header-group }
  th, td { padding: 2pt 4pt }
  #table-key-points td, #table-key-points th { font-size: 8.2pt; padding: 2pt 4pt }
}
@page { size: A4; margin: 18mm 16mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt ${FACE}; color: #444 } }`;
