// Who looked and changed: seen by those it concerns, read by the data protection officer; roles by hand, and deputies.
import { axeClean, expect, shot, test } from "./pejling";
import type { Page } from "@playwright/test";
import { bigEnough } from "./eyes";

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

// Whose address it is stands on their settings.
async function mailOf(page: Page): Promise<string> {
  await page.goto("/settings");
  return /\S+@\S+/.exec(await page.locator("main").innerText())![0];
}

test("whoever is concerned sees who looked, and the data protection officer reads the log", async ({ as, pejling }) => {
  test.slow();
  let page = await as("hr");
  await page.goto("/results");
  await page.getByRole("link", { name: /Läs hela/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  page = await as("employee");
  await page.goto("/settings");
  await page.getByRole("link", { name: "Vem har tittat och ändrat" }).click();
  const main = page.locator("main");
  // What the clockwork does takes a moment.
  await expect(async () => {
    await page.reload();
    await expect(main).toContainText(`${pejling.person("hr").name} (HR)`, { timeout: 100 });
  }).toPass();
  await expect(main).toContainText(`${pejling.person("manager").name} (Chef)`);
  await expect(main).toContainText("Ändrade namn eller e-post");
  await expect(main).toContainText(`, i stället för ${pejling.person("manager").name}`);
  await axeClean(page);
  await bigEnough(page);
  await shot(page, "seen");

  page = await as("data-protection");
  await page.goto("/");
  await page.goto("/log");
  const log = page.locator("main");
  await expect(log).toContainText("Stängde en omgång och lämnade ut svaren");
  await axeClean(page);
  await bigEnough(page);
  await shot(page, "log");
  await page.getByLabel("Slag").selectOption("Läst svar");
  await page.getByRole("button", { name: "Visa" }).click();
  await expect(log).toContainText("Läste en grupps svar");
  await expect(log).not.toContainText("Stängde en omgång");
  await page.getByLabel("Till och med").fill("2020-01-01");
  await page.getByRole("button", { name: "Visa" }).click();
  await expect(log).toContainText("Ingen rad passar.");
  const csv = await page.request.get("/log.csv?kind=looks");
  expect(await csv.text()).toContain("saw_group");
  const json = await (await page.request.get("/log.json")).json();
  expect(json.lines.length).toBeGreaterThan(5);
  // No content: nothing else is theirs.
  for (const path of ["/week", "/people", "/staff-lists", "/roles", "/rounds", "/installation"]) {
    expect((await page.request.get(path)).status(), path).toBe(403);
  }
});

test("IT gives a role until a day, and takes it", async ({ as }) => {
  let page = await as("top-manager");
  const mail = await mailOf(page);
  page = await as("it");
  const own = await mailOf(page);
  await page.goto("/roles");
  const main = page.locator("main");
  await axeClean(page);
  await bigEnough(page);
  await shot(page, "roles");
  await page.getByLabel("E-postadress").fill(own);
  await page.locator("#role input[value=hr]").check();
  await page.getByRole("button", { name: "Ge rollen" }).click();
  await expect(page.locator("#mail-error")).toContainText("Ingen ger sig själv en roll.");
  await axeClean(page);
  await page.getByLabel("E-postadress").fill(mail);
  await page.getByLabel("Sista dagen").fill(day(30));
  await page.getByRole("button", { name: "Ge rollen" }).click();
  await expect(page.locator("#flash")).toContainText("Rollen är given");
  const row = main.locator("li", { hasText: "HR · till och med" });
  await expect(row).toBeVisible();
  await row.getByRole("button").click();
  await expect(page.locator("#flash")).toContainText("Rollen är borttagen");
  await expect(row).toBeHidden();
});

test("a manager names a deputy, who reads the answers in their place and nothing else of theirs", async ({ as }) => {
  test.slow();
  let page = await as("it");
  const mail = await mailOf(page);
  page = await as("principal");
  await page.goto("/settings");
  await page.getByRole("link", { name: "Ersättare" }).click();
  await axeClean(page);
  await bigEnough(page);
  await shot(page, "deputies");
  await page.getByLabel("Ersättarens e-postadress").fill("ingen@alls.example");
  await page.getByLabel(/läsa svaren för/).first().check();
  await page.getByLabel("Sista dagen").fill(day(20));
  await page.getByRole("button", { name: "Gör till ersättare" }).click();
  await expect(page.locator("#mail-error")).toContainText("Ingen här har den adressen.");
  await page.getByLabel("Ersättarens e-postadress").fill(mail);
  await page.getByRole("button", { name: "Gör till ersättare" }).click();
  await expect(page.locator("#flash")).toContainText("Ersättaren är utsedd");
  await axeClean(page);

  page = await as("it");
  await page.goto("/results");
  await page.locator("main .panel a").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect((await page.request.get("/week")).status()).toBe(403);
  expect((await page.request.get("/steps")).status()).toBe(403);

  page = await as("principal");
  await page.goto("/deputies");
  await page.getByRole("button", { name: /Avsluta .* som ersättare/ }).first().click();
  await expect(page.locator("#flash")).toContainText("Det är avslutat.");
});
