import type { Notice } from "../core/index.js";
import { visible } from "../display/index.js";
import { counted } from "./counted.js";
import { describeNotice } from "../review/index.js";
import type { Surroundings } from "./surroundings.js";

const SENTENCES: Readonly<Record<string, (facts: Notice) => string>> = {
  "windows-1252": ({ file }) => `${file} is not UTF-8; it was read as windows-1252`,
  "column-not-used": ({ file, column }) => `${file}: column ${column} is not used`,
  "column-near-miss": ({ file, column, nearest }) =>
    `${file}: column ${column} is not used; is it meant to be ${nearest}?`,
  "columns-not-used": ({ file, columns, names }) =>
    `${file}: ${counted(Number(columns), "column is", "columns are")} not used; the first: ${[names].flat().join(", ")}`,
  "week-prefix": ({ file, prefix }) => `${file}: the columns of weeks begin with ${prefix}`,
  "weekly-codes": () => "histories of weekly codes suit spells, not counts of people on a day",
  "blank-as-employed": ({ state, days, citizens }) =>
    `blank weeks are taken for ${state} in months with employment: ${counted(Number(days), "day", "days")} of ${counted(Number(citizens), "citizen", "citizens")}`,
  "work-untold": ({ months }) =>
    `nothing tells of ordinary work, and blank weeks aren't work${months === true ? "; --employment ordinary-work uses the months of employment" : ""}`,
  "open-spells": ({ spells }) =>
    `${counted(Number(spells), "spell has no last day and goes", "spells have no last day and go")} on to the last day that is covered`,
  "overlaps-resolved": ({ citizens, pairs }) =>
    `priorities changed the histories of ${counted(Number(citizens), "citizen", "citizens")}: ${[pairs].flat().join(", ")}`,
  "states-overlap": ({ citizens, pairs }) =>
    `two states hold on one day for ${counted(Number(citizens), "citizen", "citizens")}: ${[pairs].flat().join(", ")}`,
  "contradictory-states": ({ citizens, pairs }) =>
    `states contradict each other for ${counted(Number(citizens), "citizen", "citizens")}: ${[pairs].flat().join(", ")}`,
  "gaps": ({ citizens, days }) =>
    `no state is recorded between two spells of ${counted(Number(citizens), "citizen", "citizens")}, for ${counted(Number(days), "day", "days")} in all`,
  "unknown-municipality": ({ file, municipalities, nearest }) =>
    `${file}: none of the 98 municipalities: ${[municipalities].flat().join(", ")}${nearest === undefined ? "" : `; is it ${String(nearest)}?`}`,
  "areas-apart": ({ file, areas }) =>
    `${file}: rows that are no municipality's are kept apart: ${[areas].flat().join(", ")}`,
  "events-reconstructed": ({ file, rows }) =>
    `${file}: ${counted(Number(rows), "row has", "rows have")} a rate that only one number of events gives; it is taken for them`,
  "events-nearest": ({ file, municipalities }) =>
    `${file}: the rate of these is that of several numbers of events, which differ by little compared with chance; the nearest is taken: ${[municipalities].flat().join(", ")}`,
  "rate-beside-events": ({ file }) => `${file}: rates beside their events are not used`,
  "events-not-known": ({ file, municipalities }) =>
    `${file}: of these the rate is known but not its events, nor nearly, so that there are no limits: ${[municipalities].flat().join(", ")}`,
  "rate-of-no-count": ({ file, municipalities }) =>
    `${file}: no whole number of the total gives the rate of ${[municipalities].flat().join(", ")}; is it a rate of something else?`,
  "shares-below-one-percent": ({ file }) =>
    `${file}: shares are said to be per cent, and none is above 1; are they proportions?`,
  "figure-not-told": ({ file, rows, municipalities }) =>
    `${file}: ${counted(Number(rows), "row lacks its figure", "rows lack their figure")} or a part of it, left out: ${[municipalities].flat().join(", ")}`,
  "figure-partly-told": ({ file, municipalities }) =>
    `${file}: a part of the figures isn't told of ${[municipalities].flat().join(", ")}`,
  "no-rows": ({ file }) => `${file} has no rows`,
  "torn-line-set-aside": ({ file, row, bytes, aside }) =>
    `${file}: row ${row} was torn, by a write that was cut off; ${counted(Number(bytes), "byte of it stands", "bytes of it stand")} in ${aside} now`,
  "line-feed-added": ({ file, row }) =>
    `${file}: row ${row} was whole but for its line feed, which was added`,
  "reported-occupancy": ({ arms }) =>
    `the participants that were reported for ${[arms].flat().join(", ")} are taken as they stand in the ledger; a verification can't count them again`,
  "nominal-probabilities": () =>
    "the probabilities that entries record are the design's own; where a quota closes an arm, some citizens' true ones differ",
  "citizens-alike": ({ citizens }) =>
    `the citizens ${[citizens].flat().join(" and ")} differ in capital letters only; they count as different people`,
  "declared-beacon": ({ beacon }) =>
    `each draw must have used ${beacon}; compare the values in the ledger with their source`,
  "repeated-beacon": ({ batch, earlier, beacon }) =>
    `batch ${batch} was drawn with ${beacon}, as ${earlier} was before; a value that was known already proves nothing`,
  "undrawn-roster": ({ batch, citizens, drawn }) =>
    `roster ${batch} of ${counted(Number(citizens), "citizen", "citizens")} is frozen and waits for its draw; drawn so far: ${drawn}`,
  "dates-run-backwards": ({ line, date, after }) =>
    `line ${line} is dated ${date}, before an earlier line's ${after}; ask when it was written`,
  "no-final-line-feed": ({ file }) => `${file} doesn't end with a line feed; its end may be missing`,
};

/** Says on stderr what is worth knowing about the files; what it means for results stands with the results. */
export function tellNotices({ err, strong }: Surroundings, notices: readonly Notice[]): void {
  for (const notice of notices) {
    const opening = notice.severity === "info" ? "note:" : strong("yellow", `${notice.severity}:`);
    err(`${opening} ${visible((SENTENCES[notice.code] ?? inGeneral)(notice))}\n`);
  }
}

function inGeneral(notice: Notice): string {
  const { code, severity: _severity, ...facts } = notice;
  const language = { language: "en" } as const;
  const sentence = describeNotice(notice, language);
  if (sentence !== undefined)
    return typeof facts["criterion"] === "string" ? `${facts["criterion"]}: ${sentence}` : sentence;
  const told = Object.entries(facts).map(([name, value]) => `${name} ${String(value)}`);
  return [code.replaceAll("-", " "), ...told].join(", ");
}
