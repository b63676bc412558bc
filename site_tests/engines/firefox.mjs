/**
 * The bridge to Firefox: a request per line on standard input, `["method", …]`, an answer per line on standard output.
 *
 * Usage: node firefox.mjs PROGRAM PROFILE
 *
 * @module
 */
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

const [program = "", profile = ""] = process.argv.slice(2);
const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: program,
  userDataDir: profile,
  headless: true,
  // Firefox asks for a clean-up of its profile, updates and remote settings; none of that is for tests.
  extraPrefsFirefox: { "browser.shell.checkDefaultBrowser": false, "app.update.auto": false },
});
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 900 });

/** @type {string[]} */
const problems = [];
page.on("console", (message) => {
  if (["error", "warn"].includes(message.type())) problems.push(message.text());
});
page.on("pageerror", (error) => problems.push(String(error)));

/** @type {Record<string, (...parameters: string[]) => Promise<unknown>>} */
const methods = {
  open: (url = "") => page.goto(url, { waitUntil: "load" }).then(() => undefined),
  // As text, because the page's policy forbids making a function from text in the page.
  run: (body = "", args = "[]") => page.evaluate(`(async (args) => { ${body} })(${args})`),
  press: (key = "") => page.keyboard.press(/** @type {import("puppeteer-core").KeyInput} */ (key)),
  problems: async () => problems,
  close: () => browser.close(),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [method, ...parameters] = JSON.parse(line);
  try {
    const result = await methods[method]?.(...parameters);
    process.stdout.write(`${JSON.stringify({ result })}\n`);
  } catch (error) {
    process.stdout.write(`${JSON.stringify({ error: String(error) })}\n`);
  }
  if (method === "close") break;
}
process.exit();
