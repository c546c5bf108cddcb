import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Options } from "tsup";

type EsbuildPlugin = NonNullable<Options["esbuildPlugins"]>[number];

const entries = Object.fromEntries(
  ["index", "allocation", "inference", "arquero", "office", "node"].map((name) => [
    name,
    `src/entries/${name}.ts`,
  ]),
);
const { index, allocation, inference } = entries;

/** Packages that publish no CommonJS: `require` of them fails in older tools, so the CommonJS files carry them. */
const esmOnly = [/^d3-/, /^internmap/, /^@noble\/hashes/, /^ml-(hclust|distance-euclidean)/];

const inlined = new Set<string>();

/** Writes the licenses of the packages that any of the builds has inlined. */
const notices: EsbuildPlugin = {
  name: "third-party-notices",
  setup(build) {
    build.initialOptions.metafile = true;
    build.onEnd(({ metafile }) => {
      for (const { inputs } of Object.values(metafile?.outputs ?? {})) {
        for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
          const [folder] = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input) ?? [];
          if (folder !== undefined && bytesInOutput > 0) inlined.add(folder);
        }
      }
      const texts = [...inlined].toSorted().map(noticeOf);
      mkdirSync("dist", { recursive: true });
      writeFileSync("dist/THIRD-PARTY-NOTICES.txt", texts.join(`\n${"-".repeat(80)}\n\n`));
    });
  },
};

function noticeOf(folder: string): string {
  const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
  const { name, version, license } = JSON.parse(read("package.json")) as Record<string, string>;
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  const text = file === undefined ? /^\W*licen[cs]e.*$/ims.exec(read("README.md"))?.[0] : read(file);
  if (text === undefined) throw new Error(`${folder} says nothing about its license`);
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}

const shared: Options = { outDir: "dist", target: "es2022", platform: "node", silent: true };

/** Chunks that several entries share stand apart from the entries. */
const chunksApart: NonNullable<Options["esbuildOptions"]> = (options) => {
  options.chunkNames = "chunks/[name]-[hash]";
};

const config: Options[] = [
  {
    ...shared,
    entry: { ...entries, cli: "src/cli/main.ts" },
    format: "esm",
    splitting: true,
    esbuildOptions: chunksApart,
  },
  {
    ...shared,
    entry: entries,
    format: "cjs",
    splitting: true,
    noExternal: esmOnly,
    esbuildPlugins: [notices],
    esbuildOptions: chunksApart,
  },
  {
    ...shared,
    entry: { index, allocation, inference } as Record<string, string>,
    outDir: "dist/browser",
    format: "esm",
    platform: "browser",
    splitting: false,
    minify: true,
    noExternal: [/./],
    esbuildPlugins: [notices],
  },
  { ...shared, entry: entries, format: ["esm", "cjs"], dts: { only: true } },
];

export default config;
