import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** Source files by their path from the root of the project, such as `src/core/span.ts`. */
export type Tree = Readonly<Record<string, string>>;

/** A tree, parsed and bound, so that a name can be told from a global of the same name. */
export interface ParsedTree {
  readonly files: ReadonlyMap<string, ts.SourceFile>;
  readonly checker: ts.TypeChecker;
}

/** The TypeScript files below a folder of the project. */
export function readTree(root: string, folder: string): Tree {
  const names = readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" });
  const paths = names
    .map((name) => path.posix.join(folder, ...name.split(path.sep)))
    .filter((name) => /\.[cm]?tsx?$/.test(name))
    .toSorted();
  return Object.fromEntries(paths.map((name) => [name, readFileSync(path.join(root, name), "utf8")]));
}

/**
 * Parses a tree without the standard library and without following imports: a name that then has no symbol
 * was declared nowhere in its file, so it is a global.
 */
export function parseTree(tree: Tree): ParsedTree {
  const options: ts.CompilerOptions = { noLib: true, noResolve: true, types: [] };
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost(options),
    getCurrentDirectory: () => "",
    fileExists: (name) => Object.hasOwn(tree, name),
    readFile: (name) => tree[name],
    getSourceFile: (name) =>
      Object.hasOwn(tree, name)
        ? ts.createSourceFile(name, tree[name] ?? "", ts.ScriptTarget.Latest, true)
        : undefined,
  };
  const program = ts.createProgram(Object.keys(tree), options, host);
  const files = Object.keys(tree).flatMap((name): [string, ts.SourceFile][] => {
    const source = program.getSourceFile(name);
    return source === undefined ? [] : [[name, source]];
  });
  return { files: new Map(files), checker: program.getTypeChecker() };
}

/** Every node of a file, depth first. */
export function* nodesOf(node: ts.Node): Generator<ts.Node> {
  yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  for (const child of children) yield* nodesOf(child);
}

/** The line of a node, counted from 1. */
export function lineOf(node: ts.Node): number {
  const source = node.getSourceFile();
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

/** The folder of `src/` that a file stands in, or the empty text when it stands in none. */
export function folderOf(file: string): string {
  const [top, folder, ...rest] = file.split("/");
  return top === "src" && folder !== undefined && rest.length > 0 ? folder : "";
}
