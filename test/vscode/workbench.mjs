// A real VS Code without a screen: its server on this machine, its workbench in a headless Chromium.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installed, versions } from "./install.mjs";

const settings = {
  "workbench.startupEditor": "none",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "workbench.enableExperiments": false,
  "workbench.tips.enabled": false,
  "chat.commandCenter.enabled": false,
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "git.enabled": false,
  // Otherwise the workbench announces any port that other programs listen on.
  "remote.autoForwardPorts": false,
  "files.hotExit": "off",
  "editor.cursorBlinking": "solid",
  "editor.minimap.enabled": false,
};

/** What the workbench says of itself on green runs, and of optional parts that are not compiled here. */
const noise = [
  /^(?:Creating a socket|Resolv|\[reconnection|\[Service Worker|\[AccountPolicy|ChatSessionStore)/,
  /^(?:Updating additional|Ignoring fetching|rejected promise not handled)/,
  /\/static\/out\/vs\/|lib\/vscode\/(?:node_modules|out)\//,
];

/**
 * A VS Code that is ready to open folders in. `ended` is told when it stops before it is closed; `vsix` is the path
 * of an extension to install first.
 */
export async function startWorkbench({
  version = versions.at(-1),
  vsix,
  onLog = () => {},
  environment = {},
  ended = () => {},
}) {
  const { playwright, serverMain, node, browser: executablePath } = installed(version);
  const folder = mkdtempSync(join(tmpdir(), "asterisk-analyzer-vscode-"));
  const data = join(folder, "data");
  for (const name of ["data/User", "extensions", "home"]) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(data, "User/settings.json"), JSON.stringify(settings));
  const folders = ["--server-data-dir", join(folder, "server"), "--user-data-dir", data];
  folders.push("--extensions-dir", join(folder, "extensions"));
  const port = await freePort();
  const logFile = join(folder, "server.log");
  const log = openSync(logFile, "a");
  const { NODE_OPTIONS, ...inherited } = process.env;
  const env = { ...inherited, ...environment, HOME: join(folder, "home"), EXTENSIONS_GALLERY: "{}" };
  if (vsix !== undefined)
    execFileSync(node, [serverMain, "--install-extension", vsix, ...folders], { env, stdio: "ignore" });
  const server = spawn(
    node,
    [
      serverMain,
      ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token"],
      ...["--accept-server-license-terms", "--telemetry-level", "off", "--disable-workspace-trust"],
      // Without this the workbench ignores the extension under development and its tests.
      "--enable-smoke-test-driver",
      ...folders,
    ],
    { detached: true, stdio: ["ignore", log, log], env },
  );
  let closing = false;
  server.once("exit", (code) => {
    if (!closing) ended(`the VS Code server ended early (${code})`);
  });
  // However this process ends, none is left behind.
  process.once("exit", stop);
  let browser;

  return {
    open,
    close,
    serverLog: () => readFileSync(logFile, "utf8"),
    /** The address by which the workbench knows a path of this machine. */
    uri: (path) => `vscode-remote://127.0.0.1:${port}${encodeURI(path)}`,
  };

  /** Opens a folder; `payload` holds pairs such as ["extensionDevelopmentPath", uri]. */
  async function open(path, payload, codeAutomationExit = () => {}) {
    await answers(port, server);
    browser ??= await playwright.chromium.launch({
      executablePath,
      args: [
        ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
        ...["--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage"],
      ],
    });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-US" });
    await context.route(
      (url) => url.hostname !== "127.0.0.1",
      (route) => route.abort(),
    );
    const page = await context.newPage();
    page.on("crash", () => ended("the page crashed"));
    await page.exposeFunction("codeAutomationLog", (type, words) => {
      const text = words.map((word) => word?.stack ?? String(word)).join(" ");
      if (!noise.some((pattern) => pattern.test(text))) onLog(type, words);
    });
    await page.exposeFunction("codeAutomationExit", codeAutomationExit);
    const start = [["skipWelcome", "true"], ["skipReleaseNotes", "true"], ...payload];
    const query = new URLSearchParams({ folder: path, payload: JSON.stringify(start) });
    await page.goto(`http://127.0.0.1:${port}/?${query}`);
    return page;
  }

  async function close() {
    closing = true;
    await browser?.close().catch(() => {});
    const running = server.exitCode === null && server.signalCode === null;
    const gone = running ? once(server, "exit") : Promise.resolve();
    signal("SIGTERM");
    await Promise.race([gone, new Promise((done) => setTimeout(done, 5000).unref())]);
    stop();
    process.off("exit", stop);
  }

  function stop() {
    signal("SIGKILL");
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }

  function signal(name) {
    try {
      process.kill(-server.pid, name);
    } catch {
      // The whole group is gone already.
    }
  }
}

/** Waits until a page that was opened shows its editor, and the extension its status. */
export async function ready(page) {
  page.setDefaultTimeout(30_000);
  await page.waitForSelector(".monaco-workbench");
  await page.evaluate(() => window.driver.whenWorkbenchRestored());
  await page.locator("#status\\.languageStatus").waitFor();
  await page.locator(".editor-instance .view-lines").first().click();
}

/** Places the cursor. */
export async function caret(page, line, column) {
  await page.keyboard.press("Control+G");
  await page.locator(".quick-input-widget input").fill(`:${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator("#status\\.editor\\.selection", { hasText: `Ln ${line}, Col ${column}` }).waitFor();
}

/** Opens the menu of fixes at the cursor; the editor offers it once it has asked for them. */
export async function fixes(page, title) {
  await page.locator(".codicon-light-bulb, [class*=codicon-gutter-lightbulb]").first().waitFor();
  const item = page.locator(".action-widget").getByText(title);
  for (let left = 10; left > 0; left--) {
    await page.keyboard.press("Control+.");
    const shown = await item.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (shown) return;
    await page.keyboard.press("Escape");
  }
  throw new Error(`the menu of fixes has no "${title}"`);
}

/** Runs a command as from the palette. */
export async function command(page, title) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").fill(`>${title}`);
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: title }).first().waitFor();
  await page.keyboard.press("Enter");
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

async function answers(port, server) {
  while (server.exitCode === null) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/version`)).ok) return;
    } catch {
      // Not yet.
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("the VS Code server did not start");
}
