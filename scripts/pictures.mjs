// Takes the pictures in docs/pictures of the running product, after `cargo build -p pejling`:
//   node scripts/pictures.mjs [NAME …]
import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");
const program = process.env.PEJLING_BIN ?? join(root, "target/debug/pejling");
const desk = { width: 1180, height: 860 };
const phone = { width: 390, height: 844 };

// What is taken: a name, an address, which links are followed from there, and how large the window is.
const pictures = [
  { name: "today", path: "/", viewport: desk },
  { name: "week", path: "/week", viewport: desk },
  { name: "phone", path: "/week", viewport: phone },
  { name: "drops", path: "/drops/new", viewport: desk },
  { name: "steps", path: "/steps", viewport: desk },
  { name: "conditions", path: "/conditions", viewport: desk },
  { name: "answers", path: "/results", follow: ['main a[href^="/results/"]'], viewport: desk },
  { name: "talk", path: "/results", follow: ['main a[href^="/results/"]', 'main a[href$="/talk"]'], viewport: desk },
].filter(({ name }) => process.argv.length === 2 || process.argv.includes(name));

const data = await mkdtemp(join(tmpdir(), "pejling-pictures-"));
const server = spawn(program, ["serve", "--demo", "--data", data, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"] });
const link = await new Promise((found, failed) => {
  let said = "";
  server.stdout.on("data", (chunk) => {
    said += chunk;
    const manager = /^sign-in manager .+ (\S+)$/m.exec(said);
    if (manager) found(manager[1]);
  });
  server.on("exit", (code) => failed(new Error(`the server ended with ${code}`)));
});

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const into = join(root, "docs/pictures");
  await mkdir(into, { recursive: true });
  const signedIn = await browser.newContext({ locale: "sv-SE", timezoneId: "Europe/Stockholm" });
  const door = await signedIn.newPage();
  await door.goto(link);
  const confirm = door.locator("form[data-confirm] button");
  if (await confirm.count()) await confirm.click();
  await door.waitForLoadState();
  const storageState = await signedIn.storageState();
  for (const { name, path, follow = [], ...shape } of pictures) {
    const context = await browser.newContext({ storageState, locale: "sv-SE", timezoneId: "Europe/Stockholm", ...shape });
    const page = await context.newPage();
    await page.goto(new URL(path, link).href);
    for (const next of follow) await page.goto(new URL(await page.locator(next).first().getAttribute("href"), link).href);
    await page.evaluate(() => document.fonts.ready);
    const session = await context.newCDPSession(page);
    const { data } = await session.send("Page.captureScreenshot", { format: "webp", quality: 90 });
    await writeFile(join(into, `${name}.webp`), data, "base64");
    console.log(`${name}.webp ${Math.round((data.length * 3) / 4 / 1024)} kB`);
    await context.close();
  }
} finally {
  await browser.close();
  server.removeAllListeners("exit");
  server.kill("SIGINT");
  await rm(data, { recursive: true, force: true });
}
