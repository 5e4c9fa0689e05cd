// Choosing away, choosing to, checking in, looking back: one manager's way through steps and drops.
import { test, expect, axeClean, shot } from "./pejling";
import { tabTo } from "./eyes";
import type { Page } from "@playwright/test";

test.use({ actionTimeout: 5_000 });

// A sign-in link of the demo is spent when it is used, and one server serves several journeys: its page of people gives new ones.
async function manager(page: Page) {
  await page.goto("/demo");
  await page.locator("li", { hasText: "Enhetschef i hemtjänsten" }).getByRole("button").click();
  await expect(page.locator("nav").first()).toBeAttached();
}

// The server is shared by all journeys of a worker, and steps stay: what is under way is closed first.
async function cleared(page: Page) {
  await page.goto("/steps");
  for (;;) {
    const open = page.locator(".panel[data-tint=''] .actions a[href^='/steps/']");
    if (!(await open.count())) return;
    const url = (await open.first().getAttribute("href"))!.replace(/\/finish$/, "");
    await page.goto(`${url}/finish`);
    await page.getByLabel("Delvis").check();
    await page.getByRole("button", { name: "Avsluta steget" }).click();
    await page.goto("/steps");
  }
}

const goOn = (page: Page) => page.getByRole("button", { name: "Fortsätt" }).click();

test("a drop, a step, a check-in and a look back", async ({ page }) => {
  test.setTimeout(120_000);
  await manager(page);
  await cleared(page);
  await axeClean(page);
  await shot(page, "steps-before");

  // What makes room comes first; a form that lacks something comes back and says what.
  await page.goto("/steps/new");
  await goOn(page);
  await expect(page.locator(".ds-error-summary")).toBeFocused();
  await axeClean(page);
  await page.getByText("Något nytt som jag väljer bort").click();
  await shot(page, "choose-room");
  await goOn(page);
  await page.getByLabel("Dubbel dokumentation").check();
  await page.getByLabel("Tid det tar nu, om du vet").fill("90");
  await axeClean(page);
  await shot(page, "choose-drop");
  await goOn(page);
  await page.getByLabel("Laget jag leder").check();
  await page.getByLabel("Med deras ord, om du har hört dem").fill("vi vet inte vad som är viktigast");
  await axeClean(page);
  await shot(page, "choose-need");
  await goOn(page);
  await page.locator("summary", { hasText: "Riktning" }).click();
  await page.getByLabel(/Säg veckans viktigaste uppgift/).check();
  await axeClean(page);
  await shot(page, "choose-practice");
  await goOn(page);

  // Back and forth: nothing is lost.
  await page.getByRole("button", { name: "Tillbaka" }).click();
  await expect(page.getByLabel(/Säg veckans viktigaste uppgift/)).toBeChecked();
  await page.getByRole("button", { name: "Tillbaka" }).click();
  await expect(page.getByLabel("Med deras ord, om du har hört dem")).toHaveValue("vi vet inte vad som är viktigast");
  await goOn(page);
  await goOn(page);
  await page.getByLabel("Ett tillfälle som ändå kommer").selectOption({ label: "jag kommer till morgonmötet" });
  await page.getByLabel("Då …").fill("säger jag det viktigaste högt");
  await axeClean(page);
  await shot(page, "choose-plan");
  await page.getByRole("button", { name: "Börja öva" }).click();

  // The step, and a check-in in one tap.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("När jag kommer till morgonmötet, då säger jag det viktigaste högt.");
  await axeClean(page);
  await shot(page, "step-new");
  await page.locator("#check-in").getByRole("button", { name: "Gjort" }).click();
  await expect(page.locator("#check-in .answered")).toContainText("Gjort");
  await page.getByText("Skriv några ord, eller svara för en annan dag").click();
  await page.getByLabel("Några ord, om du vill").fill("gick lättare än jag trodde");
  await page.getByRole("button", { name: "Spara" }).first().click();
  await expect(page.getByText("gick lättare än jag trodde")).toBeVisible();
  await axeClean(page);
  await shot(page, "step");
  const step = new URL(page.url()).pathname;

  // A second step comes only after a warning.
  await page.goto("/steps/new");
  await expect(page.getByRole("heading", { name: "Du övar redan på ett steg" })).toBeVisible();
  await axeClean(page);
  await shot(page, "choose-second");

  await page.goto("/steps");
  await axeClean(page);
  await shot(page, "steps");
  await page.getByRole("link", { name: "Dubbel dokumentation" }).first().click();
  await axeClean(page);
  await shot(page, "drop");
  await page.getByLabel("Tid i en vanlig vecka").fill("-3");
  await page.getByRole("button", { name: "Spara" }).click();
  await expect(page.locator(".ds-error-summary")).toBeVisible();
  await expect(page.getByLabel("Tid i en vanlig vecka")).toHaveValue("-3");
  await axeClean(page);

  // Rest, come back, look back.
  await page.goto(step);
  await page.getByRole("button", { name: "Låt steget vila" }).click();
  await expect(page.getByRole("heading", { name: "Steget vilar" })).toBeVisible();
  await axeClean(page);
  await shot(page, "step-resting");
  await page.getByRole("button", { name: "Ta upp det igen" }).click();
  await page.getByRole("link", { name: "Avsluta steget" }).click();
  await axeClean(page);
  await shot(page, "finish");
  await page.getByRole("button", { name: "Avsluta steget" }).click();
  await expect(page.locator(".ds-error-summary")).toBeVisible();
  await page.getByLabel("Delvis").check();
  await page.getByLabel("Vad har du lärt dig?").fill("Det är lättare när jag skriver det kvällen innan.");
  await page.getByRole("button", { name: "Avsluta steget" }).click();
  await expect(page.getByText("Det är lättare när jag skriver det kvällen innan.")).toBeVisible();
  await axeClean(page);
  await shot(page, "step-closed");
});

test("a meeting from the week is chosen away without its title", async ({ page }) => {
  await manager(page);
  await page.goto("/drops/new?fingerprint=000102030405060708090a0b0c0d0e0f&times=46&minutes=60&people=9");
  await expect(page.getByText("46 gånger om året")).toBeVisible();
  await expect(page.getByLabel("Tid du vill få")).toHaveValue("53");
  await axeClean(page);
  await shot(page, "drop-series");
  await page.getByLabel("Vad du kallar det, om du vill").fill("Schemamötet");
  await page.getByRole("button", { name: "Välj bort det" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Schemamötet");
  await axeClean(page);
  await page.getByRole("button", { name: "Det kom tillbaka" }).click();
  await expect(page.getByRole("button", { name: "Det kom tillbaka" })).toHaveCount(0);
});

test("the feed's address is shown once, works, and is revoked", async ({ page, request }) => {
  await manager(page);
  await page.goto("/feed");
  await axeClean(page);
  await page.getByRole("button", { name: "Skydda tiden" }).click();
  await expect(page.getByText("08:30–09:30").first()).toBeVisible();
  await page.getByRole("button", { name: /Skapa en/ }).click();
  const address = await page.getByLabel("Hemlig adress").inputValue();
  await axeClean(page);
  await shot(page, "feed");
  const answer = await request.get(address);
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  expect(answer.headers()["cache-control"]).toContain("private");
  expect(await answer.text()).toContain("SUMMARY:Tid att leda");
  await page.goto("/feed");
  await expect(page.getByLabel("Hemlig adress")).toHaveCount(0);
  await page.getByRole("button", { name: "Avsluta adressen" }).click();
  expect((await request.get(address)).status()).toBe(404);
  await page.getByRole("button", { name: /^Ta bort/ }).first().click();
});

test("by keyboard alone: a drop", async ({ page }, info) => {
  test.skip(info.project.name !== "desktop", "a phone has no keyboard");
  await manager(page);
  await page.goto("/drops/new");
  // After the series of the weeks come the cards.
  await page.getByLabel("Avstämningsmöte utan beslut").focus();
  await page.keyboard.press("Space");
  // To own words, how, wanted, now and the button.
  for (let stop = 0; stop < 5; stop++) await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Välj bort det" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Avstämningsmöte utan beslut");
});

test("by keyboard alone: a step, a check-in and an end", async ({ page }) => {
  test.skip(test.info().project.name !== "desktop", "keys are the same everywhere");
  test.setTimeout(120_000);
  await manager(page);
  await cleared(page);
  await page.goto("/steps/new");
  await tabTo(page, page.locator("input[name=room]").first());
  // The last answer of all: nothing yet.
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator("input[name=why]"));
  await page.keyboard.type("allt är redan avtalat");
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator("input[name=whose]").first());
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator("summary", { hasText: "Riktning" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator("input[name=practice]").first());
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator("input[name=when]"));
  await page.keyboard.type("jag parkerar");
  await tabTo(page, page.locator("input[name=then]"));
  await page.keyboard.type("andas jag ut");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("När jag parkerar, då andas jag ut.");
  await tabTo(page, page.locator("#check-in").getByRole("button", { name: "Gjort" }));
  await page.keyboard.press("Enter");
  await expect(page.locator("#check-in .answered")).toContainText("Gjort");
  await tabTo(page, page.getByRole("link", { name: "Avsluta steget" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator("input[type=radio]").first());
  await page.keyboard.press("Space");
  const learned = page.getByLabel("Vad har du lärt dig?");
  await tabTo(page, learned);
  await page.keyboard.type("Det räcker med en gång om dagen.");
  await tabTo(page, page.getByRole("button", { name: "Avsluta steget" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Det räcker med en gång om dagen.")).toBeVisible();
});
