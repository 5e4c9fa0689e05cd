// Looking at a page: what axe finds, what spills over, what the policy stopped, what it looked like.
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Locator, type Page } from "@playwright/test";
import type { RunOnly } from "axe-core";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// What colours decide; everything else is the same in the dark.
const ofColours = ["color-contrast", "link-in-text-block"];

// Fails with one line for each thing axe finds, in light and in dark colours, and when the page is wider than its window. Axe is a
// script: where scripts are off, only the width is looked at.
export async function axeClean(page: Page) {
  const { scrollWidth, clientWidth } = await width(page);
  expect(scrollWidth, "the page must not scroll sideways").toBeLessThanOrEqual(clientWidth);
  if (test.info().project.use.javaScriptEnabled === false) return;
  await axeFindsNothing(page, { type: "tag", values: wcag });
  await inTheDark(page, () => axeFindsNothing(page, { type: "rule", values: ofColours }));
}

async function axeFindsNothing(page: Page, runOnly: RunOnly) {
  // No page of ours frames another: axe need not gather from frames in a window of its own, which takes as long as looking.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ runOnly, resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  const lines = violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(" ")} (${v.help})\n   ${n.failureSummary}`));
  expect(lines, lines.join("\n")).toEqual([]);
}

// As for somebody whose device is set to dark, unless they have chosen another look.
export async function inTheDark(page: Page, look: () => Promise<void>) {
  await page.emulateMedia({ colorScheme: "dark" });
  await look();
  await page.emulateMedia({ colorScheme: null });
}

async function width(page: Page) {
  return page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth }));
}

// Everything that can be pressed is at least 24 by 24 (WCAG 2.2), and what stands alone at least 44.
export async function bigEnough(page: Page) {
  const small = await page.evaluate(() => {
    const pressed = [...document.querySelectorAll<HTMLElement>("button, .ds-button, summary, .tabs a, .rail a, .foot a, .choice, .segments label")];
    return pressed
      .map((e) => ({ e, box: e.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
      .map(({ e, box }) => `${e.outerHTML.slice(0, 80)} is ${Math.round(box.width)} x ${Math.round(box.height)}`);
  });
  expect(small).toEqual([]);
}

// Collects what the content security policy stopped and every error; ask for it at the end.
export function complaints(page: Page): () => string[] {
  const heard: string[] = [];
  page.on("pageerror", (error) => heard.push(String(error)));
  page.on("console", (message) => { if (message.type() === "error") heard.push(message.text()); });
  return () => heard;
}

// Pictures of the whole page in the folder PEJLING_SHOTS, when that is set: NAME-PROJECT.png, and NAME-PROJECT-dark.png.
export async function shot(page: Page, name: string) {
  const folder = process.env.PEJLING_SHOTS;
  if (!folder) return;
  await mkdir(folder, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  const path = (look: string) => join(folder, `${name}-${test.info().project.name}${look}.png`);
  // In a window as high as the page, so that what is fixed to the window's foot stands at the page's foot.
  const before = page.viewportSize()!;
  await page.setViewportSize({ ...before, height: Math.max(before.height, await page.evaluate(() => document.documentElement.scrollHeight)) });
  await page.screenshot({ path: path("") });
  await inTheDark(page, async () => void (await page.screenshot({ path: path("-dark") })));
  await page.setViewportSize(before);
}

// Tab until `to` has focus, as somebody without a mouse does.
export async function tabTo(page: Page, to: Locator) {
  for (let presses = 0; presses < 150; presses++) {
    if (await to.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${to}`);
}
