import { checkKeysOnce, competitionError, digestOfValue } from "../core/index.js";
import type { PaymentPlan } from "../settlement/index.js";
import { decodeText } from "../tables/index.js";
import { contradictionsOf } from "./checks.js";
import { checkedDocument, type DocumentKind } from "./document.js";
import { planIssuesOf, protocolSchema } from "./schema.js";
import type { Protocol, ProtocolDocument } from "./types.js";

/**
 * Checks the agreement made before the first referral and gives it back as a frozen value with its
 * digest, the SHA-256 of its canonical JSON (RFC 8785) as it was given, before any default.
 *
 * @param value The document, as in `protocol.json`.
 * @returns The document's own properties and `digest`.
 * @throws CompetitionError `impossible-protocol` with every issue: an unknown key, a wrong type, a
 * criterion that refers to an undefined state, a primary that isn't listed, a contradiction. `path`,
 * `received`, `expected` and `hint` are those of the first.
 *
 * @example
 * const protocol = defineProtocol({ ...tenders.fredericiaA.toJSON(), municipality: "Kolding" });
 * @example
 * defineProtocol({}) // throws: format: impossible value; received nothing; expected …
 */
export function defineProtocol(value: ProtocolDocument | Protocol): Protocol {
  return checkedProtocol(value, "protocol");
}

/**
 * Reads a protocol from the bytes or text of its JSON file.
 *
 * @param input Bytes (UTF-8) or text.
 * @param options `name`: the file's name for errors; `protocol.json` by default.
 * @throws CompetitionError `not-json` with the place where reading stopped, `repeated-key`, or as {@link defineProtocol}.
 */
export function parseProtocol(
  input: Uint8Array | string,
  options: { readonly name?: string } = {},
): Protocol {
  const name = options.name ?? "protocol.json";
  const { text } = decodeText(input, name, "a JSON document");
  const value = readJson(text, name);
  checkKeysOnce(text, name);
  return checkedProtocol(value, name);
}

/**
 * Reads payment terms from a file of their own, as they stand in a protocol under `payment`: what a bid or a new
 * contract says, or what might have been agreed instead.
 *
 * @param protocol Whose arms and criteria the terms are about; nothing of it changes, nor its digest.
 * @throws CompetitionError `impossible-payment` with every issue, the places beginning with `payment`; `not-json`, `repeated-key`,
 *   `empty-file`; `impossible-input` for what is no protocol.
 * @example
 * settleAccounts(outcomes, parsePayment('{"terms":[]}', protocol)).notices.length // one for each arm
 * @example
 * parsePayment("{}", protocol) // throws: payment.json, payment.terms: impossible value; received nothing; …
 */
export function parsePayment(
  input: Uint8Array | string,
  protocol: Protocol,
  options: { readonly name?: string } = {},
): PaymentPlan {
  const name = options.name ?? "payment.json";
  requireProtocol(protocol);
  const { text } = decodeText(input, name, "payment terms as a JSON document");
  const payment = readJson(text, name);
  checkKeysOnce(text, name);
  const { payment: checked } = checkedDocument(paymentKind, { ...protocol.toJSON(), payment }, name);
  return checked ?? { terms: [] };
}

/** For callers whom no compiler tells. */
function requireProtocol(protocol: Partial<Protocol> | undefined): void {
  if (typeof protocol?.digest === "string" && typeof protocol.toJSON === "function") return;
  throw competitionError({
    code: "impossible-input",
    path: "parsePayment.protocol",
    received: protocol,
    expected: "a protocol, as parseProtocol gives it",
    hint: "Write parsePayment(bytes, protocol, { name }).",
  });
}

const methods = {
  toJSON(this: Protocol): ProtocolDocument {
    const { digest: _digest, ...document } = this;
    return document;
  },
};
Object.defineProperty(methods, "toJSON", { enumerable: false });

const protocolKind: DocumentKind<ProtocolDocument> = {
  noun: "protocol",
  schema: protocolSchema,
  planIssues: planIssuesOf,
  contradictions: contradictionsOf,
};

/** Payment terms by themselves are checked with the protocol whose arms and criteria they name. */
const paymentKind: DocumentKind<ProtocolDocument> = { ...protocolKind, noun: "payment" };

function checkedProtocol(value: unknown, file: string): Protocol {
  const document = checkedDocument(protocolKind, value, file);
  const protocol = Object.assign(Object.create(methods) as Protocol, document, {
    digest: digestOfValue(document),
  });
  // Not enumerable: they follow from the document, and no copy needs them.
  Object.defineProperty(protocol, "parts", { value: digestsOfParts(document), enumerable: false });
  return Object.freeze(protocol);
}

function digestsOfParts(document: ProtocolDocument): Readonly<Record<string, string>> {
  const digests = Object.entries(document).map(([part, value]) => [part, digestOfValue(value)] as const);
  return Object.freeze(Object.fromEntries(digests));
}

function readJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const told = error instanceof Error ? error.message : "";
    throw competitionError({
      code: "not-json",
      path: file,
      received: told,
      expected: "a JSON document",
      hint: "Look for a missing comma, quote or bracket near the place named.",
    });
  }
}
