// Coming in with the organisation's own account, at a real provider, on a phone and without scripts.
import type { Page } from "@playwright/test";
import { Pejling, axeClean, expect, shot, test as base } from "./pejling";
import { bigEnough, complaints } from "./eyes";
import { SignInService } from "./provider";

type House = { service: SignInService; house: Pejling };

const test = base.extend<{}, House>({
  service: [async ({}, use) => {
    const service = await SignInService.start();
    await use(service);
    await service.stop();
  }, { scope: "worker" }],
  house: [async ({ service }, use) => {
    const house = await Pejling.start(await service.settings());
    const it = await house.mailOf("hr");
    service.serve(house.url, (login) => (login === it ? ["it-people"] : ["others"]));
    await use(house);
    await house.stop();
  }, { scope: "worker", timeout: 130_000 }],
  baseURL: async ({ house }, use) => use(house.url),
});

test.use({ ignoreHTTPSErrors: true });
// At the provider's own pages.
async function signInThere(page: Page, login: string) {
  await page.locator("input[name=login]").fill(login);
  await page.locator("input[name=password]").fill("anything");
  await page.locator("button[type=submit]").click();
  await page.getByRole("button", { name: "Continue" }).click();
}

async function signOutThere(page: Page) {
  await page.locator("button[name=logout]").click();
}

test("one comes in with one's account, with the roles it gives, and goes out of both", async ({ page, house }) => {
  const heard = complaints(page);
  const mail = await house.mailOf("hr");
  await page.goto("/settings");
  await expect(page.getByRole("heading", { level: 1, name: "Logga in" })).toBeVisible();
  await axeClean(page);
  await bigEnough(page);
  await shot(page, "sign-in-account");
  await page.getByRole("link", { name: "Logga in med kommunkontot" }).click();
  await signInThere(page, mail);
  await expect(page).toHaveURL(`${house.url}/settings`);
  await expect(page.getByRole("main")).toContainText(mail);
  await expect(page.getByRole("main")).toContainText("med konto");
  await axeClean(page);
  await page.goto("/installation");
  await expect(page.getByRole("heading", { level: 1, name: "Installationen" })).toBeVisible();

  await page.goto("/settings");
  await page.getByRole("main").getByRole("button", { name: "Logga ut", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Du är utloggad här" })).toBeVisible();
  await axeClean(page);
  await bigEnough(page);
  await shot(page, "signed-out-account");
  await page.getByRole("link", { name: "Logga ut från kommunkontot" }).click();
  await signOutThere(page);
  await expect(page).toHaveURL(`${house.url}/`);
  // There one is asked again who one is.
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Logga in med kommunkontot" }).click();
  await expect(page.locator("input[name=login]")).toBeVisible();
  // The provider's own pages ask for fonts from elsewhere.
  expect(heard().filter((line) => !line.startsWith("Failed to load resource"))).toEqual([]);
});

test("whoever is unknown here is told what to do", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("link", { name: "Logga in med kommunkontot" }).click();
  await signInThere(page, "stranger@elsewhere.example");
  await expect(page.getByRole("heading", { level: 1, name: "Ingen här har din adress" })).toBeVisible();
  await axeClean(page);
  await shot(page, "sign-in-account-unknown");
  await page.getByRole("main").getByRole("link", { name: "Till inloggningen" }).click();
  await page.getByText("Med en länk").click();
  await expect(page.getByLabel("E-postadress").first()).toBeVisible();
});

test("a sign-out at the provider ends what came of it here", async ({ page, house, service }) => {
  const mail = await house.mailOf("manager");
  await page.goto("/settings");
  await page.getByRole("link", { name: "Logga in med kommunkontot" }).click();
  await signInThere(page, mail);
  await expect(page.getByRole("main")).toContainText(mail);
  await page.goto(`${service.issuer}/session/end`);
  await signOutThere(page);
  await page.waitForURL(/session\/end\/success/);
  await page.goto("/settings");
  await expect(page.getByRole("heading", { level: 1, name: "Logga in" })).toBeVisible();
});

test("going back to Pejling without an answer leads on, and a page that is reloaded does no harm", async ({ page, house }) => {
  await page.goto("/sign-in/account/back?code=x&state=y");
  await expect(page.getByRole("heading", { level: 1, name: "Inloggningen tog för lång tid" })).toBeVisible();
  await axeClean(page);
  const mail = await house.mailOf("manager");
  await page.getByRole("main").getByRole("link", { name: "Till inloggningen" }).click();
  await page.getByRole("link", { name: "Logga in med kommunkontot" }).click();
  await signInThere(page, mail);
  await expect(page.getByRole("main")).toBeVisible();
  await page.goBack();
  await page.goto("/settings");
  await expect(page.getByRole("main")).toContainText(mail);
});
