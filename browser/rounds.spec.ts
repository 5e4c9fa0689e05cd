// Rounds: HR plans one and a manager a short one, what is wrong comes back, posters and slips are printed, and anybody compares.
import { test, expect, axeClean, shot } from "./pejling";
import { promised } from "./promised";
import type { Page } from "@playwright/test";

test.use({ actionTimeout: 10_000 });

// A sign-in link is spent when it is used: the demo's page of people gives new ones.
async function become(page: Page, who: string) {
  await page.context().clearCookies();
  await page.goto("/demo");
  await page.locator("li", { hasText: who }).getByRole("button").click();
  await expect(page.locator("nav").first()).toBeAttached();
}

const hr = "Personalavdelningen";
const manager = "Enhetschef i hemtjänsten";

test("HR plans a round, and what is wrong comes back", async ({ page }) => {
  test.setTimeout(120_000);
  await become(page, hr);
  await page.goto("/rounds");
  await axeClean(page);
  await shot(page, "rounds");
  await page.getByRole("link", { name: "Planera en omgång" }).click();
  await axeClean(page);
  await shot(page, "rounds-new");

  // Nothing chosen: the form comes back and says what.
  await page.getByRole("button", { name: "Planera omgången" }).click();
  await expect(page.locator(".ds-error-summary")).toBeFocused();
  await expect(page.getByText("Välj minst en fråga.").first()).toBeVisible();
  await axeClean(page);

  await page.getByLabel("Namn").fill("Vinterns frågor");
  await page.locator("summary", { hasText: "Hur det är att ledas här" }).click();
  const questions = page.getByRole("group", { name: "Hur det är att ledas här" }).getByRole("checkbox");
  for (const at of [0, 1, 2]) await questions.nth(at).check();
  await page.getByLabel(/Fråga två veckor efteråt/).check();
  await page.getByRole("button", { name: "Planera omgången" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vinterns frågor");
  await expect(page.getByText("Inte tagen i samverkan än")).toBeVisible();
  await axeClean(page);
  await shot(page, "round-planned");

  // A day ahead is no day on which it was taken up.
  await page.getByLabel("Dag i samverkan").fill("2099-01-01");
  await page.getByRole("button", { name: "Spara dagen" }).click();
  await expect(page.getByText("Den dagen har inte kommit än.").first()).toBeVisible();

  await page.locator("summary", { hasText: "Ställ in omgången" }).click();
  await page.getByRole("button", { name: "Ställ in" }).click();
  await expect(page.getByText("Inställd").first()).toBeVisible();
});

test("HR makes rounds extra careful over time, and not", async ({ page }) => {
  await become(page, hr);
  await page.goto("/rounds");
  const part = page.getByRole("region", { name: "Extra försiktigt över tid" });
  await part.getByRole("button", { name: "Slå på" }).click();
  await expect(part.getByText(/^På sedan /)).toBeVisible();
  await axeClean(page);
  await shot(page, "rounds-strict");
  await part.getByRole("button", { name: "Slå av" }).click();
  await expect(part.getByText("Av.")).toBeVisible();
  await become(page, manager);
  await page.goto("/rounds");
  await expect(part).toHaveCount(0);
});

test("thirteen questions are asked for twice", async ({ page }) => {
  await become(page, hr);
  await page.goto("/rounds/new");
  await page.getByLabel("Namn").fill("Långt");
  for (const set of ["Hur det är att ledas här", "Hållbart medarbetarengagemang (HME)"]) {
    await page.locator("summary", { hasText: set }).click();
    const boxes = page.getByRole("group", { name: set }).getByRole("checkbox");
    for (let at = 0; at < (await boxes.count()); at++) await boxes.nth(at).check();
  }
  await page.getByRole("button", { name: "Planera omgången" }).click();
  await expect(page.getByText("17 frågor är många. Med högst tolv svarar fler.")).toBeVisible();
  await axeClean(page);
  await shot(page, "round-long");
});

test("an open round has its six words everywhere, and slips are shown once", async ({ page }) => {
  test.setTimeout(120_000);
  await become(page, hr);
  await page.goto("/rounds");
  await page.getByRole("link", { name: "Blev det annorlunda?" }).click();
  const six = (await page.locator(".six").innerText()).trim();
  expect(six.split(/\s+/)).toHaveLength(6);
  await axeClean(page);
  await shot(page, "round-open");
  const round = page.url();

  await page.goto(`${round}/poster`);
  await expect(page.locator(".six")).toHaveText(six);
  await axeClean(page);
  await shot(page, "round-poster");
  await page.goto(`${round}/manifest`);
  await expect(page.locator(".six")).toHaveText(six);
  await axeClean(page);
  await shot(page, "round-manifest");

  await page.goto(round);
  await page.getByLabel("Antal").fill("100000");
  await page.getByRole("button", { name: "Gör korten och visa dem" }).click();
  await expect(page.getByText("Mellan 1 och 300 kort åt gången.").first()).toBeVisible();
  await page.getByLabel("Antal").fill("2");
  await page.getByRole("button", { name: "Gör korten och visa dem" }).click();
  await expect(page.locator(".slip-code")).toHaveCount(2);
  expect(await page.locator(".slip-code").first().innerText()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}( [0-9A-HJKMNP-TV-Z]{4}){3}$/);
  await axeClean(page);
  await shot(page, "round-slips");

  // On paper no code is broken over two lines, and large print is large.
  const codes = page.locator(".slip-code");
  const code = await codes.first().innerText();
  const lines = () => codes.evaluateAll((all) => all.map((one) => one.getClientRects().length));
  const size = () => codes.first().evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
  await page.emulateMedia({ media: "print" });
  expect(await lines()).toEqual([1, 1]);
  const usual = await size();
  await page.emulateMedia({ media: "screen" });
  await page.getByLabel("Stor stil").check();
  await axeClean(page);
  await shot(page, "round-slips-large");
  await page.emulateMedia({ media: "print" });
  expect(await lines()).toEqual([1, 1]);
  expect(await size()).toBeGreaterThan(1.5 * usual);
  await page.emulateMedia({ media: "screen" });

  // Whoever types the code reads the same promise as on the ballot page, before the questions.
  await page.context().clearCookies();
  await page.goto("/slip?lang=sv");
  await page.getByLabel("Kod").fill(code);
  await page.getByRole("button", { name: "Vidare" }).click();
  for (const sentence of promised.sv.slice(0, 3)) await expect(page.getByText(sentence)).toBeVisible();
  await expect(page.getByText("Med ett svarskort vet systemet inte ens vem som hämtat")).toBeVisible();
  await expect(page.locator("fieldset").first()).toBeVisible();
  await axeClean(page);
  await shot(page, "slip-questions");
});

test("a manager's own round is for what they lead, four weeks apart", async ({ page }) => {
  await become(page, manager);
  await page.goto("/rounds");
  await expect(page.getByText("Blev det annorlunda?")).toBeVisible();
  await page.getByRole("link", { name: "Planera en omgång" }).click();
  await expect(page.getByText("Hållbart medarbetarengagemang (HME)")).toHaveCount(0);
  await axeClean(page);
  await shot(page, "rounds-new-manager");
  await page.getByLabel("Namn").fill("En till");
  await page.locator("summary", { hasText: "Pratade vi om det?" }).click();
  await page.getByRole("group", { name: "Pratade vi om det?" }).getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Planera omgången" }).click();
  await expect(page.getByText(/Det ska gå minst 4 veckor mellan omgångarna/).first()).toBeVisible();
});

test("whoever passes a poster answers, by the square or by the address typed", async ({ page, browser, pejling }) => {
  test.skip(test.info().project.name === "no-js", "screens are shown by script");
  test.setTimeout(120_000);
  await become(page, hr);
  await page.goto("/rounds/new");
  await page.getByLabel("Namn").fill("Vad tycker ni om oss?");
  await page.getByRole("radio", { name: "De vi är till för" }).check();
  await page.locator("summary", { hasText: "De vi är till för" }).click();
  for (const question of await page.getByRole("group", { name: "De vi är till för" }).getByRole("checkbox").all()) await question.check();
  await page.getByLabel("Dag i samverkan").fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
  await page.getByRole("button", { name: "Planera omgången" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vad tycker ni om oss?");
  await pejling.inTheMorning(page.url().split("/").at(-1)!);
  await expect(async () => {
    await page.reload();
    await expect(page.locator(".six")).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 60_000 });
  await page.getByRole("link", { name: "Affisch att skriva ut" }).click();
  await expect(page.getByText("Svaren är därför en fingervisning och inget mått.")).toBeVisible();
  await expect(page.getByText(/säg till någon som arbetar här/)).toBeVisible();
  await axeClean(page);
  await shot(page, "poster-open");
  const [six, address] = [await page.locator(".six").innerText(), await page.locator(".address").innerText()];

  const passing = await browser.newContext({ locale: "sv", viewport: { width: 360, height: 740 } });
  const telephone = await passing.newPage();
  await telephone.goto(address);
  await expect(telephone.locator('[data-screen="before"]')).toBeVisible();
  await expect(telephone.locator(".six")).toHaveText(six);
  await axeClean(telephone);
  await shot(telephone, "booth-open-before");
  await telephone.locator('[data-screen="before"] [data-go]').click();
  for (let question = 1; question <= 3; question++) {
    await expect(telephone.getByText(`${question} av 3`)).toBeVisible();
    await telephone.locator('[data-scale]:visible button[value="4"]').click();
  }
  await telephone.getByRole("button", { name: "Skicka min röst" }).click();
  await expect(telephone.locator('[data-screen="sent-open"]')).toBeVisible();
  await axeClean(telephone);
  await shot(telephone, "booth-open-sent");
  expect(await passing.cookies()).toEqual([]);
  await passing.close();
});
