import { inflateRawSync } from "node:zlib";
import { competitionError } from "../core/index.js";

const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;

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

/** The files of a ZIP archive by the records of its central directory (APPNOTE 4.3.12, 4.3.16), as text when it is wanted. */
function unpacked(bytes: Uint8Array, path: string): ReadonlyMap<string, () => string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    let end = bytes.length - END_LENGTH;
    while (view.getUint32(end, true) !== END) end--;
    const files = new Map<string, () => string>();
    let at = view.getUint32(end + 16, true);
    for (
      let left = view.getUint16(end + 10, true);
      left > 0 && view.getUint32(at, true) === CENTRAL;
      left--
    ) {
      const nameLength = view.getUint16(at + 28, true);
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
      const local = view.getUint32(at + 42, true);
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const data = bytes.subarray(start, start + view.getUint32(at + 20, true));
      const isStored = view.getUint16(at + 10, true) === 0;
      files.set(name, () => new TextDecoder().decode(isStored ? data : inflateRawSync(data)));
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return files;
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
