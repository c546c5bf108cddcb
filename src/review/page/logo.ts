import { competitionError } from "../../core/index.js";

/** A picture that stands in the file itself. */
export interface Logo {
  readonly type: "png" | "jpeg";
  readonly uri: string;
  readonly bytes: Uint8Array;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

const MOST_BYTES = 100_000;

/**
 * A logo that may be embedded. What it is, is read from its bytes and not from what it is called; SVG is
 * refused, since it can hold scripts and addresses.
 *
 * @throws CompetitionError `impossible-logo`.
 */
export function checkedLogo(uri: string): Logo {
  const [, base64] = /^data:image\/[a-z.+-]+;base64,([A-Za-z0-9+/]+={0,2})$/.exec(uri) ?? [];
  const bytes = base64 === undefined ? undefined : bytesOf(base64);
  if (bytes === undefined) throw refused(uri);
  const size = pngSize(bytes) ?? jpegSize(bytes);
  if (size === undefined || bytes.length > MOST_BYTES || size.width * size.height === 0) {
    throw refused(uri, bytes.length);
  }
  return { ...size, uri: `data:image/${size.type};base64,${base64 ?? ""}`, bytes };
}

function refused(uri: string, bytes?: number): Error {
  const start = uri.slice(0, 40);
  return competitionError({
    code: "impossible-logo",
    path: "theme.logo",
    received: bytes === undefined ? start : `${start}… of ${bytes} bytes`,
    expected: `a PNG or JPEG picture of at most ${MOST_BYTES} bytes as a data URI`,
    hint: "Export an SVG logo as PNG, about 400 pixels wide.",
  });
}

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

type Size = Pick<Logo, "type" | "width" | "height">;

/** Signature, then the header chunk, which tells the size (PNG 3rd edition, 5.2 and 11.2.1). */
function pngSize(bytes: Uint8Array): Size | undefined {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (bytes.length < 24 || signature.some((byte, at) => bytes[at] !== byte)) return undefined;
  const view = viewOf(bytes);
  return { type: "png", width: view.getUint32(16), height: view.getUint32(20) };
}

/** Segments up to the start of a frame, which tells the size (ITU T.81, B.2.2). */
function jpegSize(bytes: Uint8Array): Size | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = viewOf(bytes);
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { type: "jpeg", height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
  }
  return undefined;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
