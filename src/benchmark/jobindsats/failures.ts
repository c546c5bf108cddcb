import { competitionError } from "../../core/index.js";
import { withoutCpr } from "../../tables/index.js";

/** A text without the token, should it stand in it. */
export type Masked = (text: string) => string;

interface Answered {
  readonly status: number;
  readonly headers: { readonly get: (name: string) => string | null };
}

interface Words {
  readonly code: string;
  readonly hint: string;
}

const BY_STATUS: Readonly<Record<number, Words>> = {
  401: {
    code: "jobindsats-refused",
    hint: "The token isn't known: is it whole, and is it one of version 3?",
  },
  403: { code: "jobindsats-refused", hint: "The token gives no access to this table." },
  404: { code: "jobindsats-not-found", hint: "Is the table's id right? Tables are listed at /tables." },
};

const UNAVAILABLE: Words = { code: "jobindsats-unavailable", hint: "The server has a fault: ask later." };
const OTHER: Words = {
  code: "jobindsats-error",
  hint: "Are periods and hierarchies those that the table has? They are listed at /table/<id>.",
};

/** The error of an answer that is no success. */
export function failureOf(
  url: string,
  { status, headers }: Answered,
  body: Uint8Array,
  masked: Masked,
): Error {
  const { code, hint } =
    status === 429
      ? tooMany(headers.get("retry-after"))
      : (BY_STATUS[status] ?? (status >= 500 ? UNAVAILABLE : OTHER));
  const said = saidIn(body, masked);
  return competitionError({
    code,
    path: url,
    received: said === "" ? `status ${status}` : `status ${status}: ${said}`,
    expected: "status 200",
    hint,
  });
}

function tooMany(retryAfter: string | null): Words {
  const wait = retryAfter === null ? "" : /^\d+$/.test(retryAfter) ? `${retryAfter} seconds` : retryAfter;
  return {
    code: "jobindsats-too-many-requests",
    hint: wait === "" ? "Ask again later." : `Ask again after ${wait}.`,
  };
}

/** The beginning of what the server says, unless it is a page; masked before it is cut, lest half a token be left. */
function saidIn(body: Uint8Array, masked: Masked): string {
  const text = masked(new TextDecoder().decode(body)).replace(/\s+/g, " ").trim();
  return text.startsWith("<") ? "" : withoutCpr(text.slice(0, 200));
}

/** The error of a request that got no answer. */
export function unreachable(url: string, error: unknown, masked: Masked): Error {
  const { name, message } = typeof error === "object" && error !== null ? (error as Partial<Error>) : {};
  const isTimeout = name === "TimeoutError" || name === "AbortError";
  return competitionError({
    code: isTimeout ? "jobindsats-timeout" : "jobindsats-unreachable",
    path: url,
    received: masked(message ?? String(error)),
    expected: "an answer",
    hint: isTimeout
      ? "Ask for fewer periods or municipalities at a time, or wait longer."
      : "Is there a way to the server from here?",
  });
}

/** The error of an answer that is no table. */
export function notData(url: string, type: string | null): Error {
  return competitionError({
    code: "jobindsats-not-data",
    path: url,
    received: type ?? "an answer without a type",
    expected: "data as JSON or CSV",
    hint: "A page instead of data comes from a proxy or a wrong address.",
  });
}
