// What is one's own: the numbers to take upward, working hours, the calendar's address, everything to take along, erasing.
import type { Page } from "@playwright/test";
import { axeClean, expect, shot, test } from "./pejling";

const day = (date: Date) => date.toISOString().slice(0, 10).replaceAll("-", "");

// Twelve weeks of a believable calendar, up to last week.
function calendar(): string {
  const monday = new Date();
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7) - 12 * 7);
  const series: [string, number, string, string, number][] = [
    ["Ledningsgrupp", 0, "0900", "1130", 8], ["Schemaläggning", 1, "0800", "1200", 0], ["Enskilt samtal", 2, "1000", "1045", 1],
    ["Budgetuppföljning", 3, "1300", "1500", 3], ["Arbetsplatsträff", 3, "1630", "1800", 20], ["Rapporter", 4, "0800", "1000", 0],
  ];
  const events = series.map(([title, weekday, from, to, others], index) => {
    const first = new Date(monday);
    first.setUTCDate(first.getUTCDate() + weekday);
    const attendees = Array.from({ length: others }, (_, n) => `ATTENDEE:mailto:p${n}@kommun.example`);
    return ["BEGIN:VEVENT", `UID:own-${index}`, `DTSTART:${day(first)}T${from}00`, `DTEND:${day(first)}T${to}00`, "RRULE:FREQ=WEEKLY;COUNT=12",
      `SUMMARY:${title}`, ...attendees, "END:VEVENT"].join("\r\n");
  });
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//journey//EN", ...events, "END:VCALENDAR", ""].join("\r\n");
}

async function bringInWeeks(page: Page) {
  await page.goto("/import");
  await page.locator('input[type="file"]').setInputFiles({ name: "kalender.ics", mimeType: "text/calendar", buffer: Buffer.from(calendar()) });
  await page.locator('form[enctype="multipart/form-data"] button').first().click();
  await expect(page.locator("main")).toContainText("Ledningsgrupp");
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test("the numbers to take upward stand beside what is published", async ({ as }) => {
  const page = await as("manager");
  await bringInWeeks(page);
  await page.goto("/conditions");
  await expect(page.getByRole("heading", { name: "Medarbetare du leder" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ostörda stunder om dagen" })).toBeVisible();
  await expect(page.getByText("Ingen annan ser den förrän du visar den.")).toBeVisible();
  await expect(page.locator(".picture.range").first()).toBeVisible();
  expect(await sideways(page)).toBe(0);
  await axeClean(page);
  await shot(page, "conditions");
});

test("working hours are set, a calendar is subscribed to, everything is read and erased", async ({ as }) => {
  test.slow();
  const page = await as("principal");
  await page.goto("/settings/hours");
  expect(await sideways(page)).toBe(0);
  await axeClean(page);
  await shot(page, "hours");
  const contract = page.getByLabel("Avtalad tid i veckan");
  await contract.focus();
  await contract.fill("många");
  await page.keyboard.press("Enter");
  await expect(page.locator(".ds-error-summary")).toContainText("högst 80");
  await expect(page.locator("#contract-error")).toBeVisible();
  await expect(contract).toHaveValue("många");
  await axeClean(page);
  await shot(page, "hours-trouble");
  await contract.fill("38,25");
  await contract.press("Enter");
  await expect(page.getByText("Sparat.")).toBeVisible();
  await expect(contract).toHaveValue("38,25");

  // a calendar is subscribed to and let go
  await page.getByLabel("Kalenderns adress").fill("webcal://kalender.example/hemlig.ics");
  await page.getByRole("button", { name: "Prenumerera" }).click();
  await expect(page.getByText("Hämtas från kalender.example")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("hemlig.ics");
  await axeClean(page);
  await shot(page, "subscription");
  await page.getByRole("button", { name: "Sluta hämta" }).click();
  await expect(page.getByText("Hämtas från")).toHaveCount(0);

  // everything is read, taken along and erased
  await bringInWeeks(page);
  await page.goto("/export");
  await page.getByText(/^Veckor · /).click();
  await expect(page.getByRole("columnheader", { name: "Ledarbidrag" }).or(page.locator('td[data-label="Ledarbidrag"]')).first()).toBeAttached();
  expect(await sideways(page)).toBe(0);
  await axeClean(page);
  await shot(page, "export");
  const file = await page.request.get("/export.json");
  expect(file.headers()["content-disposition"]).toContain("attachment");
  expect((await file.json()).weeks.length).toBeGreaterThan(0);

  await page.getByRole("link", { name: "Radera", exact: true }).click();
  await axeClean(page);
  await shot(page, "erase");
  await page.getByRole("button", { name: "Radera" }).press("Enter");
  await expect(page.locator(".ds-error-summary")).toContainText("Kryssa i att du är säker.");
  await axeClean(page);
  await page.getByRole("radio", { name: /^Mina veckor/ }).check();
  await page.getByLabel("Ja, radera det för alltid").check();
  await page.getByRole("button", { name: "Radera" }).click();
  await expect(page.getByText("Raderat. Här syns det som finns kvar.")).toBeVisible();
  expect((await (await page.request.get("/export.json")).json()).weeks).toEqual([]);
});
