// What VS Code runs: mocha inside its extension host. Leaves the counts in a file as proof that it ran.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Mocha from "mocha";

/** The first one activates the extension by opening a file. */
const suites = ["extension", "commands", "features", "virtual"];

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", timeout: 30_000, forbidOnly: true, forbidPending: true });
  for (const name of suites) mocha.addFile(join(__dirname, `${name}.cjs`));
  const counts = { passes: 0, failures: 0 };
  const failures = await new Promise<number>((done) => {
    const runner = mocha.run(done);
    runner.on("pass", () => counts.passes++);
    runner.on("fail", (test, error) => {
      counts.failures++;
      // The reporter tells of the reason only at its end, which may never be seen.
      console.error(`${test.fullTitle()}: ${error instanceof Error ? error.stack : String(error)}`);
    });
  });
  const { RESULT_FILE } = process.env;
  if (RESULT_FILE !== undefined) writeFileSync(RESULT_FILE, JSON.stringify(counts));
  if (failures > 0) throw new Error(`${failures} failed`);
}
