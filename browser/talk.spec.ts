// The talk about the answers: the guide, what the team agreed, and from there to a step and to a round that asks what is needed.
import { test, expect, axeClean, shot } from "./pejling";
import type { Page } from "@playwright/test";

test.use({ actionTimeout: 10_000 });

async function become(page: Page, who: string) {
  await page.context().clearCookies();
  await page.goto("/demo");
  await page.locator("li", { hasText: who }).getByRole("button").click();
  await expect(page.locator("nav").first()).toBeAttached();
}

const manager = "Enhetschef i hemtjänsten";
const iso = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

// The latest round's page of the manager's own group.
async function own(page: Page) {
  await page.goto("/results");
  await page.getByRole("link", { name: /^Läs svaren från/ }).first().click();
  await expect(page.getByRole("heading", { level: 2, name: "Prata om svaren" })).toBeVisible();
}

test("the guide is read, printed, and leads to what is agreed, which leads to a step", async ({ page }) => {
  test.setTimeout(120_000);
  await become(page, manager);
  await expect(page.getByRole("heading", { name: "Det här kom vi överens om" })).toBeVisible();
  await own(page);
  const here = page.url();
  await axeClean(page);
  await shot(page, "talk-results");
  // Every question is read in one line; all that can be said of it stands behind, without a script too.
  const measures = page.locator("details.measure");
  await expect(measures).toHaveCount(23);
  const tallest = await measures.evaluateAll((rows) => Math.max(...rows.map((row) => row.getBoundingClientRect().height)));
  expect(tallest).toBeLessThan(200);
  await measures.first().locator("summary").press("Enter");
  await expect(measures.first().getByText("Minsta förändring som skulle synas")).toBeVisible();
  await axeClean(page);

  await page.getByRole("link", { name: "Guide för samtalet" }).click();
  await expect(page.getByText("0–2 min")).toBeVisible();
  await axeClean(page);
  await shot(page, "talk-guide-15");
  await page.getByRole("link", { name: "45 minuter" }).click();
  await expect(page.getByText("42–45 min")).toBeVisible();
  await axeClean(page);
  await shot(page, "talk-guide-45");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: "Minut för minut" })).toBeVisible();
  await expect(page.getByRole("link", { name: "45 minuter" })).toBeHidden();
  await shot(page, "talk-guide-print");
  await page.emulateMedia({ media: "screen" });

  // Nothing chosen: the form comes back and says what.
  await page.goto(here);
  await page.getByText("När ni har pratat. En sak räcker.").click();
  await page.getByRole("button", { name: "Berätta för gruppen" }).click();
  await expect(page.locator(".ds-error-summary")).toBeFocused();
  await axeClean(page);
  await page.getByLabel("Vilket område valde ni?").selectOption("5");
  await page.getByLabel("Vad gör vi?").fill("Vi turas om att leda måndagsmötet");
  await page.getByLabel("När pratade ni?").fill(iso(0));
  await page.getByLabel("När ser ni efter igen?").fill(iso(40));
  await page.getByRole("button", { name: "Berätta för gruppen" }).click();
  await expect(page.getByText("Sparat. Gruppen får det i ett brev.")).toBeVisible();
  await expect(page.locator("#agreed").locator("..")).toContainText("Vi turas om att leda måndagsmötet");
  await axeClean(page);
  await shot(page, "talk-agreed");

  await page.getByRole("button", { name: /^Välj:/ }).first().click();
  // What was agreed is the need, and travels in the form.
  await expect(page.locator('input[name="need"]')).toHaveValue("Vi turas om att leda måndagsmötet");
  await axeClean(page);
  await shot(page, "talk-step");
});

test("the group is asked what they need, in their own words", async ({ page }) => {
  await become(page, manager);
  await page.goto("/rounds/new?ask=need");
  await expect(page.getByLabel("Namn")).toHaveValue("Vad behöver ni?");
  await expect(page.getByLabel("Frågan, svenska")).toHaveValue(/Vad behöver du mer eller mindre av/);
  await axeClean(page);
  await shot(page, "talk-ask");
});

test("whether it was talked about stands beside the answers it is about", async ({ page }) => {
  await become(page, "Personalavdelningen");
  await page.goto("/results");
  await page.getByRole("link", { name: /^Läs svaren från/ }).last().click();
  await expect(page.getByRole("heading", { name: "Pratade vi om det?" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Läs hela" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Skriv vad ni kom överens om" })).toHaveCount(0);
  await axeClean(page);
  await shot(page, "talk-followed");
});

test("a round that only follows up has no talk of its own to write about", async ({ page }) => {
  await become(page, manager);
  await page.goto("/results");
  await page.getByRole("region", { name: /pratade vi om det/ }).getByRole("link").first().click();
  // The one question stands open.
  await expect(page.getByText("Vad gruppen sa").first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "Prata om svaren" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Berätta för gruppen" })).toHaveCount(0);
  await axeClean(page);
  await shot(page, "talk-follow-up");
});

test("HR finds a group among all, part by part, and anybody sees that no more ballots were counted than handed out", async ({ page }) => {
  await become(page, "Personalavdelningen");
  await page.goto("/results");
  await page.getByRole("link", { name: "Läs hela omgången" }).or(page.getByRole("link", { name: /^Läs svaren från/ })).first().click();
  await page.getByRole("link", { name: "Se alla grupper på en fråga" }).click();
  // Closed, all of them fit in some screens of a telephone.
  const parts = page.locator("details.part");
  expect(await parts.count()).toBeGreaterThan(5);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(5000);
  await expect(page.getByRole("link", { name: "Hemtjänsten Ljungbäcken" })).toBeHidden();
  await axeClean(page);
  await shot(page, "results-units");
  await page.locator(".part > summary", { hasText: /^Hemtjänst Norr / }).press("Enter");
  await expect(page.getByRole("link", { name: "Hemtjänsten Ljungbäcken" })).toBeVisible();
  await axeClean(page);
  await shot(page, "results-units-open");

  const round = /results\/(\d+)/.exec(page.url())![1];
  await page.context().clearCookies();
  await page.goto(`/rounds/${round}/manifest`);
  const counted = page.getByRole("region", { name: "När omgången stängde" });
  await expect(counted.getByText("Hämtade valsedlar", { exact: true })).toBeVisible();
  await axeClean(page);
  await shot(page, "round-manifest-closed");
});
