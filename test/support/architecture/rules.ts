import { isBuiltin } from "node:module";
import ts from "typescript";
import { cyclesOf, reachableFrom } from "./cycles.js";
import { globalsOf, memberName, type GlobalUse } from "./globals.js";
import {
  ENTRY_ROOM,
  HOUSE,
  mayImport,
  HASHING,
  OUTER_ROOMS,
  PACKAGE_ROOMS,
  PLATFORM_ROOMS,
} from "./house.js";
import type { Import } from "./imports.js";
import { folderOf, lineOf, nodesOf, type ParsedTree } from "./tree.js";

/** One broken rule, with the place and what stands there. */
export interface Violation {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly found: string;
}

const NETWORK_MODULES = new Set(["http", "https", "http2", "net", "tls", "dgram", "dns", "undici"]);
const NETWORK_GLOBALS = new Set(["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "navigator"]);
const NODE_GLOBALS = new Set(["Buffer", "NodeJS", "require", "module", "__dirname", "__filename"]);
const CLOCK_GLOBALS = new Set(["performance", "Temporal"]);

/** What an import may not be: each import breaks one rule at most. */
export function importViolations(imports: readonly Import[]): readonly Violation[] {
  return imports.flatMap((each): Violation[] => {
    const rule = each.target === undefined ? outsideRule(each) : insideRule(each.file, each.target);
    return rule === undefined
      ? []
      : [{ rule, file: each.file, line: each.line, found: each.specifier ?? "computed" }];
  });
}

function insideRule(file: string, target: string): string | undefined {
  const from = folderOf(file);
  const to = folderOf(target);
  if (from === to) return undefined;
  if (!mayImport(from, to)) return "forbidden-folder";
  return target === `src/${to}/index.ts` ? undefined : "not-through-index";
}

function outsideRule({ file, specifier }: Import): string | undefined {
  if (specifier === undefined) return "computed-import";
  if (specifier.startsWith(".") || specifier.startsWith("/")) return "unresolved-import";
  const name = specifier.replace(/^node:/, "");
  const packageName = name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
  if (NETWORK_MODULES.has(packageName)) return "network";
  const folder = folderOf(file);
  if (isBuiltin(specifier)) return OUTER_ROOMS.has(folder) ? undefined : "node-built-in";
  const rooms = PACKAGE_ROOMS[packageName];
  return rooms === undefined || rooms.includes(folder) ? undefined : "package-out-of-place";
}

/** Files in no known folder. */
export function folderViolations(tree: ParsedTree): readonly Violation[] {
  return [...tree.files.keys()]
    .filter((file) => !Object.hasOwn(HOUSE, folderOf(file)))
    .map((file) => ({ rule: "unknown-folder", file, line: 1, found: folderOf(file) }));
}

/** Import cycles, and platform folders that an entry reaches though it is not made for them. */
export function graphViolations(tree: ParsedTree, imports: readonly Import[]): readonly Violation[] {
  const edges = new Map([...tree.files.keys()].map((file): [string, string[]] => [file, []]));
  for (const { file, target } of imports) if (target !== undefined) edges.get(file)?.push(target);
  const cycles = cyclesOf(edges).map((cycle) => ({
    rule: "cycle",
    file: cycle[0] ?? "",
    line: 1,
    found: cycle.join(" > "),
  }));
  const entries = [...tree.files.keys()].filter((file) => folderOf(file) === "entries");
  const reaches = entries.flatMap((file) => {
    const rooms = new Set([...reachableFrom(file, edges)].map(folderOf));
    return [...rooms]
      .filter((room) => PLATFORM_ROOMS.has(room) && ENTRY_ROOM[file] !== room)
      .map((found) => ({ rule: "entry-reach", file, line: 1, found }));
  });
  return [...cycles, ...reaches];
}

/** Globals that a file may not use. */
export function globalViolations(tree: ParsedTree): readonly Violation[] {
  return [...tree.files].flatMap(([file, source]) =>
    globalsOf(source, tree.checker).flatMap((use) => {
      const rule = globalRule(use, OUTER_ROOMS.has(folderOf(file)));
      const isHashing = file === HASHING && rule === "process";
      return rule === undefined || isHashing ? [] : [{ rule, file, line: lineOf(use.node), found: use.name }];
    }),
  );
}

function globalRule(use: GlobalUse, outer: boolean): string | undefined {
  const { name, node, inType } = use;
  if (NODE_GLOBALS.has(name)) return outer ? undefined : "node-built-in";
  if (inType) return undefined;
  if (NETWORK_GLOBALS.has(name)) return "network";
  if (name === "Math") return isMemberOtherThan(node, "random") ? undefined : "random";
  if (name === "globalThis") return "global-object";
  if (outer) return undefined;
  if (name === "crypto") return "random";
  if (name === "process") return "process";
  if (CLOCK_GLOBALS.has(name) || (name === "Date" && !isTimelessDate(node))) return "clock";
  return undefined;
}

function isMemberOtherThan(node: ts.Node, member: string): boolean {
  const name = memberName(node.parent, node);
  return name !== undefined && name !== member;
}

/** Uses of `Date` that don't ask what time it is. */
function isTimelessDate(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isNewExpression(parent) && parent.expression === node) {
    const first = parent.arguments?.[0];
    return first !== undefined && !ts.isSpreadElement(first);
  }
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
  const member = memberName(parent, node);
  return member === "UTC" || member === "parse";
}

/** `instanceof` with a class of ours: two copies of the package may meet, so values are known by `kind` or `code`. */
export function instanceofViolations(tree: ParsedTree): readonly Violation[] {
  const nodes = [...tree.files].flatMap(([file, source]) =>
    [...nodesOf(source)].map((node) => ({ file, node })),
  );
  const own = new Set(nodes.flatMap(({ node }) => (ts.isClassLike(node) && node.name ? node.name.text : [])));
  return nodes.flatMap(({ file, node }) => {
    if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.InstanceOfKeyword)
      return [];
    const found = ts.isPropertyAccessExpression(node.right)
      ? node.right.name.text
      : node.right.getText(node.getSourceFile());
    return own.has(found) ? [{ rule: "instanceof", file, line: lineOf(node), found }] : [];
  });
}

/** Entries are lists of re-exports: anything else in them is logic. */
export function entryViolations(tree: ParsedTree): readonly Violation[] {
  return [...tree.files]
    .filter(([file]) => folderOf(file) === "entries")
    .flatMap(([file, source]) =>
      source.statements
        .filter((statement) => !(ts.isExportDeclaration(statement) && statement.moduleSpecifier))
        .map((statement) => ({
          rule: "entry-logic",
          file,
          line: lineOf(statement),
          found: statement.getText(source),
        })),
    );
}
