import path from "node:path";
import ts from "typescript";
import { lineOf, nodesOf, type ParsedTree } from "./tree.js";

/** One import of a file, of whatever form: `import`, `import type`, `export … from`, `import()`, `require()`. */
export interface Import {
  readonly file: string;
  readonly line: number;
  /** What the text says; `undefined` where it is computed at run time. */
  readonly specifier: string | undefined;
  /** The file of the tree it leads to; `undefined` for a package, a built-in or a file that is not there. */
  readonly target: string | undefined;
}

/** Every import in a tree. */
export function importsOf(tree: ParsedTree): readonly Import[] {
  return [...tree.files].flatMap(([file, source]) =>
    [...nodesOf(source)].flatMap((node): Import[] => {
      const argument = importArgument(node);
      if (argument === undefined) return [];
      const specifier = ts.isStringLiteralLike(argument) ? argument.text : undefined;
      const target = specifier === undefined ? undefined : resolve(file, specifier, tree);
      return [{ file, line: lineOf(node), specifier, target }];
    }),
  );
}

function importArgument(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node)) return ts.isLiteralTypeNode(node.argument) ? node.argument.literal : node;
  if (ts.isCallExpression(node) && loadsModule(node.expression)) return node.arguments[0] ?? node;
  return undefined;
}

function loadsModule(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require")
  );
}

function resolve(file: string, specifier: string, tree: ParsedTree): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  const target = path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, ".ts");
  return tree.files.has(target) ? target : undefined;
}
