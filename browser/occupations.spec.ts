// Results by occupation: what HR reads, what the top's own managers read, and that the same is not asked in both ways at once.
import { test, expect, axeClean, shot } from "./pejling";

test("a round is read by occupation, and not asked for by unit and by occupation at the same time", async ({ as }) => {
  const page = await as("hr");
  await page.goto("/results");
  await page.getByRole("region", { name: /^Medarbetarfrågor per yrke/ }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await axeClean(page);
  await shot(page, "occupations");

  await page.goto("/rounds/new");
  await page.getByLabel("Namn").fill("Per yrke igen");
  await page.getByRole("radio", { name: "Enheten och allt under den, per yrke" }).check();
  await page.locator("summary", { hasText: "Hållbart medarbetarengagemang" }).click();
  for (const question of await page.getByRole("group", { name: /Hållbart medarbetarengagemang/ }).getByRole("checkbox").all()) await question.check();
  await page.getByRole("button", { name: "Planera omgången" }).click();
  // The latest round by unit closed two weeks ago.
  await expect(page.getByText(/Lagda bredvid varandra kan de avslöja små grupper/).first()).toBeVisible();
  await expect(page.getByRole("radio", { name: "Enheten och allt under den, per yrke" })).toBeChecked();
  await axeClean(page);
});
