import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

// Everything that the declarations of the built package call a value has to be there when a program runs.

const dist = path.resolve("dist");
const programOf = (name) => path.join(dist, name.replace(/\.d\.ts$/, ".js"));
const files = readdirSync(dist).filter((name) => name.endsWith(".d.ts") && existsSync(programOf(name)));
const program = ts.createProgram(
  files.map((name) => path.join(dist, name)),
  { module: ts.ModuleKind.NodeNext, skipLibCheck: true },
);
const checker = program.getTypeChecker();

const missing = [];
for (const name of files) {
  const source = program.getSourceFile(path.join(dist, name));
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) continue;
  const values = checker.getExportsOfModule(module).filter((symbol) => {
    const own = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    return (own.flags & ts.SymbolFlags.Value) !== 0;
  });
  const there = await import(programOf(name));
  missing.push(...values.filter((value) => !(value.name in there)).map((value) => `${name}: ${value.name}`));
  process.stdout.write(`${name}: ${values.length} values declared\n`);
}
if (missing.length > 0) throw new Error(`declared, but not there: ${missing.join(", ")}`);
