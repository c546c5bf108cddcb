/** Where the cells of one record stand in a text: found without making a string of any. */
export interface CellPlaces {
  /** Start and end of each cell, without its quotation marks and the white space around it. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** How many cells the record has; only as many as were expected have their places here. */
  count: number;
  /** Where the next record begins. */
  next: number;
  /** How many lines the record takes. */
  lines: number;
  /** A quotation mark stands wrongly or isn't closed. */
  broken: boolean;
}

/** Room for records of a width. */
export function cellPlaces(width: number): CellPlaces {
  const [starts, ends] = [new Int32Array(width), new Int32Array(width)];
  return { starts, ends, count: 0, next: 0, lines: 1, broken: false };
}

const QUOTE = 34;

/**
 * Finds the cells of the record that begins at a position.
 *
 * A wide weekly file has some 1,800 cells in each of many thousand records. Cut into strings, they would take
 * twenty times the file; here only their places are noted, one record after another.
 *
 * @param separator Character code of what stands between cells; `newline`, of what ends a record.
 */
export function findCells(
  text: string,
  from: number,
  separator: number,
  newline: number,
  into: CellPlaces,
): void {
  let at = from;
  let column = 0;
  into.lines = 1;
  into.broken = false;
  for (;;) {
    while (isSpace(text.charCodeAt(at), separator, newline)) at++;
    let start = at;
    let closed = -1;
    if (text.charCodeAt(at) === QUOTE) {
      start = at + 1;
      closed = closingQuote(text, start, newline, into);
      at = closed + 1;
      while (isSpace(text.charCodeAt(at), separator, newline)) at++;
      if (!endsCell(text.charCodeAt(at), separator, newline)) into.broken = true;
    }
    while (!endsCell(text.charCodeAt(at), separator, newline)) at++;
    let end = closed === -1 ? at : closed;
    while (end > start && isSpace(text.charCodeAt(end - 1), separator, newline)) end--;
    if (column < into.starts.length) {
      into.starts[column] = start;
      into.ends[column] = end;
    }
    column++;
    if (text.charCodeAt(at) !== separator) break;
    at++;
  }
  into.count = column;
  into.next = at + 1;
}

/** The position of the quotation mark that closes a cell; two of them within it are one that it holds. */
function closingQuote(text: string, from: number, newline: number, into: CellPlaces): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === newline) into.lines++;
    if (code !== QUOTE) continue;
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
    at++;
  }
  into.broken = true;
  return text.length;
}

function isSpace(code: number, separator: number, newline: number): boolean {
  return (code <= 32 || code === 160) && code !== separator && code !== newline;
}

/** Past the end of a text there is no character code: NaN. */
function endsCell(code: number, separator: number, newline: number): boolean {
  return code === separator || code === newline || Number.isNaN(code);
}
