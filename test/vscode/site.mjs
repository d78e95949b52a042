// The documentation site in a browser, under a path of a small web server and from disk: what only a browser can tell.
import { execFileSync } from "node:child_process";
import { createReadStream, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { installed, versions } from "./install.mjs";

const checkout = resolve(import.meta.dirname, "../..");
const base = "/somewhere/docs/";
const kinds = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml" };
const phone = { width: 360, height: 740 };
/** One of each kind. */
const samples = [
  ...["", "rules/", "rules/codec/", "rules/codec/unknown-codec/", "rules/config/line-too-long/"],
  ...["command-line/", "settings/", "reports/", "editors/", "changelog/", "404.html"],
];

/** Builds the site into `folder` and uses it; answers what was seen. */
export async function browseSite(folder) {
  execFileSync(process.execPath, [join(checkout, "site/build.mjs"), folder, "--base", base]);
  const { playwright, browser: executablePath } = installed(versions.at(-1));
  const server = await serve(folder);
  const address = `http://127.0.0.1:${server.address().port}${base}`;
  const browser = await playwright.chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    const inTab = tabs(browser);
    await inTab({}, (page) => search(page, address));
    await inTab({}, (page) => themes(page, address));
    await inTab({ colorScheme: "dark" }, async (page) => {
      await page.goto(address);
      same(await background(page), dark, "the system's dark colours");
    });
    await inTab({}, (page) => missing(page, address));
    await inTab({}, (page) => fromDisk(page, pathToFileURL(`${folder}/index.html`).href));
    for (const colorScheme of ["light", "dark"])
      await inTab({ colorScheme }, (page) => accessible(page, address));
    await inTab({ viewport: phone, hasTouch: true, isMobile: true }, (page) => onPhone(page, address));
    return `searched, switched, read aloud and carried around on ${samples.length} pages`;
  } finally {
    await browser.close();
    server.close();
  }
}

const light = "rgb(255, 255, 255)";
const dark = "rgb(16, 25, 29)";

/** A line of the log leads to a rule, by keyboard alone. */
async function search(page, address) {
  await page.goto(address);
  await page.keyboard.press("/");
  await page.keyboard.type("Cannot allow unknown format 'g711u'");
  const results = page.locator("#search-results a");
  await results.first().waitFor();
  same(await results.first().locator("b").textContent(), "codec/unknown-codec", "the first result");
  await page.keyboard.press("ArrowDown");
  same(await page.evaluate(() => document.activeElement?.tagName), "A", "what the arrow leads to");
  await page.keyboard.press("Escape");
  await results.first().waitFor({ state: "hidden" });
  await page.keyboard.press("Enter");
  await page.waitForURL(`${address}rules/codec/unknown-codec/`);
  same(await page.locator("h1").textContent(), "codec/unknown-codec", "the heading");
  same(await page.title(), "codec/unknown-codec · Asterisk Analyzer", "the title");
  await page.getByRole("searchbox").fill("dtmf_mo");
  await page.locator("#search-results a").first().waitFor();
  await page.getByRole("searchbox").fill("<zzzzqqqq>");
  await page
    .locator("#search-results [role=status]", { hasText: 'Nothing found for "<zzzzqqqq>"' })
    .waitFor();
}

/** The switch changes the colours, and the next page knows. */
async function themes(page, address) {
  await page.goto(address);
  same(await background(page), light, "the system's light colours");
  const button = page.getByRole("button", { name: "Dark colours" });
  await button.click();
  same(await background(page), dark, "the colours after the switch");
  same(await button.getAttribute("aria-pressed"), "true", "the switch");
  await page.getByRole("link", { name: "Settings" }).first().click();
  await page.waitForURL(`${address}settings/`);
  same(await background(page), dark, "the colours of the next page");
  await page.reload();
  same(await background(page), dark, "the colours after a reload");
  await page.getByRole("button", { name: "Dark colours" }).click();
  same(await background(page), light, "the colours after switching back");
}

async function missing(page, address) {
  const response = await page.goto(`${address}rules/codec/no-such-rule/`);
  same(response.status(), 404, "the status of a missing page");
  await page.getByRole("heading", { name: "There is no page here" }).waitFor();
  await page.getByRole("link", { name: "list of rules" }).click();
  await page.waitForURL(`${address}rules/`);
}

/** Without a web server: links, colours and the search. */
async function fromDisk(page, address) {
  await page.goto(address);
  same(await background(page), light, "the colours from disk");
  await page.getByRole("link", { name: "Rules", exact: true }).click();
  await page.getByRole("heading", { name: "Rules", level: 1 }).waitFor();
  await page.getByRole("searchbox").fill("unknown codec");
  await page.locator("#search-results a").first().click();
  await page.getByRole("heading", { name: "codec/unknown-codec", level: 1 }).waitFor();
}

/** The rules of axe for WCAG 2.2 AA, contrast among them. */
async function accessible(page, address) {
  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  for (const path of samples) {
    await page.goto(address + path);
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { violations } = await window.axe.run(document, {
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
      });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message}`),
      );
    });
    same(found.slice(0, 5).join("\n"), "", `what axe says of ${path}`);
  }
  await page.goto(`${address}rules/codec/unknown-codec/`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  same(await page.evaluate(() => document.activeElement?.id), "content", "where the skip link leads");
}

async function onPhone(page, address) {
  for (const path of samples) {
    await page.goto(address + path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > phone.width) throw new Error(`${path} is ${width} wide on a phone`);
  }
  await page.getByRole("searchbox").fill("codec");
  await page.locator("#search-results a").first().waitFor();
}

/** Runs steps in a tab of their own; a fault of the page, or a request that fails or leaves the machine, fails them. */
function tabs(browser) {
  return async (options, steps) => {
    const context = await browser.newContext({ locale: "en-US", colorScheme: "light", ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const faults = [];
    page.on("console", (message) => {
      const expected = /the server responded with a status of 404/.test(message.text());
      if (["error", "warning"].includes(message.type()) && !expected) faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("requestfailed", (request) => {
      // Who goes on to the next page does not wait for the pictures of this one.
      const why = request.failure()?.errorText;
      if (why !== "net::ERR_ABORTED") faults.push(`${why}: ${request.url()}`);
    });
    page.on("request", (request) => {
      if (!/^(?:http:\/\/127\.0\.0\.1:|file:)/.test(request.url())) faults.push(`left: ${request.url()}`);
    });
    page.on("response", (response) => {
      if (response.status() >= 400 && !response.request().isNavigationRequest())
        faults.push(`${response.status()}: ${response.url()}`);
    });
    try {
      await steps(page);
    } catch (error) {
      await page.screenshot({ path: join(checkout, "out/site-failure.png") }).catch(() => {});
      throw error;
    } finally {
      await context.close();
    }
    same(faults.join("\n"), "", "the faults of the page");
  };
}

/** A web host as they are: files below a path, index.html for folders, 404.html for the rest. */
function serve(folder) {
  const server = createServer(({ url }, response) => {
    const { pathname } = new URL(url, "http://host");
    const inside = pathname.startsWith(base) ? pathname.slice(base.length) : "404.html";
    const path = join(folder, inside.endsWith("/") || inside === "" ? `${inside}index.html` : inside);
    const found = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
    const file = found ? path : join(folder, "404.html");
    response.writeHead(found ? 200 : 404, {
      "content-type": kinds[extname(file)] ?? "application/octet-stream",
    });
    createReadStream(file).pipe(response);
  });
  return new Promise((done) => {
    server.listen(0, "127.0.0.1", () => done(server));
  });
}

function background(page) {
  return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

function same(actual, expected, what) {
  if (actual !== expected) throw new Error(`${what}: ${actual}, not ${expected}`);
}
