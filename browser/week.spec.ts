// A manager's first week: the calendar in, the guess, the sentence, a correction, what the calendar does not show.
import type { Page } from "@playwright/test";
import { test, expect, axeClean, shot } from "./pejling";
import { calendarFile } from "./calendar";
import { bigEnough, complaints, tabTo } from "./eyes";

const languages = ["sv", "da", "en"];

// Each address as it stands now, in three languages: what axe finds, and pictures.
async function inEachLanguage(page: Page, name: string) {
  for (const language of languages) {
    await speak(page, language);
    await axeClean(page);
    await shot(page, `${name}-${language}`);
  }
  await speak(page, "sv");
}

// The choice of language posts and comes back; a page that answered a form is asked for anew by its caller.
async function speak(page: Page, language: string) {
  await page.request.post("/language", { form: { language, back: "/week" }, maxRedirects: 0 });
  // Without its fragment: going to a place on the same page would not ask for it anew.
  await page.goto(page.url().split("#")[0]);
  await expect(page.locator("html")).toHaveAttribute("lang", language);
}

async function upload(page: Page, guess: string) {
  await page.goto("/import");
  const field = page.locator("#guess");
  if (await field.count()) await field.fill(guess);
  await page.locator("#calendar").setInputFiles(calendarFile());
  await page.locator("main form[enctype] button").click();
}

// In one go, because each step needs the one before.
test("a new manager gives a calendar, guesses, corrects, spreads and chooses away", async ({ as }) => {
  test.setTimeout(120_000);
  const page = await as("top-manager");
  // No weeks when it begins, whichever journeys the server has seen.
  await page.request.post("/erase", { form: { what: "weeks", sure: "yes" } });
  const heard = complaints(page);
  await page.goto("/week");
  await expect(page.getByRole("heading", { name: "Se vart veckan gick" })).toBeVisible();
  await inEachLanguage(page, "week-empty");
  await page.getByRole("link", { name: "Läs in kalendern" }).click();
  await expect(page).toHaveURL(/\/import$/);
  await inEachLanguage(page, "import");
  if (test.info().project.name === "phone") await bigEnough(page);

  // A form that comes back keeps what was typed, and says what is wrong by the field.
  await upload(page, "mycket");
  await expect(page.locator(".ds-error-summary")).toBeFocused();
  await expect(page.getByLabel(/Gissa först/)).toHaveValue("mycket");
  await expect(page.getByLabel(/Gissa först/)).toHaveAttribute("aria-invalid", "true");
  await axeClean(page);
  await shot(page, "import-error");

  // Without a guess the answer is not given away by the review.
  await upload(page, "");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Granska veckorna");
  await expect(page.getByText(/timmar gick till att leda/)).toHaveCount(0);
  await expect(page.getByText(/^Ledningsgrupp/).first()).toBeVisible();
  await axeClean(page);
  await shot(page, "review-unguessed");
  await page.getByRole("link", { name: "Till veckan" }).click();
  await inEachLanguage(page, "guess");
  await page.getByRole("button", { name: "Visa veckan" }).click();
  await expect(page.locator(".ds-error-summary")).toBeFocused();
  await axeClean(page);
  await page.getByLabel(/Hur många timmar/).fill("18");
  await page.getByRole("button", { name: "Visa veckan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^\d+ av \d+ timmar gick till att leda\. Du trodde 18\.$/);

  // One correction moves its series in every week, and no total.
  await upload(page, "");
  const sentence = page.getByRole("heading", { level: 1 });
  const [leading, booked] = (await sentence.innerText()).match(/\d+/g)!.map(Number);
  for (const language of languages) {
    await page.request.post("/language", { form: { language, back: "/week" }, maxRedirects: 0 });
    await upload(page, "");
    await axeClean(page);
    await shot(page, `review-${language}`);
  }
  await page.request.post("/language", { form: { language: "sv", back: "/week" }, maxRedirects: 0 });
  await upload(page, "");
  await expect(page.locator("details.more summary")).toBeVisible();
  await page.getByLabel("Slag av tid för Ledningsgrupp").selectOption({ label: "Riktning" });
  await page.getByRole("button", { name: "Spara rättningarna" }).click();
  await expect(page).toHaveURL(/\/week/);
  await expect(sentence).not.toHaveText(new RegExp(`^${leading} av`));
  await expect(sentence).toHaveText(new RegExp(` av ${booked} timmar`));

  // Two taps and it is spread; begin again takes it back.
  const gap = page.locator("#gap");
  await gap.getByRole("button", { name: "Brandkår" }).click();
  await expect(gap.getByText("Och resten?")).toBeVisible();
  await gap.getByRole("button", { name: "Att finnas till hands" }).click();
  await expect(gap.getByText("Och resten?")).toHaveCount(0);
  await expect(gap.locator("dt")).toHaveText(["Brandkår", "Att finnas till hands"]);
  await inEachLanguage(page, "week");
  await gap.getByRole("button", { name: "Börja om" }).click();
  await expect(gap.locator("dt")).toHaveCount(0);

  await expect(page.getByRole("link", { name: /^Pröva att välja bort:/ }).first()).toHaveAttribute("href", /^\/drops\/new\?fingerprint=[0-9a-f]{32}&/);
  const lived = await sentence.innerText();
  await page.getByRole("link", { name: "Veckan före" }).click();
  await expect(sentence).toHaveText(/gick till att leda\.$/);
  await axeClean(page);
  await page.getByRole("link", { name: "Veckan efter" }).click();
  await expect(sentence).toHaveText(lived);
  await page.getByRole("link", { name: /^Pröva att välja bort:/ }).first().click();
  await expect(page).toHaveURL(/\/drops\/new/);
  await expect(page.locator("main h1")).toBeVisible();
  // A form that came back is an answer of 422, and a browser notes that.
  expect(heard().filter((line) => !line.includes("422"))).toEqual([]);
});

test("all of it by keyboard alone", async ({ as }) => {
  test.skip(test.info().project.name !== "desktop", "keys are the same everywhere");
  test.setTimeout(120_000);
  const page = await as("principal");
  await page.goto("/import");
  const file = page.locator("#calendar");
  await tabTo(page, file);
  const chosen = page.waitForEvent("filechooser");
  await page.keyboard.press("Space");
  await (await chosen).setFiles(calendarFile());
  await tabTo(page, page.locator("main form[enctype] button"));
  await page.keyboard.press("Enter");
  const place = page.getByLabel("Slag av tid för Blåbärspaj");
  await tabTo(page, page.locator("details.more summary"));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Slag av tid för Projekt lönn"));
  await page.goto("/import");
  await upload(page, "");
  await tabTo(page, place);
  for (let presses = 0; presses < 3; presses++) await page.keyboard.press("ArrowDown");
  await expect(place).toHaveValue("recovery");
  await tabTo(page, page.getByRole("button", { name: "Spara rättningarna" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/week/);
  if (await page.locator("#guess").count()) {
    await tabTo(page, page.locator("#guess"));
    await page.keyboard.type("7,5");
    await page.keyboard.press("Enter");
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/gick till att leda/);
  // What the demo's story (or the journey before) has spread is taken back first.
  const gap = page.locator("#gap");
  const again = gap.getByRole("button", { name: "Börja om" });
  if (await again.count()) {
    await tabTo(page, again);
    await page.keyboard.press("Enter");
    await expect(gap.locator("dt")).toHaveCount(0);
  }
  // After each tap the keyboard goes on where it was, on the page where it was.
  const here = page.url();
  for (const question of ["Och resten?", ""]) {
    await tabTo(page, gap.getByRole("button", { name: "Administration" }));
    await page.keyboard.press("Enter");
    await expect(gap.locator("dt")).toHaveText(["Administration"]);
    await expect(gap.locator(".question")).toHaveText(question ? [question] : []);
    await expect(gap).toBeFocused();
    expect(page.url().split("#")[0]).toBe(here.split("#")[0]);
  }
  await tabTo(page, page.getByRole("link", { name: "Veckan före" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Veckan efter" })).toBeVisible();
});

test("whoever would rather see than guess can go on from there", async ({ as }) => {
  const page = await as("manager");
  await upload(page, "");
  await page.getByRole("link", { name: "Till veckan" }).click();
  if (await page.locator("#guess").count()) {
    await page.getByRole("button", { name: "Visa utan att gissa" }).click();
  }
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/gick till att leda/);
  const gap = page.locator("#gap");
  const again = gap.getByRole("button", { name: "Börja om" });
  if (await again.count()) await again.click();
  await gap.getByRole("button", { name: "Återhämtning" }).click();
  await expect(gap.getByText("Och resten?")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/gick till att leda/);
});
