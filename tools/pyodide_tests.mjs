/**
 * Runs tests/ inside Pyodide, in Node, on the very files that the browser gets. Only the standard
 * library is complete: pytest needs more of it than the page does.
 *
 * Usage: node tools/pyodide_tests.mjs [PYTEST ARGUMENT ...]
 * It needs build/runtime (Pyodide and the compiled wheel) and build/pyodide-wheels (pytest and
 * Hypothesis). It prints what pytest prints, and exits with pytest's status.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const built = join(root, "build", "runtime");
const [folder = ""] = readdirSync(built);
const runtime = join(built, folder);
const wheels = join(root, "build", "pyodide-wheels");
const project = "/project";

/** @type {typeof import("pyodide")} */
const { loadPyodide } = await import(join(runtime, "pyodide.mjs"));
// The core comes in by the lock file, as on the page.
const pyodide = await loadPyodide({
  indexURL: runtime,
  packages: ["cagecore"],
  stdLibURL: join(root, "node_modules", "pyodide", "python_stdlib.zip"),
  env: { HOME: project, PYTHONDONTWRITEBYTECODE: "1", COLUMNS: "100" },
});

const [sitePackages] = pyodide.runPython("import site; site.getsitepackages()").toJs();
for (const name of readdirSync(wheels)) {
  const bytes = new Uint8Array(readFileSync(join(wheels, name))); // it refuses a Node Buffer
  pyodide.unpackArchive(bytes, "wheel", { extractDir: sitePackages });
}

// It imports the wheel's core before the sources come, which some tests read, as they read the pages.
pyodide.runPython(readFileSync(join(root, "tools", "pyodide_tests.py"), { encoding: "utf8" }));

for (const name of ["tests", "docs", "cagecore"]) {
  pyodide.FS.mkdirTree(`${project}/${name}`);
  pyodide.mountNodeFS(`${project}/${name}`, join(root, name));
}
for (const name of ["pyproject.toml", "README.md"]) {
  const text = readFileSync(join(root, name), { encoding: "utf8" });
  pyodide.FS.writeFile(`${project}/${name}`, text);
}
pyodide.FS.chdir(project);

process.exitCode = pyodide.globals.get("main")(process.argv.slice(2));
