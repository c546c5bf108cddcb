import { expect, it } from "vitest";
import { command, EVALUATION, fredericiaFolder, textOf } from "../support/cli.js";

interface Answer {
  readonly rates: readonly { readonly arm: string; readonly rate: { readonly estimate: number } }[];
  readonly differences: readonly { readonly difference: { readonly estimate: number } | null }[];
  readonly verdicts: readonly { readonly code: string }[];
  readonly cluster: readonly { readonly position: string }[] | null;
}

const review = ["review", ...EVALUATION, "--municipalities", "municipalities.csv"] as const;

it("review --json says what the five lines say, as data, and writes the same review", async () => {
  const folder = fredericiaFolder();
  const { status, out } = await command(folder, ...review, "--json", "--out", "data");
  const answer = JSON.parse(out) as Answer;
  const written = JSON.parse(textOf(folder, "data/review.json")) as {
    readonly effects: readonly [
      {
        readonly rates: Answer["rates"];
        readonly comparisons: Answer["differences"];
        readonly verdicts: Answer["verdicts"];
      },
    ];
  };
  expect(status).toBe(0);
  const [effect] = written.effects;
  expect(answer.rates.map(({ rate }) => rate)).toEqual(effect.rates.map(({ rate }) => rate));
  expect(answer.differences[0]?.difference).toEqual(effect.comparisons[0]?.difference);
  expect(answer).toMatchObject({ asOf: "2006-09-30", audience: "internal", citizens: 396, pending: 0 });
  expect(answer.verdicts).toEqual(effect.verdicts);
  expect(answer.cluster).toHaveLength(2);

  const text = await command(folder, ...review, "--out", "text");
  expect(text.out.trimEnd().split("\n")).toHaveLength(5);
  expect(textOf(folder, "text/review.json")).toBe(textOf(folder, "data/review.json"));
});

it("review --json has no difference where it is too early, and no cluster without its figures", async () => {
  const early = EVALUATION.map((each) => (each === "2006-09-30" ? "2005-03-31" : each));
  const { out } = await command(fredericiaFolder(), "review", ...early, "--json");
  expect(JSON.parse(out)).toMatchObject({
    verdicts: [{ code: "too-early" }],
    differences: [{ difference: null }],
    cluster: null,
  });
});

it("review --json hides in a published edition what the edition hides", async () => {
  const folder = fredericiaFolder();
  const { out } = await command(folder, ...review, "--json", "--audience", "published");
  const { effects } = JSON.parse(textOf(folder, "review/review.json")) as {
    readonly effects: readonly { readonly rates: readonly { readonly counts: unknown }[] }[];
  };
  const answer = JSON.parse(out) as { readonly rates: readonly { readonly counts: unknown }[] };
  expect(answer.rates.map(({ counts }) => counts)).toEqual(effects[0]?.rates.map(({ counts }) => counts));
});
