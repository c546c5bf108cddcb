import assert from "node:assert/strict";

for (const name of ["index", "allocation", "inference"]) {
  const entry = await import(`./${name}.js`);
  assert.ok(Object.keys(entry).length > 0, name);
}
