import type { PageColors } from "./colors.js";

const FACE = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif";
/** On paper letters are as wide on every machine, so that what fits a sheet here fits it elsewhere. */
export const PRINTED = "Arial, 'Liberation Sans', Helvetica, sans-serif";

/** All styles of the page, with the colors of its theme. */
export function styleOf(colors: PageColors): string {
  return [variables(colors), SCREEN, WIDE, MIDDLE, NARROW, PRINT, SHEET].join("\n");
}

function variables({ main, onMain, accent, accentOnDark }: PageColors): string {
  return `:root { color-scheme: light dark; --main: ${main}; --on-main: ${onMain}; --ink: #1b1f24; --paper: #ffffff; --faint: #59616a; --line: #c9ced4; --tint: #f3f5f7; --accent: ${accent}; --caution: #8a5a00; --warning: #a3261b; --shade: #0003 }
@media screen and (prefers-color-scheme: dark) { :root { --ink: #e7eaee; --paper: #14171b; --faint: #a5adb6; --line: #3c434b; --tint: #1e2329; --accent: ${accentOnDark}; --caution: #e0b060; --warning: #f0908a; --shade: #0009 } }`;
}

/** Shadows at a table's edges tell that it goes on there: not a background, so that the contrast on it can be told. */
const SCREEN = `* { box-sizing: border-box }
html { font-size: 100%; -webkit-text-size-adjust: 100%; scroll-padding-top: 3.5rem }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 ${FACE} }
a { color: var(--accent) }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
main:focus { outline: none }
.skip { position: absolute; left: -100vw; top: 0; z-index: 3; padding: .6rem 1rem; background: var(--paper); color: var(--accent) }
.skip:focus { left: .5rem }
.banner { padding: .45rem 1.25rem; background: var(--warning); color: var(--paper); font-weight: 600; text-align: center; position: sticky; top: 0; z-index: 2 }
header { background: var(--main); color: var(--on-main) }
header > div { max-width: 62.5rem; margin: 0 auto; padding: .7rem 1.25rem; display: flex; align-items: center; gap: .9rem }
header p { margin: 0; font-weight: 600 }
header img { display: block; height: 2.6rem; width: auto; max-width: 11rem; padding: .2rem; border-radius: 3px; background: #fff; object-fit: contain }
.page { max-width: 62.5rem; margin: 0 auto; padding: 1rem 1.25rem 4rem }
main { min-width: 0 }
nav { font-size: .92rem; line-height: 1.4 }
nav p { margin: 0 0 .3rem; font-weight: 600 }
nav ul { list-style: none; margin: 0; padding: 0 }
nav li { margin: 0 }
nav a { display: inline-block; padding: .2rem 0; text-decoration-thickness: 1px; text-underline-offset: .18em }
h1 { font-size: clamp(1.6rem, 4.5vw, 2.2rem); line-height: 1.2; margin: .75rem 0 .5rem; text-wrap: balance }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 3.25rem 0 .75rem; padding-top: .75rem; border-top: 3px solid var(--accent) }
h3 { font-size: 1.1rem; line-height: 1.3; margin: 2.2rem 0 .5rem; text-wrap: balance }
h1, h2, h3 { hyphens: auto; overflow-wrap: break-word }
p, li { max-width: 46rem; overflow-wrap: anywhere }
p { margin: .5rem 0 .9rem }
p.lead { font-size: 1.22rem; line-height: 1.45; border-left: 4px solid var(--accent); padding-left: 1rem }
p.small { color: var(--faint); font-size: .9rem }
main ul { padding-left: 1.25rem }
li { margin: .35rem 0 }
figure { margin: 1.4rem 0 1.8rem }
figure svg { max-width: 100%; height: auto; display: block }
figcaption, caption { color: var(--faint); font-size: .9rem; text-align: left; max-width: 46rem }
figcaption { margin-top: .4rem }
caption { padding: .25rem 0 .4rem; font-weight: 600; color: var(--ink) }
details { margin-top: .4rem; font-size: .95rem }
summary { cursor: pointer; color: var(--accent); padding: .3rem 0; width: fit-content }
.narrow { display: none }
sup { font-size: .72rem; font-weight: 400; line-height: 0; white-space: nowrap }
sup a { text-decoration-thickness: 1px; text-underline-offset: .15em }
tr:target { background: var(--tint); box-shadow: inset 0 -2px var(--accent) }
.table { margin: 1rem 0 1.5rem }
.wide { overflow-x: auto }
@supports (animation-timeline: scroll()) { .wide { animation: beyond linear both; animation-timeline: scroll(self inline) } }
@keyframes beyond {
  from { box-shadow: inset -.8rem 0 .5rem -.5rem var(--shade) }
  1%, 99% { box-shadow: inset -.8rem 0 .5rem -.5rem var(--shade), inset .8rem 0 .5rem -.5rem var(--shade) }
  to { box-shadow: inset .8rem 0 .5rem -.5rem var(--shade) }
}
table { border-collapse: collapse; width: 100%; font-size: .9rem; line-height: 1.4; font-variant-numeric: tabular-nums lining-nums }
th, td { padding: .38rem .45rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top }
th:first-child, td:first-child { padding-left: 0 }
thead th, thead td { border-bottom: 2px solid var(--ink); vertical-align: bottom; font-weight: 600 }
thead th { hyphens: manual }
tbody th { font-weight: 500; min-width: 7.5rem }
td.right { white-space: nowrap }
#table-numbers tbody th { min-width: 2.5rem; white-space: nowrap }
#table-numbers td:last-child { width: 34% }
#table-key-points td, #table-key-points th { font-size: 1rem; padding: .5rem .6rem .5rem 0 }
#table-key-points td { overflow-wrap: anywhere; hyphens: auto }
#table-key-points tbody th { font-weight: 600; hyphens: auto }
#table-key-points th:first-child { width: 22% }
th.right, td.right { text-align: right }
#table-sources td:last-child { font-family: ui-monospace, Consolas, 'Liberation Mono', monospace; font-size: .75rem; overflow-wrap: anywhere }
.note { border: 1px solid var(--line); border-left: 4px solid var(--accent); background: var(--tint); padding: .6rem .9rem; margin: 1rem 0; max-width: 46rem }
.note + .note { margin-top: -1rem; border-top: 0 }
.note.caution { border-left-color: var(--caution) }
.note.warning { border-left-color: var(--warning) }`;

/** Contents at the side, where there is room for them. */
const WIDE = `@media screen and (min-width: 76rem) {
  header > div, .page { max-width: 78rem }
  .page { display: grid; grid-template-columns: 14rem minmax(0, 58rem); gap: 3.5rem }
  nav { position: sticky; top: 3.25rem; align-self: start; max-height: calc(100vh - 4rem); overflow-y: auto; padding: 1rem 0 }
  nav > ul > li { margin: .45rem 0 }
  nav ul ul { margin: .1rem 0 .5rem; padding-left: .7rem; border-left: 2px solid var(--line); font-size: .84rem }
}`;

/** From a tablet on, tables of many columns stand closer and smaller, so that none of them is beyond the edge. */
const MIDDLE = `@media screen and (min-width: 44.01rem) {
  .wide td.right { white-space: normal }
  .many table { font-size: .82rem }
  .many :is(th, td) { padding-left: .18rem; padding-right: .18rem }
  .many :is(th, td):first-child { padding-left: 0 }
  .many tbody th { min-width: 4.2rem; hyphens: auto }
}
@media screen and (min-width: 44.01rem) and (max-width: 62.49rem) {
  .page { padding-left: 1rem; padding-right: 1rem }
  .wide :is(th, td) { padding-left: .2rem; padding-right: .2rem }
  .many table { font-size: .74rem }
  .wide :is(th, td):first-child { padding-left: 0 }
  .many :is(th, td):nth-child(n + 2) { padding-left: .13rem; padding-right: .13rem }
  .wide :is(th, td):last-child { padding-right: 0 }
}`;

const NARROW = `@media screen and (max-width: 75.99rem) {
  nav { border-bottom: 1px solid var(--line); padding-bottom: .5rem }
  nav > ul { display: flex; flex-wrap: wrap; gap: 0 1.1rem }
  nav ul ul { display: none }
}
@media screen and (max-width: 44rem) {
  .page { padding: .75rem 1rem 3rem }
  p.lead { font-size: 1.12rem; padding-left: .8rem }
  .broad { display: none }
  .narrow { display: block }
  figure svg { width: 100%; max-width: 32rem }
  .wide tbody th, .wide thead :first-child { position: sticky; left: 0; background: var(--paper); max-width: 8.5rem; overflow-wrap: break-word; hyphens: auto }
  .wide table { font-size: .85rem }
  .wide th, .wide td { padding: .35rem .3rem }
  .wide tbody th { min-width: 6rem }
  .wide td { min-width: 3.2rem }
  #table-origins td, #table-options td { min-width: 10rem }
  #table-numbers td:nth-child(2), #table-numbers td:nth-child(4) { min-width: 9rem }
  #table-numbers td:last-child { min-width: 17rem }
  .wide #table-numbers tbody th { min-width: 2.5rem }
  .wide [id^="table-readings"] tbody th, .wide #table-origins tbody th { position: static; min-width: 12rem; max-width: none }
  .wide caption { max-width: calc(100vw - 2rem) }
  thead th { hyphens: auto; overflow-wrap: break-word }
  #table-key-points, #table-key-points tbody, #table-key-points tr, #table-key-points tbody th, #table-key-points td { display: block; width: auto }
  #table-key-points thead { display: none }
  #table-key-points caption { display: block; border-bottom: 2px solid var(--ink) }
  #table-key-points tbody th, #table-key-points th:first-child { width: auto; border: 0; padding: .7rem 0 0 }
  #table-key-points td { padding: .1rem 0 .7rem }
}`;

/** A page whose first sheet tells of several comparisons, and has less room for each. */
const SEVERAL = "main:has(#brief ~ p.lead + p.lead + p + #figure-effect)";

/** A table that may be broken begins with so much room that its caption, its head and some rows stand together. */
const PRINT = `@media print {
  :root { --ink: #000; --paper: #fff; --faint: #333; --line: #999; --tint: #fff; --caution: #000; --warning: #000 }
  body { font: 9pt/1.35 ${PRINTED} }
  .skip, nav, .banner, details, .narrow { display: none }
  .page { max-width: none; padding: 0 }
  header { float: right; background: none; color: #000; margin: 0 0 4pt 12pt }
  header > div { padding: 0; gap: 6pt }
  header img { height: 26pt; padding: 0 }
  header p { font-size: 9pt }
  p, li, .note, figcaption, caption { max-width: none }
  a { color: inherit; text-decoration: none }
  h1 { font-size: 15pt; margin: 0 0 2pt }
  h2 { font-size: 13pt; break-after: avoid; margin: 16pt 0 6pt; padding-top: 6pt; border-top-width: 1.5pt }
  h3 { font-size: 10.5pt; break-after: avoid; margin: 12pt 0 4pt }
  #chance { break-before: page; border-top: 0; margin-top: 0; padding-top: 0 }
  p { margin: 2.5pt 0 4.5pt; orphans: 3; widows: 3 }
  p.lead { font-size: 10.5pt; break-inside: avoid }
  p.small { font-size: 8.5pt }
  figure, .note, tr, li, .whole { break-inside: avoid }
  figure { margin: 6pt 0 10pt }
  figure svg { max-width: 100%; max-height: 215mm; margin: 0 }
  figcaption, caption { font-size: 8pt }
  caption, p:has(+ .table), p:has(+ figure) { break-after: avoid }
  svg:last-child { break-after: avoid }
  figure.tall { break-inside: auto }
  .tall svg { break-inside: avoid }
  #figure-effect svg { max-width: 90% }
  #figure-effect { margin: 3pt 0 4pt }
  #brief { margin-top: 5pt; padding-top: 4pt }
  .note { margin: 6pt 0; padding: 3pt 7pt; font-size: 8.5pt }
  .note + .note { margin-top: -6pt }
  .table { margin: 6pt 0 10pt }
  .wide { overflow: visible; animation: none }
  table { font-size: 8pt; line-height: 1.3 } thead { display: table-header-group }
  thead { break-after: avoid } tbody tr:first-child { break-before: avoid }
  tbody tr:is(:nth-child(-n + 2), :nth-last-child(-n + 3)):not(:last-child) { break-after: avoid }
  .table:not(.whole)::before { content: ""; display: block; height: 30mm; margin-bottom: -30mm; break-inside: avoid }
  td.right { white-space: normal }
  tbody th { min-width: 7em }
  #table-months tbody th { white-space: nowrap }
  #table-origins th:first-child, [id^="table-readings"] th:first-child { width: 34% }
  #table-numbers tbody th { min-width: 2em }
  sup { font-size: 6.5pt; line-height: 1; vertical-align: .3em }
  #table-sources td:last-child { font-size: 6.2pt }
  th, td { padding: 2pt 4pt }
  .many table { font-size: 7.5pt } .many th, .many td { padding: 2pt }
  .table:has(#table-key-points) { margin: 2pt 0 0; break-inside: auto }
  #table-key-points thead { display: none }
  #table-key-points tr:first-child > * { border-top: 1.2pt solid #000 }
  #table-key-points td, #table-key-points th { font-size: 8pt; line-height: 1.23; padding: 1.2pt 4pt 1.2pt 0 }
  #table-key-points th:first-child { width: 14.5% }
  ${SEVERAL} > :is(h1, p):not(#chance ~ *) { font-size: 8.5pt; margin: 1.5pt 0 3pt }
  ${SEVERAL} > h1:not(#chance ~ *) { font-size: 13pt }
  ${SEVERAL} > p.lead:not(#chance ~ *) { font-size: 9.5pt; line-height: 1.33 }
  ${SEVERAL} #table-key-points :is(td, th) { font-size: 7.5pt }
}`;

const SHEET = `@page :first { margin-top: 14mm; margin-bottom: 13mm }
@page { size: A4; margin: 18mm 16mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt ${PRINTED}; color: #444 } }`;
