import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchJobindsats, type JobindsatsConnection } from "../../../src/benchmark/jobindsats/fetch.js";
import { parseJobindsats } from "../../../src/benchmark/jobindsats/parse.js";
import type { JobindsatsRequest } from "../../../src/benchmark/jobindsats/request.js";

const token = "hemmelig-1234567890";
const asked: IncomingMessage[] = [];
type Answer = (response: ServerResponse) => void;
let answer: Answer = () => {};
let server: Server;
let connection: JobindsatsConnection;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request);
    answer(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  connection = { fetch, token, baseUrl: `http://127.0.0.1:${port}/v3` };
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const request: JobindsatsRequest = {
  table: "y30r21",
  periods: { QMAT: ["2018QMAT02", "2018QMAT04"] },
  hierarchies: { _nykom: "*", _ygrp: "/" },
};
const table = {
  columns: ["Periode", "Område", "Forventet antal", "Faktisk antal"],
  rows: [["2018", "Køge", 5, 6]],
};

function answering(status: number, body: string, headers: Record<string, string> = {}): void {
  answer = (response) => {
    response.writeHead(status, headers).end(body);
  };
}

async function failure(given: Partial<JobindsatsConnection> = {}): Promise<Error> {
  try {
    await fetchJobindsats(request, { ...connection, ...given });
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("no failure");
}

function shown(error: Error): string {
  return JSON.stringify([error, error.message, error.stack, error.cause]);
}

const impatient = (url: string, init: object): Promise<Response> =>
  fetch(url, { ...init, signal: AbortSignal.timeout(20) });

describe("fetchJobindsats", () => {
  it("asks as version 3 wants it, and gives what the parser takes", async () => {
    answering(200, JSON.stringify(table), { "content-type": "application/json" });
    const found = await fetchJobindsats(request, connection);
    const [last] = asked.slice(-1);
    expect(last?.url).toBe(
      "/v3/data/y30r21?mgroup.*=*&period.QMAT=2018QMAT02,2018QMAT04&hierarchy._nykom=*&hierarchy._ygrp=/&format=json",
    );
    expect(last?.headers.authorization).toBe(`Bearer ${token}`);
    expect(found.name).toBe("jobindsats-y30r21.json");
    expect(parseJobindsats(found.bytes, { name: found.name }).rows).toMatchObject([
      { municipality: "Køge", expected: 5, actual: 6 },
    ]);
    expect(JSON.stringify({ ...found, bytes: [...found.bytes] })).not.toContain(token);
  });

  it("asks for single measures and for CSV, with what a query needs escaped", async () => {
    answering(200, "Periode;Område\n");
    const { url, name } = await fetchJobindsats(
      { table: "Y25I14", periods: { M: "latest:14" }, measures: { mgrp_1: "a&b" }, format: "csv" },
      connection,
    );
    expect(url).toBe(
      `${connection.baseUrl ?? ""}/data/Y25I14?mgroup.mgrp_1=a%26b&period.M=latest:14&format=csv`,
    );
    expect(name).toBe("jobindsats-y25i14.csv");
  });

  it.each([
    [401, "jobindsats-refused", /version 3/],
    [403, "jobindsats-refused", /no access/],
    [404, "jobindsats-not-found", /table's id/],
    [400, "jobindsats-error", /periods and hierarchies/],
    [301, "jobindsats-moved", /another address/],
    [302, "jobindsats-moved", /another address/],
    [418, "jobindsats-error", /periods/],
    [500, "jobindsats-unavailable", /later/],
    [503, "jobindsats-unavailable", /later/],
  ])("says what status %d means", async (status, code, hint) => {
    answering(status, `{"message":"you sent ${token}"}`, { location: "/elsewhere" });
    const error = await failure();
    expect(error).toMatchObject({ code, hint: expect.stringMatching(hint) });
    expect(error.message).toContain(`status ${status}`);
    expect(JSON.stringify([error, error.message, error.stack, error.cause])).not.toContain(token);
  });

  it.each([
    ["as it is", (text: string) => text],
    ["in an address", encodeURIComponent],
    ["in JSON", (text: string) => JSON.stringify(text)],
    ["in Base64", btoa],
    ["in capital letters", (text: string) => text.toUpperCase()],
    ["broken into lines", (text: string) => text.replace(/(.{5})/g, "$1 ")],
  ])("masks a token that the server says back %s, wherever it stands", async (_what, form) => {
    const sent = 'hemmelig/+"1234567890=$&';
    const said = form(sent);
    const traces = [said, JSON.stringify(said).slice(1, -1), "1234567890", "MTIzNDU2Nzg5M", "12345 67890"];
    const answers: readonly [number, string, Record<string, string>][] = [
      [429, said, { "retry-after": said }],
      [429, said, { "retry-after": "120" }],
      [400, `${" ".repeat(3)}${"a".repeat(190)}${said}`, {}],
      [302, said, { location: `https://example.org/?token=${encodeURIComponent(sent)}` }],
      [500, said, { "content-type": `text/plain; token=${said}` }],
      [200, "<html></html>", { "content-type": `text/html; token=${said}` }],
    ];
    for (const [status, body, headers] of answers) {
      answering(status, body, headers);
      const told = shown(await failure({ token: sent }));
      for (const trace of traces) expect(told).not.toContain(trace);
    }
    const talkative = (): never => {
      throw new TypeError(`Bearer ${said} is no header`);
    };
    const told = shown(await failure({ token: sent, fetch: talkative }));
    for (const trace of traces) expect(told).not.toContain(trace);
  });

  it("follows no other address, where the token would go", async () => {
    const before = asked.length;
    answering(302, "", { location: `${connection.baseUrl ?? ""}/elsewhere` });
    expect(await failure()).toMatchObject({ code: "jobindsats-moved" });
    expect(asked.length).toBe(before + 1);
  });

  it("says how long to wait", async () => {
    answering(429, "", { "retry-after": "120" });
    expect(await failure()).toMatchObject({
      code: "jobindsats-too-many-requests",
      hint: "Ask again after 120 seconds.",
    });
    answering(429, "", { "retry-after": "Sun, 22 Nov 2026 20:00:00 GMT" });
    expect((await failure()).message).toContain("Ask again after Sun, 22 Nov 2026 20:00:00 GMT.");
    answering(429, "", { "retry-after": "when you like" });
    expect((await failure()).message).toContain("Ask again later.");
    answering(429, "");
    expect((await failure()).message).toContain("Ask again later.");
  });

  it.each([
    ["a page", "<!doctype html><title>Log ind</title>", "text/html; charset=utf-8"],
    ["a page that says it is JSON", "  <html></html>", "application/json"],
    ["nothing", "", "application/json"],
  ])("takes no %s for data", async (_what, body, type) => {
    answering(200, body, { "content-type": type });
    expect(await failure()).toMatchObject({ code: "jobindsats-not-data" });
  });

  it("tells a server that doesn't answer in time from one that can't be reached", async () => {
    answer = () => {};
    expect(await failure({ fetch: impatient })).toMatchObject({ code: "jobindsats-timeout" });
    expect(await failure({ baseUrl: "http://127.0.0.1:1" })).toMatchObject({
      code: "jobindsats-unreachable",
    });
    const talkative = (): never => {
      throw new TypeError(`Bearer ${token} is no header`);
    };
    const error = await failure({ fetch: talkative });
    expect(error.message).toContain("Bearer ••• is no header");
    expect(error.message).not.toContain(token);
  });

  it.each([
    ["a token with a line feed", { token: `${token}\n` }, "impossible-token"],
    ["a token with its word", { token: `Bearer ${token}` }, "impossible-token"],
    ["no token", { token: undefined }, "impossible-token"],
    ["no fetch", { fetch: undefined }, "missing-option"],
    ["a server without encryption", { baseUrl: "http://example.org/v3" }, "impossible-option"],
    ["a name in the address", { baseUrl: "https://user@example.org/v3" }, "impossible-option"],
    ["an unknown option", { retries: 3 }, "unknown-option"],
  ])("refuses %s and never shows the token", async (_what, given, code) => {
    const error = await failure(given as Partial<JobindsatsConnection>);
    expect(error).toMatchObject({ code });
    expect(JSON.stringify([error, error.message])).not.toContain(token);
  });

  it.each([
    ["no table", { periods: { M: "latest:1" } }, "missing-option"],
    ["a table that is a path", { table: "../x", periods: { M: "latest:1" } }, "impossible-option"],
    ["no period", { table: "y30r21", periods: {} }, "missing-option"],
    ["an empty value", { table: "y30r21", periods: { M: "" } }, "impossible-option"],
    ["an unknown key", { table: "y30r21", periods: { M: "2023M01" }, area: "*" }, "unknown-option"],
  ])("refuses a request with %s", async (_what, given, code) => {
    await expect(fetchJobindsats(given as never, connection)).rejects.toMatchObject({ code });
  });
});
