// Two looks at the extension from outside, through what a user sees: packed and installed, and in the extension
// host of a browser, where the server is a web worker.
import { join } from "node:path";
import { versions } from "./install.mjs";
import { caret, command, fixes, ready, startWorkbench } from "./workbench.mjs";

const message = "The name of this codec is";

/** Installs a .vsix, opens a file, and waits for its problems and for what the status bar says. */
export async function smokeOfPackage(vsix, workspace) {
  const version = versions.at(-1);
  await inWorkbench({ version, vsix }, workspace, [], async (page) => {
    await showsProblems(page);
    await page.locator("#status\\.languageStatus").hover();
    const status = page.locator(".hover-language-status", { hasText: /Asterisk \d+\.\d+/ });
    await status.filter({ hasText: "pjsip.conf in ip-trunk" }).first().waitFor();
  });
  return `problems shown after installing it in VS Code ${version}`;
}

/** Opens a file where extensions run in a web worker, waits for its problems and mends one. */
export async function smokeInBrowser(extension, workspace, version) {
  const payload = (workbench) => [
    ["extensionDevelopmentPath", workbench.uri(extension)],
    ["extensionDevelopmentKind", "web"],
  ];
  await inWorkbench({ version }, workspace, payload, async (page) => {
    await showsProblems(page);
    await page.keyboard.press("Control+1");
    await caret(page, 19, 15);
    await fixes(page, 'Change to "ulaw"');
    await page.keyboard.press("Enter");
    await page.locator(".markers-panel .monaco-list-row", { hasText: message }).waitFor({ state: "hidden" });
    await command(page, "Asterisk: Explain a Line of the Log");
    await page.locator(".quick-input-title", { hasText: "Explain a line of" }).waitFor();
    await page
      .locator(".quick-input-widget .quick-input-box input")
      .fill("ERROR[77]: config_options.c:799 in aco_process_var: Error parsing protocol=udb at line 5 of ");
    await page.keyboard.press("Enter");
    const preview = page.frameLocator("iframe.webview").frameLocator("iframe#active-frame");
    await preview.getByRole("heading", { name: "pjsip/invalid-word" }).waitFor();
  });
  return "problems shown, one mended, a line of the log explained";
}

async function showsProblems(page) {
  await ready(page);
  await page.keyboard.press("Control+Shift+M");
  await page.locator(".markers-panel .monaco-list-row", { hasText: message }).first().waitFor();
}

async function inWorkbench(options, workspace, payload, look) {
  let fail;
  const ended = new Promise((_, reject) => {
    fail = (why) => reject(new Error(why));
  });
  ended.catch(() => {});
  const said = [];
  const onLog = (type, words) => said.push(`${type}: ${words.join(" ")}`);
  const workbench = await startWorkbench({ ...options, onLog, ended: fail });
  let page;
  try {
    const pairs = typeof payload === "function" ? payload(workbench) : payload;
    const file = workbench.uri(join(workspace, "ip-trunk/pjsip.conf"));
    page = await workbench.open(workspace, [...pairs, ["openFile", file]]);
    await Promise.race([look(page), ended]);
  } catch (error) {
    await page?.screenshot({ path: "out/vscode-failure.png" }).catch(() => {});
    console.error(said.join("\n"));
    console.error(workbench.serverLog().split("\n").slice(-20).join("\n"));
    throw error;
  } finally {
    await workbench.close();
  }
}
