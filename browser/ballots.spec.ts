import { test, expect, axeClean, shot } from "./pejling";
import type { Page } from "@playwright/test";
import jsqr from "jsqr";

const screen = (page: Page) => page.locator("#booth > [data-screen]:visible");
const heading = (page: Page) => screen(page).getByRole("heading", { level: 2 });

// From the home page to the ballot page, which takes no cookie: the link alone lets in. Nobody else's journey collects this ballot.
async function begin(page: Page) {
  await page.goto("/");
  await axeClean(page);
  await shot(page, "today-asked");
  const answer = page.waitForResponse((response) => response.url().endsWith("/ballot"));
  await page.getByRole("button", { name: "Svara", exact: true }).first().click();
  expect((await answer).headers().location).toMatch(/^\/b\/\d+#[\w-]{86}$/);
  await expect(page).toHaveURL(/\/b\/\d+#/);
}

async function answer(page: Page, mark: string) {
  while ((await screen(page).getAttribute("data-screen")) === "question") {
    const before = await heading(page).textContent();
    await screen(page).locator(`[data-scale]:visible button[value="${mark}"]`).click({ delay: 20 });
    await expect(heading(page)).not.toHaveText(before!);
  }
}

// What a camera reads in the square: the drawn squares, eight dots each.
async function pointCameraAt(page: Page): Promise<string> {
  const svg = screen(page).locator("svg.qr");
  const across = Number((await svg.getAttribute("viewBox"))!.split(" ")[2]) * 8;
  const dots = new Uint8ClampedArray(across * across * 4).fill(255);
  for (const [, x, y] of (await svg.locator("path").getAttribute("d"))!.matchAll(/M(\d+) (\d+)/g)) {
    for (let i = 0; i < 64; i++) {
      const at = ((Number(y) * 8 + (i >> 3)) * across + Number(x) * 8 + (i & 7)) * 4;
      dots.fill(0, at, at + 3);
    }
  }
  return jsqr(dots, across, across)!.data;
}

test("an employee answers, and changes the answer with the same ballot, here and on other devices", async ({ as, browser }) => {
  test.skip(test.info().project.name === "no-js", "a blind ballot is made in the browser");
  test.slow();
  const page = await as("employee");
  await begin(page);
  await expect(heading(page)).toHaveText("Innan du svarar");
  await axeClean(page);
  await shot(page, "booth-before");
  await screen(page).getByText("Fortsätt på en annan enhet").click();
  await axeClean(page);
  await shot(page, "booth-elsewhere");
  const link = await pointCameraAt(page);
  await screen(page).getByRole("button", { name: "Börja" }).click();
  await axeClean(page);
  await shot(page, "booth-question");
  await answer(page, "3");
  await expect(heading(page)).toHaveText("Skicka?");
  await axeClean(page);
  await screen(page).getByRole("button", { name: "Skicka min röst" }).click();
  await expect(heading(page)).toHaveText("Tack. Din röst ligger i urnan.");
  await axeClean(page);
  await shot(page, "booth-sent");
  const code = await screen(page).locator("p.code").first().textContent();
  expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{2}$/);
  await screen(page).getByRole("button", { name: "Ändra mitt svar" }).click();
  await answer(page, "1");
  await screen(page).getByRole("button", { name: "Skicka min röst" }).click();
  await expect(screen(page).locator("p.code").first()).toHaveText(code!);

  const camera = await (await browser.newContext()).newPage();
  await camera.goto(link);
  const keys = await (await browser.newContext()).newPage();
  await keys.goto(page.url());
  await expect(heading(keys)).toHaveText("Du har redan hämtat din valsedel");
  await screen(keys).getByRole("textbox").fill(code!.toLowerCase());
  await screen(keys).getByRole("button").click();
  for (const device of [camera, keys]) {
    await expect(heading(device)).toHaveText("Innan du svarar");
    await screen(device).getByRole("button", { name: "Börja" }).click();
    await answer(device, "2");
    await screen(device).getByRole("button", { name: "Skicka min röst" }).click();
    await expect(screen(device).locator("p.code").first()).toHaveText(code!);
    await device.context().close();
  }
});

test("a link that is not whole, and one of no round, say what to do", async ({ as }) => {
  test.skip(test.info().project.name === "no-js", "screens are shown by script");
  const page = await as("hr");
  await page.goto("/b/4711");
  await expect(heading(page)).toHaveText("Länken gäller inte");
  await axeClean(page);
});

test("without JavaScript the ballot page says why and leads to the slip", async ({ as }) => {
  test.skip(test.info().project.name !== "no-js", "with it there is a ballot");
  const page = await as("employee");
  await begin(page);
  await expect(page.getByRole("heading", { name: "Här behövs JavaScript" })).toBeVisible();
  await page.getByRole("link", { name: "Jag har ett svarskort" }).click();
  await page.getByLabel("Kod").fill("ABCD");
  await page.getByRole("button", { name: "Vidare" }).click();
  await expect(page.getByText("Koden är inte hel. Jämför med kortet.")).toBeVisible();
  await expect(page.getByLabel("Kod")).toHaveValue("ABCD");
});
