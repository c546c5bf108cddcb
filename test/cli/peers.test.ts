import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { command, EVALUATION, fredericiaFolder, textOf, type Ran } from "../support/cli.js";

const CONDITIONS = `# source: Danmarks Statistik
kommune;periode;ledighed;lav uddannelse
Fredericia;2004;5,1;24
Fredericia;2005;5,0;25
Albertslund;2005;6,9;29
Brøndby;2005;6,1;33
Ishøj;2005;6,0;31
København;2005;6,8;19
Odense;2005;5,6;22
Svendborg;2005;5,2;24
Aalborg;2005;5,4;21
Vejle;2005;3,4;23
`;
const CLUSTERS = `klynge;kommune;ydelse;kilde;år
A;Fredericia;kontanthjælp;STAR;2007
A;Odense;kontanthjælp;STAR;2007
A;Svendborg;kontanthjælp;STAR;2007
A;Aalborg;kontanthjælp;STAR;2007
B;Fredericia;sygedagpenge;STAR;2007
B;Ishøj;sygedagpenge;STAR;2007
`;

/** As Jobindsats gives it, with shares that are made up. */
const Y30R21 = [
  "Periode;Område;Ydelsesgrupper;Forventet antal;Faktisk antal;Forskel;Forventet andel (pct.);Faktisk andel (pct.)",
  "2018QMAT02;Fredericia;Ydelsesgrupper i alt;2.100,5;2.080;-20,5;7,9;6,9",
  "2018QMAT02;Odense;Ydelsesgrupper i alt;13.400;12.980;-420;7,8;6,9",
  "2018QMAT02;Ishøj;Ydelsesgrupper i alt;1.840;1.620;-220;8,2;8,0",
  "2018QMAT02;Svendborg;Ydelsesgrupper i alt;1.840;1.620;-220;8,3;8,0",
  "2018QMAT02;Brøndby;Ydelsesgrupper i alt;1.840;1.620;-220;8,4;8,0",
  "2018QMAT02;Aalborg;Ydelsesgrupper i alt;9.840;9.620;-220;9,1;8,0",
  "2018QMAT02;København;Ydelsesgrupper i alt;-;..;.;-;",
  "2018QMAT02;Fredericia;A-dagpenge mv.;400;390;-10;2,0;1,9",
  "2018QMAT02;Odense;A-dagpenge mv.;1.400;1.390;-10;2,4;1,9",
  "2018QMAT02;Hele landet;Ydelsesgrupper i alt;421.000;421.000;0;8;8",
];

function folderWith(): string {
  const folder = fredericiaFolder();
  writeFileSync(join(folder, "conditions.csv"), CONDITIONS);
  writeFileSync(join(folder, "clusters.csv"), CLUSTERS);
  writeFileSync(join(folder, "y30r21.csv"), `\uFEFF${Y30R21.join("\r\n")}\r\n`);
  const [columns, ...rows] = Y30R21.map((line) => line.split(";"));
  writeFileSync(join(folder, "y30r21.json"), JSON.stringify({ columns, rows }));
  return folder;
}

function run(folder: string, name: string, ...argv: readonly string[]): Promise<Ran> {
  return command(folder, name, ...EVALUATION, "--municipalities", "municipalities.csv", ...argv);
}

const by = (way: string, file: string): readonly string[] => ["--peers-by", way, "--peers-from", file];

describe("benchmark --peers-by", () => {
  it("compares with the nearest by framework conditions, and says so", async () => {
    const argv = [...by("covariates", "conditions.csv"), "--peers-period", "2005", "--peers-count", "4"];
    const { status, out } = await run(folderWith(), "benchmark", ...argv);
    expect(status).toBe(0);
    expect(out).toMatch(/Fredericia sammenlignes med 3 andre kommuner, 2005/);
    expect(out).toMatch(/Valgt er de 4 af 8 kommuner, hvis rammevilkår ligger nærmest.*Danmarks Statistik/);
    expect(out).toMatch(/Kommune +Afstand/);
    expect(out).toMatch(/men uden tal: Vejle/);
    expect(out).toMatch(/Planen er at sammenligne med klyngen sammenligningsgruppe 2007/);
    const mahalanobis = await run(
      folderWith(),
      "benchmark",
      ...by("mahalanobis", "conditions.csv"),
      ...argv.slice(4),
    );
    expect(mahalanobis.out).toMatch(/Mahalanobis’ afstand er/);
  });

  it("compares with the branch of a tree, cut at a height or into branches", async () => {
    const folder = folderWith();
    const tree = [...by("tree", "conditions.csv"), "--peers-period", "2005"];
    const all = await run(folder, "benchmark", ...tree, "--peers-height", "100");
    expect(all).toMatchObject({ status: 0 });
    expect(all.out).toMatch(/Fredericia sammenlignes med 7 andre kommuner, 2005/);
    const branch = await run(folder, "benchmark", ...tree, "--peers-branches", "2");
    expect(branch.status).toBe(0);
    expect(branch.out).not.toMatch(/sammenlignes med 7 andre/);
    const uncut = await run(folder, "benchmark", ...tree);
    expect(uncut).toMatchObject({ status: 2, out: "" });
    expect(uncut.err).toMatch(/--peers-height.*either height or branches/s);
    const nearest = [...by("covariates", "conditions.csv"), "--peers-period", "2005", "--peers-height", "1"];
    expect((await run(folder, "benchmark", ...nearest)).err).toMatch(
      /--peers-height.*received 1;.*without it/s,
    );
    const bare = await run(folder, "benchmark", "--peers-by", "covariates");
    expect(bare.err).toMatch(/--peers-from.*framework conditions.*Give a table/s);
  });

  it("compares with a published cluster of one benefit", async () => {
    const folder = folderWith();
    const argv = by("cluster", "clusters.csv");
    const { out, status } = await run(folder, "benchmark", ...argv, "--peers-group", "kontanthjælp");
    expect(status).toBe(0);
    expect(out).toMatch(/3 andre kommuner \(A\), 2005/);
    expect(out).toMatch(/offentliggjort inddeling \(kontanthjælp, 2007, STAR\)/);
    const unnamed = await run(folder, "benchmark", ...argv);
    expect(unnamed).toMatchObject({ status: 2, out: "" });
    expect(unnamed.err).toMatch(/--peers-group.*one of kontanthjælp, sygedagpenge/s);
  });

  it("compares with the nearest by expected share in Jobindsats' own table, of one group and period", async () => {
    const folder = folderWith();
    const argv = by("expected-share", "y30r21.csv");
    const unnamed = await run(folder, "benchmark", ...argv);
    expect(unnamed).toMatchObject({ status: 2, out: "" });
    expect(unnamed.err).toMatch(
      /--peers-group: missing option; expected one of A-dagpenge mv., Ydelsesgrupper i alt/,
    );
    const chosen = ["--peers-group", "Ydelsesgrupper i alt", "--peers-count", "3"];
    const { status, out } = await run(folder, "benchmark", ...argv, ...chosen);
    expect(status).toBe(0);
    expect(out).toMatch(
      /de 3 af 5 kommuner, hvis forventede andel .*Ydelsesgrupper i alt, 2018QMAT02, Jobindsats/,
    );
    expect(out).toMatch(/afstanden er 0,10 til 0,40 procentpoint/);
    const json = await run(folder, "benchmark", ...by("expected-share", "y30r21.json"), ...chosen);
    expect(json.out).toBe(out);
  });

  it("says of Jobindsats' table what it is good for, where it can't be used", async () => {
    const folder = folderWith();
    const alone = await command(folder, "benchmark", ...EVALUATION, "--municipalities", "y30r21.csv");
    expect(alone).toMatchObject({ status: 1, out: "" });
    expect(alone.err).toMatch(
      /^error: y30r21\.csv: no peers; received "expected and actual full-time persons of Odense.*--peers-by expected-share/m,
    );
    for (const [way, expected] of [
      ["covariates", /y30r21\.csv: jobindsats table.*framework conditions.*--peers-by expected-share/],
      ["cluster", /y30r21\.csv: jobindsats table.*Jobindsats has no clusters/],
    ] as const) {
      const ran = await run(folder, "benchmark", ...by(way, "y30r21.csv"));
      expect(ran).toMatchObject({ status: 1, out: "" });
      expect(ran.err).toMatch(expected);
    }
    const bare = await run(folder, "benchmark", "--peers-by", "expected-share");
    expect(bare.err).toMatch(
      /municipalities\.csv, for want of --peers-from: no expected shares; expected .*y30r21/,
    );
  });

  it("counts the rows of the benefit that is named, where the plan names none", async () => {
    const folder = folderWith();
    const [header = "", ...lines] = textOf(folder, "municipalities.csv").trimEnd().split("\n");
    const other = lines.slice(0, 3).map((line) => `${line.trimEnd()};sygedagpenge`);
    const own = lines.map((line) => `${line.trimEnd()};kontanthjælp`);
    const file = [`${header.trimEnd()};benefit`, ...own, ...other];
    writeFileSync(join(folder, "municipalities.csv"), file.join("\n"));
    for (const name of ["benchmark", "review"]) {
      const unnamed = await run(folder, name);
      expect(unnamed).toMatchObject({ status: 2, out: "" });
      expect(unnamed.err).toMatch(/benefit.*one of kontanthjælp, sygedagpenge.*--benefit/s);
    }
    const named = await run(folder, "benchmark", "--benefit", "kontanthjælp");
    expect(named.out).toContain("7 andre kommuner (sammenligningsgruppe 2007, kontanthjælp), 2005");
    // The cluster of that benefit, too, without another word.
    const chosen = await run(
      folder,
      "benchmark",
      "--benefit",
      "kontanthjælp",
      ...by("cluster", "clusters.csv"),
    );
    expect(chosen.out).toContain("3 andre kommuner (A, kontanthjælp), 2005");
    expect(await run(folder, "review", "--benefit", "kontanthjælp")).toMatchObject({ status: 0 });
    expect(textOf(folder, "review/review.md")).toContain("(sammenligningsgruppe 2007, kontanthjælp), 2005");
  });

  it("shows the development of the benefit with which the benchmark is, and leaves it out where none is meant", async () => {
    const folder = folderWith();
    const [header = "", ...lines] = textOf(folder, "municipalities.csv").trimEnd().split("\n");
    const own = (lines[0] ?? "").replace("Albertslund", "Fredericia");
    const write = (others: string): void => {
      const rows = ["2004", "2005"].flatMap((year) =>
        [
          ...lines.map((line) => `${line.trimEnd()};${others}`),
          `${own.trimEnd()};kontanthjælp`,
          `${own.trimEnd()};sygedagpenge`,
        ].map((line) => line.replace(";2005;", `;${year};`)),
      );
      writeFileSync(join(folder, "municipalities.csv"), [`${header.trimEnd()};benefit`, ...rows].join("\n"));
    };
    write("kontanthjælp");
    expect(await run(folder, "review", "--out", "told")).toMatchObject({ status: 0 });
    expect(textOf(folder, "told/review.md")).toContain("Fra 2004 til 2005 er Fredericia gået fra");
    write("");
    const untold = await run(folder, "review", "--out", "untold");
    expect(untold).toMatchObject({ status: 0 });
    const left = "forskellige ydelser (kontanthjælp, sygedagpenge)";
    expect(textOf(folder, "untold/review.md")).toContain(left);
    expect(textOf(folder, "untold/review.md")).not.toContain("Fra 2004 til 2005");
    expect(untold.err).toMatch(/caution: .*different benefits/);
  });

  it("says that no rows name the benefit that is given", async () => {
    for (const name of ["benchmark", "review"]) {
      const ran = await run(folderWith(), name, "--benefit", "kontanthjælp");
      expect(ran).toMatchObject({ status: 2, out: "" });
      expect(ran.err).toMatch(/^error: --benefit: no benefits; .*municipalities\.csv.*--peers-group/m);
    }
  });

  it("names the options, not the library's, where something is missing or too much", async () => {
    const folder = folderWith();
    const period = await run(folder, "benchmark", ...by("covariates", "conditions.csv"));
    expect(period.err).toMatch(/--peers-period.*one of 2004, 2005/s);
    const alone = await run(folder, "benchmark", "--peers-from", "clusters.csv");
    expect(alone.err).toMatch(/--peers-from.*--peers-by beside it/s);
    const much = await run(folder, "benchmark", ...by("cluster", "clusters.csv"), "--peers-count", "3");
    expect(much.err).toMatch(/--peers-count.*--peers-by cluster without it/s);
    const own = await run(folder, "benchmark", "--peers-by", "covariates");
    expect(own.err).toMatch(/framework conditions/);
    writeFileSync(join(folder, "same.csv"), "kommune;ledighed;ens\nFredericia;5;1\nVejle;4;1\nOdense;3;1\n");
    const same = await run(folder, "benchmark", ...by("covariates", "same.csv"));
    expect(same.err).toMatch(/^error: same\.csv, column ens: constant covariate/m);
    // Wrong use wherever another command line mends it.
    expect([period, alone, much, own].map(({ status, out }) => [status, out])).toEqual([
      [2, ""],
      [2, ""],
      [2, ""],
      [1, ""],
    ]);
  });
});

describe("review --peers-by", () => {
  it("says on page one and in the chapter how comparable they are, with the file among the sources", async () => {
    const folder = folderWith();
    const argv = [...by("covariates", "conditions.csv"), "--peers-period", "2005", "--peers-count", "5"];
    expect(await run(folder, "review", ...argv)).toMatchObject({ status: 0 });
    const page = textOf(folder, "review/review.md");
    expect(page.match(/Valgt er de 5 af 8 kommuner/g)).toHaveLength(2);
    expect(page).toContain("conditions.csv");
    expect(page).toMatch(
      /Afvigelser fra protokollen .*Planlagt var at sammenligne med klyngen sammenligningsgruppe 2007; valgt på anden måde er Svendborg, /,
    );
  });
});
