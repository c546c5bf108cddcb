import { inflateRawSync } from "node:zlib";
import { competitionError } from "../core/index.js";
import { zipRecords } from "../office/index.js";

/**
 * What a reader sees in a DOCX or XLSX file: the words of a document with its pictures, or a workbook's cells.
 *
 * @throws CompetitionError `not-an-office-file`
 */
export function officeText(bytes: Uint8Array, path: string): string {
  const parts = unpacked(bytes, path);
  const shared = [...textOf(parts, /^xl\/sharedStrings\.xml$/).matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, item = ""]) => wordsOf(item, "t"),
  );
  const cells = [...textOf(parts, /^xl\/worksheets\/[^/]+\.xml$/).matchAll(/<c( [^>]*)?>(.*?)<\/c>/gs)].map(
    ([, attributes = "", cell = ""]) => {
      const [, value = ""] = /<v>(.*?)<\/v>/s.exec(cell) ?? [];
      return attributes.includes(' t="s"') ? (shared[Number(value)] ?? "") : `${value} ${wordsOf(cell, "t")}`;
    },
  );
  const paragraphs = textOf(parts, /^word\/(?:document|header\d*|footer\d*|footnotes|comments)\.xml$/)
    .replaceAll(PAGE_NUMBER, "")
    .split("</w:p>")
    .map((paragraph) => wordsOf(paragraph, "w:t"));
  const pictures = textsOf(parts, /^word\/media\/.+\.svg$/).toSorted(); // programs name them otherwise
  return [...cells, ...paragraphs, ...pictures].join("\n");
}

/** What Word writes down of a field, such as a page's number, when it saves a file. */
const PAGE_NUMBER = /<w:fldChar [^>]*"separate".*?<w:fldChar [^>]*"end"/gs;

function textOf(parts: ReadonlyMap<string, () => string>, named: RegExp): string {
  return textsOf(parts, named).join("\n");
}

/** By name, whatever order the archive has them in. */
function textsOf(parts: ReadonlyMap<string, () => string>, named: RegExp): readonly string[] {
  return [...parts]
    .filter(([name]) => named.test(name))
    .toSorted(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([, read]) => read());
}

function wordsOf(xml: string, element: string): string {
  return [...xml.matchAll(new RegExp(`<${element}(?: [^>]*)?>([^<]*)</${element}>`, "g"))]
    .map(([, words = ""]) => words)
    .join("");
}

/** The files of an archive, as text when it is wanted. */
function unpacked(bytes: Uint8Array, path: string): ReadonlyMap<string, () => string> {
  try {
    return new Map(
      zipRecords(bytes).map(({ name, packed, isStored }) => [
        name,
        () => new TextDecoder().decode(isStored ? packed : inflateRawSync(packed)),
      ]),
    );
  } catch {
    throw competitionError({
      code: "not-an-office-file",
      path,
      received: `${bytes.length} bytes`,
      expected: "a DOCX or XLSX file that can be unpacked",
      hint: "Write the published edition anew, or remove the file.",
    });
  }
}
