// Coming in and going out, as a person does it: with a mouse, with keys, without scripts, on a narrow phone.
import type { Page } from "@playwright/test";
import { axeClean, expect, shot, test, type Person } from "./pejling";
import { bigEnough, complaints } from "./eyes";

const password = "fyra vanliga ord i rad";

// The newest letter to somebody lies first in the outbox; whose address it is stands on their settings.
async function mailOf(page: Page, person: Person): Promise<string> {
  await page.goto(person.url);
  await page.locator("form[data-confirm] button").click();
  await page.goto("/settings");
  const mail = /\S+@\S+/.exec(await page.locator("main").innerText())![0];
  await page.context().clearCookies();
  return mail;
}

test("one signs in by a link that comes by mail", async ({ page, pejling }) => {
  const heard = complaints(page);
  const mail = await mailOf(page, pejling.person("hr"));
  await page.goto("/settings");
  await expect(page.getByRole("heading", { level: 1, name: "Logga in" })).toBeVisible();
  await axeClean(page);
  await bigEnough(page);
  await shot(page, "sign-in");
  await page.getByLabel("E-postadress").first().fill(mail);
  await page.getByRole("button", { name: "Skicka länken" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Titta i din e-post" })).toBeVisible();
  await axeClean(page);
  await shot(page, "sign-in-sent");
  await page.getByRole("main").getByRole("link", { name: "Utkorgen" }).click();
  await axeClean(page);
  await shot(page, "outbox");
  await page.getByRole("link", { name: /\/sign-in\// }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Välkommen in" })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(`Länken är till ${pejling.person("hr").name}.`);
  await axeClean(page);
  await shot(page, "sign-in-link");
  const link = page.url();
  await page.getByRole("button", { name: "Logga in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto("/settings");
  await expect(page.getByRole("main")).toContainText(mail);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "Den länken gäller inte längre" })).toBeVisible();
  await axeClean(page);
  await shot(page, "sign-in-link-used");
  expect(heard()).toEqual([]);
});

test("one signs in by password, is told when it is wrong, and signs out", async ({ page, pejling }, info) => {
  const mail = await mailOf(page, pejling.person("top-manager"));
  const sign = async (with_: string) => {
    await page.goto("/sign-in");
    await page.getByText("Med lösenord i stället").click();
    await page.locator("#password-mail").fill(mail);
    await page.getByLabel("Lösenord").fill(with_);
    await page.locator("form[action='/sign-in/password'] button").click();
  };
  await sign("fel ord");
  const summary = page.getByRole("alert");
  await expect(summary).toContainText("Adressen och lösenordet hör inte ihop");
  await expect(summary).toBeFocused();
  await summary.getByRole("link").click();
  const field = page.getByLabel("Lösenord");
  await expect(field).toBeFocused();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAttribute("aria-describedby", "password-error");
  await expect(page.locator("#password-error")).toContainText("hör inte ihop");
  await expect(page.locator("#password-mail")).toHaveValue(mail);
  await expect(field).toHaveValue("");
  await axeClean(page);
  await shot(page, "sign-in-wrong");

  // The other language of the page that came back is the page it stood on.
  await page.getByRole("button", { name: "Dansk" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Log ind" })).toBeVisible();
  await page.getByRole("button", { name: "Svenska" }).click();

  // Tries are counted, and each project has the server to itself only in turn: one wrong, one right.
  await page.goto(await freshLink(page, mail));
  await page.locator("form[data-confirm] button").click();
  await page.goto("/settings");
  await page.getByLabel("Nytt lösenord").fill("kort");
  await page.getByRole("button", { name: "Spara lösenordet" }).click();
  await expect(page.getByRole("alert")).toContainText("minst 15 tecken");
  await axeClean(page);
  await shot(page, "settings-wrong");
  await page.getByLabel("Nytt lösenord").fill(password + info.project.name);
  await page.getByRole("button", { name: "Spara lösenordet" }).click();
  await expect(page.getByRole("status").first()).toContainText("Lösenordet gäller från nu");
  await axeClean(page);
  await shot(page, "settings-saved");

  await page.getByRole("main").getByRole("button", { name: "Logga ut", exact: true }).last().click();
  await page.goto("/settings");
  await expect(page.getByRole("heading", { level: 1, name: "Logga in" })).toBeVisible();
  await sign(password + info.project.name);
  await page.goto("/settings");
  await expect(page.getByRole("main")).toContainText(mail);
});

async function freshLink(page: Page, mail: string): Promise<string> {
  await page.goto("/sign-in");
  await page.getByLabel("E-postadress").first().fill(mail);
  await page.getByRole("button", { name: "Skicka länken" }).click();
  await page.goto("/outbox");
  const letter = page.getByRole("article").filter({ hasText: mail }).first();
  return (await letter.getByRole("link").getAttribute("href"))!;
}

test("one signs in with keys alone", async ({ page, pejling }) => {
  const mail = await mailOf(page, pejling.person("employee"));
  await page.goto("/sign-in");
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  await page.keyboard.press("Enter");
  // Past what stands before the form, in the order it is read.
  for (let stop = 0; stop < 10 && !(await page.locator("#mail").evaluate((e) => e === document.activeElement)); stop++) {
    await page.keyboard.press("Tab");
  }
  await expect(page.locator("#mail")).toBeFocused();
  await page.keyboard.type(mail);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Titta i din e-post" })).toBeVisible();
  await page.goto("/outbox");
  await page.getByRole("article").filter({ hasText: mail }).first().getByRole("link").focus();
  await page.keyboard.press("Enter");
  await page.locator("form[data-confirm] button").focus();
  await page.keyboard.press("Enter");
  await expect(page).not.toHaveURL(/sign-in/);
  await page.goto("/settings");
  await expect(page.getByRole("main")).toContainText(mail);
  await page.getByRole("main").getByRole("button", { name: "Logga ut", exact: true }).last().focus();
  await page.keyboard.press("Space");
  await page.waitForURL((url) => !url.pathname.startsWith("/settings"));
  await page.goto("/settings");
  await expect(page.getByRole("heading", { level: 1, name: "Logga in" })).toBeVisible();
});

test("language and look are chosen in the foot and kept", async ({ page }) => {
  await page.goto("/privacy");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page).toHaveURL(/\/privacy$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-color-scheme", "dark");
  await axeClean(page);
  await page.getByRole("button", { name: "Light" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-color-scheme", "light");
  await axeClean(page);
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("html")).toHaveAttribute("data-color-scheme", "light");
  await expect(page.getByRole("button", { name: "Light" })).toHaveAttribute("aria-current", "true");
});

test("what is hard to use is told from the foot of any page, and comes to those who run it", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("contentinfo").getByRole("link", { name: "Tillgänglighet" }).click();
  await page.getByRole("button", { name: "Skicka" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await axeClean(page);
  await page.getByLabel("Vad är svårt att använda?").fill("Fältet för timmar syns inte när jag förstorar.");
  await page.getByLabel("Din e-postadress").fill("anna@example.org");
  await shot(page, "accessibility-told");
  await page.getByLabel("Din e-postadress").press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "Det är på väg" })).toBeVisible();
  await expect(page.getByLabel("Vad är svårt att använda?")).toBeEmpty();
  await page.goto("/outbox");
  await expect(page.getByRole("main")).toContainText("Fältet för timmar syns inte när jag förstorar.");
  await expect(page.getByRole("main")).toContainText("anna@example.org");
});

test("in the demo one tries as somebody else", async ({ page }) => {
  await page.goto("/demo");
  await axeClean(page);
  await page.locator("form[action='/demo/it'] button").click();
  await page.goto("/installation");
  await expect(page.getByRole("heading", { level: 1, name: "Installationen" })).toBeVisible();
});

test("whoever came long ago shows that it is them before they give roles, and is back where they were", async ({ as, pejling }) => {
  const page = await as("it");
  await pejling.longAgo();
  await page.goto("/settings");
  await expect(page.getByRole("link", { name: "Visa att det är du" })).toBeVisible();
  await axeClean(page);
  await shot(page, "settings-prove");
  await page.goto("/roles");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Visa att det är du");
  await axeClean(page);
  await shot(page, "prove");
  await page.getByRole("button", { name: "Skicka länken" }).click();
  await page.goto("/outbox");
  await page.getByRole("article").filter({ hasText: await pejling.mailOf("it") }).first().getByRole("link").click();
  await page.locator("form[data-confirm] button, main form button").first().click();
  await expect(page).toHaveURL(/\/roles$/);
});
