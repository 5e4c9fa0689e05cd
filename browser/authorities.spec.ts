// Authorities are walls: what one says is read by the centre when it has released it, and not before.
import { axeClean, expect, shot, test } from "./pejling";
import type { Page } from "@playwright/test";
import { bigEnough } from "./eyes";

const authority = "Socialförvaltningen";

// The top of what somebody reads by their role, of a round by its place in the list: the latest is the first.
async function whole(page: Page, round: number) {
  await page.goto("/results");
  const panel = page.locator("main .panel").nth(round);
  await panel.getByRole("link").last().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

test("the centre reads an authority when it has released, and not before", async ({ as, pejling }) => {
  test.slow();
  // Of the latest round it has released nothing: it is not in the figures of the whole, and there is no way to it.
  let page = await as("hr");
  await whole(page, 0);
  const main = page.locator("main");
  await expect(main).toContainText("Alla är inte med här");
  await expect(main.locator("section", { hasText: "Alla är inte med här" }).getByRole("listitem")).toHaveText([authority]);
  await expect(main.getByRole("link", { name: authority, exact: true })).toHaveCount(0);
  await axeClean(page);
  await bigEnough(page);
  await shot(page, "authority-not-released");
  const latest = new URL(page.url()).pathname;
  // A file that is taken along says so too.
  expect(await (await page.request.get(`${latest}/table.csv`)).text()).toContain(` utan ${authority}`);

  // Its own HR reads it, and nothing around it.
  page = await as("authority-hr");
  expect((await page.request.get("/people")).status()).toBe(403);
  await whole(page, 0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(authority);
  const here = new URL(page.url()).pathname;
  const release = page.locator("#release");
  await expect(release).toContainText(`Bara de som är med i ${authority} läser det här.`);
  await axeClean(page);
  await release.locator("summary").click();
  await expect(release).toContainText(`Allt som visas för ${authority} i den här omgången`);
  await expect(release).toContainText("Det går inte att ta tillbaka.");
  await axeClean(page);
  await bigEnough(page);
  await shot(page, "authority-release");
  await release.getByRole("button", { name: "Lämna ut" }).click();
  await expect(page.locator("#flash")).toContainText("Svaren är utlämnade.");
  await expect(release).toContainText("Den som gjorde det: HR i en myndighet.");
  await expect(release.getByRole("button")).toHaveCount(0);
  await axeClean(page);
  await shot(page, "authority-released");

  // Now the centre reads it as it stands there, and it is in the whole.
  page = await as("hr");
  await page.goto(latest);
  await expect(main).not.toContainText("Alla är inte med här");
  await main.getByRole("link", { name: authority, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`${here}$`));
  await expect(release).toContainText("Utlämnat till");

  // The data protection officer finds who did it.
  page = await as("data-protection");
  await expect(async () => {
    await page.goto("/log?kind=looks");
    await expect(main).toContainText("Lämnade ut en myndighets svar", { timeout: 100 });
  }).toPass();
  await expect(main).toContainText(`${pejling.person("authority-hr").name} (HR i en myndighet)`);
});

test("HR of an authority gives its own role and plans within it; IT marks what is one", async ({ as }) => {
  test.slow();
  let page = await as("authority-hr");
  await page.goto("/roles");
  const main = page.locator("main");
  await expect(main).toContainText(`HR i ${authority}`);
  await expect(page.locator("#role input")).toHaveCount(1);
  await axeClean(page);
  await shot(page, "authority-roles");
  await page.goto("/rounds/new");
  await expect(page.locator("#unit option").filter({ hasText: authority })).toHaveCount(1);
  await expect(page.locator("#unit option").filter({ hasText: "Äldreförvaltningen" })).toHaveCount(0);

  page = await as("it");
  await page.goto("/units");
  await page.getByRole("link", { name: "Kultur- och fritidsförvaltningen" }).click();
  await page.getByRole("button", { name: "Märk som egen myndighet" }).click();
  await expect(page.locator("#flash")).toBeVisible();
  await expect(main).toContainText("Egen myndighet sedan");
  await axeClean(page);
  await bigEnough(page);
  await shot(page, "authority-unit");
  await page.getByRole("button", { name: "Ta bort märket" }).click();
  await expect(page.getByRole("button", { name: "Märk som egen myndighet" })).toBeVisible();
  // HR of the centre puts up a wall, and takes none down.
  page = await as("hr");
  await page.goto("/units");
  await page.getByRole("link", { name: authority, exact: true }).click();
  await expect(main).toContainText("Egen myndighet sedan");
  await expect(page.getByRole("button", { name: "Ta bort märket" })).toHaveCount(0);
});
