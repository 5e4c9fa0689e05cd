// Every page that somebody can come to, for each person of the demo: what axe finds, what spills over, what it looks like.
import type { Page } from "@playwright/test";
import { axeClean, expect, shot, test } from "./pejling";
import { bigEnough, complaints } from "./eyes";

const roles = ["nobody", "manager", "employee", "hr", "top-manager", "it", "data-protection", "authority-hr"];
// Every page in every language, each at one width: words are tightest on a phone, in Swedish and Danish.
const spoken: Record<string, string[]> = { phone: ["sv", "da"], desktop: ["en"] };
// Where one begins; from there every address on a page of ours is followed. Also pages that no link leads to.
const beginnings = ["/", "/sign-in", "/demo", "/outbox", "/privacy", "/accessibility", "/settings", "/nowhere", "/installation"];
// Not pages, or spent by looking.
const passed = /^\/(assets|feed|health|export\.json|sign-in\/|rounds\/\d+\/manifest\.jsonl)/;
const files = /\.(csv|json|xlsx)$/;
// So many pages of one kind are enough: weeks differ in their figures only.
const enoughOfAKind = 2;

const kind = (path: string) => path.split("?")[0].replace(/\/(\d[\d-]*|[\w-]{20,})(?=\/|$)/g, "/…");

async function links(page: Page): Promise<string[]> {
  const hrefs = await page.evaluate(() => [...document.querySelectorAll("a[href]")].map((a) => (a as HTMLAnchorElement).href));
  const here = new URL(page.url()).origin;
  return hrefs.map((href) => new URL(href)).filter((url) => url.origin === here).map((url) => url.pathname + url.search);
}

async function speak(page: Page, language: string) {
  await page.locator(`.foot button[name=language][value=${language}]`).click();
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}

for (const role of roles) {
  test(`every page is clean for ${role}`, async ({ page, as }, info) => {
    test.skip(info.project.name === "no-js", "nothing differs from the phone but scripts");
    test.setTimeout(600_000);
    const heard = complaints(page);
    if (role !== "nobody") await as(role);
    for (const language of spoken[info.project.name]) {
      await page.goto("/privacy");
      await speak(page, language);
      const waiting = [...beginnings];
      const seen = new Map<string, number>();
      for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
        const known = seen.get(kind(path)) ?? 0;
        if (passed.test(path) || known >= enoughOfAKind || (seen.has(path) && kind(path) === path)) continue;
        seen.set(kind(path), known + 1);
        // A file to take along is no page to go to, but it must be there.
        if (files.test(path)) {
          expect((await page.request.get(path)).status(), path).toBe(200);
          continue;
        }
        const answer = await page.goto(path);
        expect(answer!.status(), path).toBeLessThan(500);
        if (!answer!.headers()["content-type"]?.startsWith("text/html")) continue;
        if (new URL(page.url()).pathname !== path.split("?")[0] && seen.has(kind(new URL(page.url()).pathname))) continue;
        await test.step(`${path} in ${language}`, async () => {
          await axeClean(page);
          await bigEnough(page);
          await shot(page, `${role}${path.split("?")[0].replaceAll("/", "-")}-${language}`);
        });
        waiting.push(...(await links(page)));
      }
    }
    // Whoever comes after them finds them speaking as before.
    await page.goto("/privacy");
    await speak(page, "sv");
    // A page that is not there, or not theirs, is told of in the console by the browser itself.
    expect(heard().filter((line) => !/the server responded with a status of 40[34]/.test(line))).toEqual([]);
  });
}
