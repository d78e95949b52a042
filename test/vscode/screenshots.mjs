// Makes the pictures of the README and of the walkthrough (npm run screenshots) in a real VS Code, on the examples
// and the fixtures. A name after the command makes only the pictures whose name holds it.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { stageExtension } from "../../package.mjs";
import { caret, command, fixes, ready, startWorkbench } from "./workbench.mjs";

const checkout = resolve(import.meta.dirname, "../..");
const images = join(checkout, "client/images");
const [, , only = ""] = process.argv;
const folder = mkdtempSync(join(tmpdir(), "asterisk-analyzer-workspace-"));
const extension = join(folder, "extension");
stageExtension(extension);

/** Each picture: the folder and file that are open, and what is done there. */
const pictures = {
  "editor.png": ["examples", "ip-trunk/pjsip.conf", problems],
  "quick-fix.png": ["no-identify", "pjsip.conf", quickFix],
  "quick-fix-after.png": ["no-identify", "pjsip.conf", quickFixApplied],
  "completion.png": ["templates", "pjsip.conf", completion],
  "hover.png": ["templates", "pjsip.conf", hover],
  "lenses.png": ["templates", "extensions.conf", lenses],
  "effective.png": ["templates", "pjsip.conf", effective],
  "walkthrough/problems.webp": ["examples", "ip-trunk/pjsip.conf", problems],
  "walkthrough/quick-fix.webp": ["no-identify", "pjsip.conf", quickFix],
  "walkthrough/effective.webp": ["templates", "pjsip.conf", effective],
  "walkthrough/match.webp": ["templates", "extensions.conf", match],
  "walkthrough/explain.webp": ["templates", "pjsip.conf", explain],
  "walkthrough/version.webp": ["templates", "pjsip.conf", version],
};

const workbench = await startWorkbench({
  ended: (why) => {
    console.error(why);
    process.exitCode = 1;
  },
});
try {
  for (const [name, [project, file, act]] of Object.entries(pictures)) {
    if (!name.includes(only)) continue;
    const page = await open(project, file);
    await act(page);
    await shoot(page, name);
    await page.context().close();
  }
} finally {
  await workbench.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

async function problems(page) {
  await page.locator(".squiggly-error").first().waitFor();
  await caret(page, 19, 14);
  await page.keyboard.press("Control+Shift+M");
  await row(page, "The name of this codec");
}

async function quickFix(page) {
  await page.keyboard.press("Control+Shift+M");
  await row(page, "find no endpoint");
  // F8 goes to the next problem, wherever it is, and shows it; the menu has to be there without that.
  await page.keyboard.press("Control+1");
  await page.keyboard.press("F8");
  await page.keyboard.press("Escape");
  await fixes(page, "Add an identify section");
}

async function quickFixApplied(page) {
  await quickFix(page);
  await page.keyboard.press("Enter");
  await page.locator(".view-line", { hasText: "match" }).first().waitFor();
  await page.locator(".markers-panel", { hasText: "No problems" }).waitFor();
  await page.locator(".codelens-decoration", { hasText: "identified by" }).first().waitFor();
}

async function completion(page) {
  await caret(page, 17, 12);
  await page.keyboard.press("Enter");
  await page.keyboard.type("rewr");
  await page.locator(".suggest-widget .monaco-list-row", { hasText: "rewrite_contact" }).waitFor();
  await page.keyboard.press("Control+Space");
  await page.locator(".suggest-details").first().waitFor();
}

async function hover(page) {
  await caret(page, 15, 3);
  await page.keyboard.press("Control+K");
  await page.keyboard.press("Control+I");
  await page.locator(".monaco-hover", { hasText: "6001" }).first().waitFor();
}

async function lenses(page) {
  await page.locator(".codelens-decoration", { hasText: "entered" }).first().waitFor();
  await page.locator("[class*=dyn-rule]").filter({ hasText: /\S/ }).first().waitFor();
  await caret(page, 5, 32);
  await page.keyboard.press("Control+Shift+Space");
  await page.locator(".parameter-hints-widget").waitFor();
}

async function effective(page) {
  await caret(page, 15, 3);
  await command(page, "Asterisk: Show Effective Configuration at Cursor");
  await page.locator(".editor-group-container", { hasText: "from template" }).first().waitFor();
}

async function match(page) {
  await caret(page, 2, 3);
  await command(page, "Asterisk: Which Extension Matches a Number?");
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: "internal" }).first().waitFor();
  await page.keyboard.press("Enter");
  const input = page.locator('.quick-input-widget input[placeholder*="4930"]');
  await input.fill("0301234567");
  await page.keyboard.press("Enter");
  await page.locator(".editor-group-container", { hasText: "Steps:" }).first().waitFor();
}

async function explain(page) {
  await command(page, "Asterisk: Explain a Line of the Log");
  await page.locator(".quick-input-title", { hasText: "Explain a line of" }).waitFor();
  const input = page.locator(".quick-input-widget .quick-input-box input");
  await input.fill(
    "ERROR[77]: config_options.c:799 in aco_process_var: Error parsing protocol=udb at line 5 of ",
  );
  await page.keyboard.press("Enter");
  const preview = page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
  await preview.getByRole("heading").first().waitFor();
}

async function version(page) {
  await command(page, "Asterisk: Pick Target Version");
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: "Asterisk 22" }).waitFor();
}

async function open(project, file) {
  const source = project === "examples" ? checkout : join(import.meta.dirname, "fixtures");
  const copy = mkdtempSync(join(folder, "run-"));
  cpSync(join(source, project), join(copy, project), { recursive: true });
  const page = await workbench.open(join(copy, project), [
    ["extensionDevelopmentPath", workbench.uri(extension)],
    ["openFile", workbench.uri(join(copy, project, file))],
  ]);
  await ready(page);
  // Without the side bar the messages have room.
  await page.keyboard.press("Control+B");
  return page;
}

async function row(page, text) {
  await page.locator(".markers-panel .monaco-list-row", { hasText: text }).first().waitFor();
}

/** The pictures of the walkthrough travel with the extension, so they are small. */
async function shoot(page, name) {
  const png = await page.screenshot({ animations: "disabled" });
  const bytes = name.endsWith(".webp") ? await smaller(page, png) : png;
  writeFileSync(join(images, name), bytes);
  console.log(`client/images/${name}, ${Math.round(bytes.length / 1024)} KB`);
}

async function smaller(page, png) {
  const blank = await page.context().newPage();
  const url = await blank.evaluate(
    async (source) => {
      const picture = new Image();
      picture.src = source;
      await picture.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [800, 500];
      canvas.getContext("2d").drawImage(picture, 0, 0, 800, 500);
      return canvas.toDataURL("image/webp", 0.3);
    },
    `data:image/png;base64,${png.toString("base64")}`,
  );
  await blank.close();
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}
