import ts from "typescript";
import { nodesOf } from "./tree.js";

/** A place where a file names something it did not declare or import. */
export interface GlobalUse {
  readonly name: string;
  /** The expression that stands for the global: the name itself, or `globalThis.name`. */
  readonly node: ts.Node;
  readonly inType: boolean;
}

/** The globals a file uses, also by way of `globalThis`. */
export function globalsOf(source: ts.SourceFile, checker: ts.TypeChecker): readonly GlobalUse[] {
  return [...nodesOf(source)].flatMap((node): GlobalUse[] => {
    if (!ts.isIdentifier(node) || !isReference(node)) return [];
    const isGlobalObject = node.text === "globalThis";
    if (!isGlobalObject && isDeclared(node, checker)) return [];
    const member = isGlobalObject ? memberName(node.parent, node) : undefined;
    return [
      member === undefined
        ? { name: node.text, node, inType: ts.isPartOfTypeNode(node) }
        : { name: member, node: node.parent, inType: false },
    ];
  });
}

/** The member `x` of `object.x` or `object["x"]`, where `object` is the given expression. */
export function memberName(node: ts.Node, object: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && node.expression === object) return node.name.text;
  if (ts.isElementAccessExpression(node) && node.expression === object)
    return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : undefined;
  return undefined;
}

function isDeclared(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  return symbol?.declarations !== undefined;
}

/** Whether a name refers to a binding, rather than naming a member, a label or a part of an import. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  return !(
    ts.isImportSpecifier(parent) ||
    ts.isExportSpecifier(parent) ||
    ts.isNamespaceExport(parent) ||
    ts.isMetaProperty(parent) ||
    ts.isImportTypeNode(parent) ||
    ts.isLabeledStatement(parent) ||
    ts.isBreakOrContinueStatement(parent) ||
    ts.isNamedTupleMember(parent)
  );
}
