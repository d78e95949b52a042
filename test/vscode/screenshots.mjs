// Makes the pictures of the README (npm run screenshots): the Problems panel on the examples, and the quick fix of
// a trunk without identify.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { caret, ready, startWorkbench } from "./workbench.mjs";

const extension = resolve(import.meta.dirname, "../..");
const images = join(extension, "client/images");
const folder = mkdtempSync(join(tmpdir(), "asterisk-analyzer-workspace-"));
const examples = join(folder, "examples");
const trunk = join(folder, "trunk");
cpSync(join(extension, "examples"), examples, { recursive: true });
cpSync(join(import.meta.dirname, "fixtures/no-identify"), trunk, { recursive: true });

const workbench = await startWorkbench({
  ended: (why) => {
    console.error(why);
    process.exitCode = 1;
  },
});
try {
  const problems = await open(examples, "ip-trunk/pjsip.conf");
  await caret(problems, 19, 14);
  await problems.keyboard.press("Control+Shift+M");
  await row(problems, "The name of this codec");
  await shoot(problems, "editor.png");

  const fix = await open(trunk, "pjsip.conf");
  await fix.keyboard.press("Control+Shift+M");
  await row(fix, "find no endpoint");
  // F8 goes to the next problem, wherever it is, and shows it; the menu has to be there without that.
  await fix.keyboard.press("Control+1");
  await fix.keyboard.press("F8");
  await fix.keyboard.press("Escape");
  await fix.keyboard.press("Control+.");
  await fix.locator(".action-widget").getByText("Add an identify section").waitFor();
  await shoot(fix, "quick-fix.png");
} finally {
  await workbench.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function open(path, file) {
  const page = await workbench.open(path, [
    ["extensionDevelopmentPath", workbench.uri(extension)],
    ["openFile", workbench.uri(join(path, file))],
  ]);
  await ready(page);
  // Without the side bar the messages have room.
  await page.keyboard.press("Control+B");
  return page;
}

async function row(page, text) {
  await page.locator(".markers-panel .monaco-list-row", { hasText: text }).first().waitFor();
}

async function shoot(page, name) {
  await page.screenshot({ path: join(images, name), animations: "disabled" });
  console.log(`client/images/${name}`);
}
