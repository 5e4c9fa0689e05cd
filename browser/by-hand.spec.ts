// People and units by hand: found as one types, added, moved, given something to lead.
import { axeClean, expect, shot, test } from "./pejling";

const today = new Date();
const day = (days: number) => new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);

test("anyone is found, added, moved and given a unit to lead", async ({ as, javaScriptEnabled }) => {
  test.slow();
  const page = await as("hr");
  const main = page.locator("main");
  await page.goto("/people");
  await axeClean(page);
  await shot(page, "people");

  // By the beginning of a name: as it is typed, or by the button.
  await page.getByRole("searchbox").pressSequentially("Lena R");
  if (javaScriptEnabled === false) await page.getByRole("button", { name: "Sök" }).click();
  await expect(page.locator("#found li")).toHaveCount(1);
  await expect(page.locator("#found")).toContainText("Lena Rosén");
  await page.getByRole("searchbox").fill("ingen alls heter så");
  if (javaScriptEnabled === false) await page.getByRole("button", { name: "Sök" }).click();
  await expect(page.locator("#found")).toContainText("Ingen heter så.");

  // A unit of its own for what follows.
  await page.goto("/units");
  await main.locator("summary", { hasText: "Ny enhet under den här" }).click();
  await page.locator("#new-name").fill("Handens enhet");
  await page.getByRole("button", { name: "Öppna enheten" }).click();
  await page.getByRole("link", { name: "Handens enhet" }).click();
  await expect(main).toContainText("Ingen är anställd direkt i enheten.");
  await axeClean(page);
  await shot(page, "unit");

  // What is wrong comes back with what was typed.
  await page.goto("/people/new");
  await page.getByLabel("Förnamn").fill("Åsa");
  await page.getByLabel("E-post").fill("ingen adress");
  await page.getByLabel("Sysselsättningsgrad").fill("180");
  await page.getByRole("button", { name: "Lägg till en person" }).click();
  for (const field of ["family", "mail", "unit", "extent"]) await expect(page.locator(`#${field}-error`)).toBeVisible();
  await expect(page.getByLabel("Förnamn")).toHaveValue("Åsa");
  await axeClean(page);
  await page.getByLabel("Efternamn").fill("Öhand");
  await page.getByLabel("E-post").fill("asa.ohand@handen.example");
  await page.getByLabel("Sysselsättningsgrad").fill("80");
  await page.getByLabel("Befattning eller yrke").fill("Handledare");
  await page.locator("#unit").selectOption("Handens enhet");
  await page.getByRole("button", { name: "Lägg till en person" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Åsa Öhand");
  await expect(main).toContainText("Handledare · 80 % · från");
  await axeClean(page);
  await shot(page, "person");

  // Leads it.
  await main.locator("summary", { hasText: "Ge en enhet att leda" }).click();
  await page.locator("#led").selectOption("Handens enhet");
  await page.getByRole("button", { name: "Leder från den dagen" }).click();
  await expect(page.getByRole("button", { name: "Leder inte längre Handens enhet" })).toBeVisible();

  // Away for a while, and not twice at once; then ended on a day.
  await page.getByRole("link", { name: "Ändra anställningen i Handens enhet" }).click();
  await axeClean(page);
  await shot(page, "employment");
  await page.locator("#from").fill(day(10));
  await page.locator("#leave-last").fill(day(20));
  await page.getByRole("button", { name: "Spara frånvaron" }).click();
  await expect(main).toContainText("borta");
  await page.getByRole("link", { name: "Ändra anställningen i Handens enhet" }).click();
  await page.locator("#from").fill(day(15));
  await page.getByRole("button", { name: "Spara frånvaron" }).click();
  await expect(page.locator("#from-error")).toContainText("ovanpå annan frånvaro");
  await page.locator("#last").fill(day(90));
  await page.getByRole("button", { name: "Avsluta" }).click();
  await expect(main).toContainText(" till ");

  // The unit cannot be closed while somebody works in it, and can after that.
  await page.goto("/units");
  await page.getByRole("link", { name: "Handens enhet" }).click();
  await main.locator("summary", { hasText: "Stäng" }).click();
  await page.locator("#last").fill(day(30));
  await page.getByRole("button", { name: "Stäng" }).click();
  await expect(page.locator("#last-error")).toContainText("Här arbetar personer.");
  await page.locator("#last").fill(day(120));
  await page.getByRole("button", { name: "Stäng" }).click();
  await expect(page.locator("#flash")).toContainText("Sparat");
});
