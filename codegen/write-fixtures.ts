/** Writes the golden files beside every fixture: run it, then read what changed. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { compile } from "./index.ts";
import { fixtureCatalog as catalog } from "./testing/fixture-catalog.ts";
import { playFixture } from "./testing/play-fixture.ts";
import { diagnose, FIXTURES, graphOf, printDiagnosticsFile, printTraceFile, readFixtures } from "./testing/read-fixture.ts";
import { createTypeChecker } from "./types/type-checker.ts";

const types = createTypeChecker({ catalog });
for (const fixture of readFixtures()) {
  const write = (file: string, text: string): void => writeFileSync(join(FIXTURES, fixture.name, file), text);
  if (fixture.name.startsWith("wrong-")) {
    write("diagnostics.json", printDiagnosticsFile(diagnose(fixture, catalog, types)));
    continue;
  }
  const result = compile(graphOf(fixture), catalog);
  if (!result.ok) throw new Error(`${fixture.name}: ${result.diagnostics.map(({ message }) => message).join("\n")}`);
  write("workflow.ts", result.source);
  write("trace.json", printTraceFile(await playFixture(result.runtime, graphOf(fixture).name, fixture.scenario)));
}
