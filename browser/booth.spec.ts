// The ballot page as it reaches a phone: how much it weighs, how soon it can be used, and that it can be used at 400 per cent, with keys alone.
import { promised } from "./promised";
import { test, expect, axeClean, shot } from "./pejling";
import type { Page } from "@playwright/test";

const screen = (page: Page) => page.locator("#booth > [data-screen]:visible");

// All that the page may fetch, compressed, from the link to the thanks.
const LIGHT = 60_000;
// A phone of the cheaper sort on a slow network, as browsers' own tools define one: 150 ms there and back, 1.6 Mbit/s, a fourth of this machine's speed.
const SLOW = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const SLOWER = 4;
// The bar is a second on such a phone. How busy the machine is that runs this is unknown: what is asserted is only that nothing is badly wrong.
const LATE = 10_000;

for (const [language, sentences] of Object.entries(promised)) {
  test.describe(() => {
    test.use({ locale: language });
    test(`before answering it says what is promised, in ${language}`, async ({ page, pejling }) => {
      test.skip(test.info().project.name === "no-js", "screens are shown by script");
      await page.goto(await pejling.ballotLink());
      await expect(screen(page)).toHaveAttribute("data-screen", "before", { timeout: 30_000 });
      for (const sentence of sentences) await expect(screen(page).getByText(sentence)).toBeVisible();
      await axeClean(page);
      await shot(page, `booth-promised-${language}`);
    });
  });
}

// The server's own answer, with a first question as an organisation writes one: in one language only.
async function ownQuestionInSwedishOnly(page: Page) {
  await page.route("**/questions", async (route) => {
    const answer = await route.fetch();
    const said = await answer.json();
    said.questions[0] = { ...said.questions[0], texts: { da: null, en: null, sv: "Vi har arbetsro." } };
    await route.fulfill({ response: answer, json: said });
  });
}

test.describe(() => {
  test.use({ locale: "en" });

  test("a question that is not there in the reader's language is asked in the organisation's", async ({ page, pejling }) => {
    test.skip(test.info().project.name === "no-js", "screens are shown by script");
    await ownQuestionInSwedishOnly(page);
    await page.goto(await pejling.ballotLink());
    await screen(page).getByRole("button", { name: "Begin" }).click();
    await expect(screen(page).locator("h2")).toHaveText("Vi har arbetsro.");
    await expect(screen(page).locator("h2")).toHaveAttribute("lang", "sv");
    await screen(page).getByRole("button", { name: "Don't know" }).click();
    await expect(screen(page).locator("h2")).toHaveAttribute("lang", "en");
  });
});

test("who comes in the last hour, or while the ballots are counted, is told what is so", async ({ page, pejling }) => {
  test.skip(test.info().project.name === "no-js", "screens are shown by script");
  await page.route("**/draw", (route) => route.fulfill({ status: 410, json: { trouble: "draws-over" } }));
  const link = await pejling.ballotLink();
  await page.goto(link);
  await expect(screen(page).locator("h2")).toHaveText("Det går inte längre att hämta en valsedel");
  await axeClean(page);
  await shot(page, "booth-draws-over");
  await page.unroute("**/draw");
  await page.route("**/draw", (route) => route.fulfill({ status: 410, json: { trouble: "closed" } }));
  await page.goto("about:blank");
  await page.goto(link);
  await expect(screen(page).locator("h2")).toHaveText("Omgången är stängd");
  await page.route("**/counted", (route) => route.fulfill({ status: 409, json: { trouble: "not-yet" } }));
  await screen(page).getByRole("button", { name: "Se om min röst räknades" }).click();
  await expect(screen(page).getByRole("status")).toHaveText("Rösterna räknas just nu. Försök igen om en stund.");
  await axeClean(page);
});

test("the ballot page is under 60 kB in all, and soon there on a slow phone", async ({ page, pejling }) => {
  test.skip(test.info().project.name !== "phone", "what is fetched is the same in all");
  test.setTimeout(120_000);
  const address = await pejling.ballotLink();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", SLOW);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  const sizes = new Map<string, number>();
  const names = new Map<string, string>();
  cdp.on("Network.requestWillBeSent", ({ requestId, request }) => names.set(requestId, `${request.method} ${new URL(request.url).pathname}`));
  cdp.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));

  // From the press on the link until the first question can be answered, the press on the button before it taken as done.
  await page.addInitScript(() => {
    new MutationObserver(() => {
      const asks = (name: string) => document.querySelector<HTMLElement>(`[data-screen="${name}"]:not([hidden])`);
      const go = asks("before")?.querySelector<HTMLButtonElement>("[data-go]");
      if (go?.onclick) go.click();
      const choice = asks("question")?.querySelector<HTMLButtonElement>("[data-scale]:not([hidden]) button");
      if (choice?.onclick) (globalThis as any).usable ??= performance.now();
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.goto(address);
  const usable = (await (await page.waitForFunction(() => (globalThis as any).usable)).jsonValue()) as number;
  const seen = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  while ((await screen(page).getAttribute("data-screen")) === "question") {
    const before = await screen(page).locator("h2").textContent();
    await screen(page).locator('[data-scale]:visible button[value="3"]').click();
    await expect(screen(page).locator("h2")).not.toHaveText(before!);
  }
  await screen(page).getByRole("button", { name: "Skicka min röst" }).click();
  await expect(screen(page)).toHaveAttribute("data-screen", "sent", { timeout: 30_000 });

  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const each = [...sizes].map(([id, size]) => `${names.get(id)} ${size}`);
  console.log(`the ballot page: ${all} bytes in all; first paint after ${Math.round(seen)} ms, first question after ${Math.round(usable)} ms\n${each.join("\n")}`);
  expect(all).toBeLessThan(LIGHT);
  expect(usable).toBeLessThan(LATE);
});

// What stands on the screen begins at its heading, nothing sticks out to the side, and axe finds nothing.
async function sound(page: Page) {
  await expect(screen(page).locator("h2")).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await axeClean(page);
}

// Tabs on until the element has the focus, which must then be seen, and presses it.
async function press(page: Page, key: "Enter" | "Space", wanted: string) {
  const element = screen(page).locator(wanted);
  await screen(page).locator("h2").focus();
  for (let tabs = 0; tabs < 20 && !(await element.evaluate((it) => it === document.activeElement)); tabs++) await page.keyboard.press("Tab");
  await expect(element).toBeFocused();
  await expect(element).toBeInViewport();
  expect(await element.evaluate((it) => getComputedStyle(it).outlineStyle)).not.toBe("none");
  await page.keyboard.press(key);
}

for (const direction of ["ltr", "rtl"] as const) {
  // 1280 by 1024 at 400 per cent.
  test(`answering with keys alone at 400 per cent, ${direction}`, async ({ page, pejling }) => {
    test.skip(test.info().project.name !== "phone", "it brings its own size");
    test.setTimeout(120_000);
    await page.setViewportSize({ width: 320, height: 256 });
    // None of our languages runs from the right; the page would not mind.
    if (direction === "rtl") await page.addInitScript(() => document.addEventListener("DOMContentLoaded", () => (document.documentElement.dir = "rtl")));
    await page.goto(await pejling.ballotLink());
    await expect(screen(page)).toHaveAttribute("data-screen", "before", { timeout: 30_000 });
    await sound(page);
    await shot(page, `booth-400-before-${direction}`);
    await press(page, "Enter", "[data-go]");
    for (let questions = 0; (await screen(page).getAttribute("data-screen")) === "question"; questions++) {
      await sound(page);
      if (questions === 0) await shot(page, `booth-400-question-${direction}`);
      const before = await screen(page).locator("h2").textContent();
      await press(page, questions % 2 ? "Space" : "Enter", `[data-scale]:not([hidden]) button[value="${questions ? 2 : "-"}"]`);
      await expect(screen(page).locator("h2")).not.toHaveText(before!);
    }
    await expect(screen(page)).toHaveAttribute("data-screen", "send");
    await sound(page);
    // What goes wrong is said where it is: a live region that stood there before.
    const said = screen(page).getByRole("alert");
    await expect(said).toBeEmpty();
    await page.context().setOffline(true);
    await press(page, "Enter", "[data-go]");
    await expect(said).not.toBeEmpty();
    await expect(said).toBeInViewport();
    await axeClean(page);
    await page.context().setOffline(false);
    await press(page, "Enter", "[data-go]");
    await expect(screen(page)).toHaveAttribute("data-screen", "sent", { timeout: 30_000 });
    await sound(page);
    await shot(page, `booth-400-sent-${direction}`);
  });
}
