import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { run } from "../src/cli/run.js";
import { parsePayment, parseProtocol } from "../src/protocol/index.js";

const readme = readFileSync("README.md", "utf8");

/** The README's blocks of one language. */
function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(
    ([, code = ""]) => code,
  );
}

describe("the README's programs", () => {
  const examples = readdirSync("examples")
    .filter((name) => /\.(ts|html)$/.test(name))
    .map((name) => readFileSync(join("examples", name), "utf8").replaceAll(/\s+/g, " "))
    .join("\n");

  it("are parts of the examples, which the tests run", () => {
    const programs = blocks("ts");
    expect(programs).toHaveLength(8);
    for (const line of [...programs, ...blocks("html")]
      .flatMap((program) => program.split("\n"))
      .filter((each) => each.trim() !== "")) {
      expect(examples).toContain(line.trim().replaceAll(/\s+/g, " "));
    }
  });
});

describe("the README's payment terms", () => {
  it("are terms as settlement reads them", () => {
    const [terms = ""] = blocks("json").filter((block) => block.includes('"terms"'));
    const bytes = readFileSync("examples/fredericia/protocol.json");
    const protocol = parseProtocol(bytes, { name: "protocol.json" });
    expect(parsePayment(terms, protocol).terms).toHaveLength(1);
  });
});

describe("the README's commands", () => {
  const folder = mkdtempSync(join(tmpdir(), "readme-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "register.csv"), "cpr;name\n010203-1234;Ærø\n");
  writeFileSync(join(folder, "pseudonyms.key"), "0123456789abcdef0123456789abcdef\n");
  const commands = blocks("sh").flatMap((block) => block.trim().split("\n"));

  it.each(commands)("%s", async (command) => {
    const [npx, name, ...args] = command.split(" ");
    expect([npx, name]).toEqual(["npx", "konkurrencemodel"]);
    let told = "";
    const status = await run(args, {
      out: () => undefined,
      err: (text) => {
        told += text;
      },
      folder,
      today: "2026-11-22",
      strong: (_color, word) => word,
    });
    expect({ status, told }).toMatchObject({ status: 0 });
    const [, head] = /head to publish: (.*)/.exec(told) ?? [];
    if (head !== undefined) writeFileSync(join(folder, "head.json"), head);
  });

  it("leave the files that they name", () => {
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(["data", "ledger.jsonl", "outcomes.csv", "protocol.json", "review"]),
    );
    expect(readdirSync(join(folder, "review")).toSorted()).toEqual([
      "figures",
      "review.html",
      "review.json",
      "review.md",
      "review.schema.json",
      "tables",
    ]);
  });
});
