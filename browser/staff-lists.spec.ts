// A staff list: brought, its columns explained, looked at, done and undone.
import type { Page } from "@playwright/test";
import { axeClean, expect, shot, test } from "./pejling";

const HEAD = "Nummer;Hela namnet;E-post;Kod;Enhet;Chef;Grad";
const ROWS = [
  "9001;Åkerlund, Åsa;asa.akerlund@listan.example;L100;Listans hemtjänst;9001;100",
  "9002;Berg, Bo;bo.berg@listan.example;L100;Listans hemtjänst;9001;75",
  "9003;Cronholm, Cia;;L110;Listans nattpatrull;9001;80",
];

const file = (rows: string[], name = "personal.csv") => ({ name, mimeType: "text/csv", buffer: Buffer.from([HEAD, ...rows, ""].join("\r\n"), "latin1") });

async function bring(page: Page, rows: string[]) {
  await page.goto("/staff-lists");
  await page.locator('input[type="file"]').setInputFiles(file(rows));
  await page.getByRole("button", { name: "Se vad som blir annorlunda" }).click();
}

const column = (page: Page, name: string) => page.getByLabel(name, { exact: false });

test("a staff list is brought, explained, looked at, done and undone", async ({ as }) => {
  test.slow();
  const page = await as("hr");
  await page.goto("/staff-lists");
  await axeClean(page);
  await shot(page, "staff-lists");

  // No file, no list.
  await page.getByRole("button", { name: "Se vad som blir annorlunda" }).click();
  await expect(page.locator("#list-error")).toHaveText("Välj en fil först.");

  // Two names of columns say nothing; the rest is understood.
  await bring(page, ROWS);
  await expect(page.locator(".ds-error-summary")).toContainText("personens nyckel");
  await axeClean(page);
  await column(page, "Kolumn A: Nummer").selectOption("Personens nyckel (anställningsnummer)");
  await column(page, "Kolumn B: Hela namnet").selectOption("Hela namnet");
  await column(page, "Kolumn C").selectOption("E-post");
  await column(page, "Kolumn D: Kod").selectOption("Enhetens kod");
  await column(page, "Kolumn E: Enhet").selectOption("Enhetens kod");
  await column(page, "Kolumn G: Grad").selectOption("Sysselsättningsgrad");
  await page.getByRole("button", { name: "Spara och titta igen" }).click();
  await expect(page.locator(".ds-error-summary")).toContainText("Två kolumner kan inte betyda samma sak: Enhetens kod.");
  await expect(column(page, "Kolumn G: Grad"), "what was chosen is still there").toHaveValue("extent");
  await column(page, "Kolumn D: Kod").selectOption("Enhetens kod");
  await column(page, "Kolumn E: Enhet").selectOption("Enhetens namn");
  await page.getByRole("button", { name: "Spara och titta igen" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Det här blir annorlunda");
  const main = page.locator("main");
  for (const part of ["3 nya", "2 nya enheter", "2 blir chefer"]) await expect(main.locator("summary", { hasText: part })).toBeVisible();
  await main.locator("summary", { hasText: "3 nya" }).click();
  await expect(main).toContainText("Cia Cronholm");
  await expect(main).toContainText("En person saknar e-post");
  await axeClean(page);
  await shot(page, "staff-list-look");
  await page.getByRole("button", { name: "Ta in listan" }).click();
  await expect(page.locator("#flash")).toContainText("Listan är inne.");
  await expect(main.locator(".things li").first()).toContainText("3 nya, 2 nya enheter");

  // The next one: somebody moved, somebody gone, a row that cannot be read. Its columns are known.
  const next = [ROWS[0], ROWS[1].replace("L100;Listans hemtjänst", "L110;Listans nattpatrull").replace(";75", ";750")];
  await bring(page, next);
  await expect(main).toContainText("Rad 3, kolumn G (Grad): Ingen sysselsättningsgrad mellan 0 och 100 procent.");
  const left = main.locator("details", { hasText: "har slutat" });
  await expect(left).toContainText("Cia Cronholm");
  await expect(left, "whoever a broken row is about stays").not.toContainText("Bo Berg");
  await page.getByRole("button", { name: "Ta inte in den" }).click();
  await expect(page.locator("#flash")).toContainText("Inget har ändrats.");
  await bring(page, [ROWS[0]]);
  await expect(main).toContainText("2 av 3 personer finns inte i listan. Är den hel?");
  await page.getByRole("button", { name: "Ta in listan" }).click();
  await expect(page.locator("#sure-error")).toHaveText("Säg att det stämmer, eller välj en annan fil.");
  await page.getByLabel("Ja, listan är hel och det stämmer").check();
  await page.getByRole("button", { name: "Ta in listan" }).click();
  await expect(main.locator(".things li").first()).toContainText("2 har slutat");
  await page.getByRole("button", { name: "Ångra listan" }).click();
  await expect(page.locator("#flash")).toContainText("Allt är som det var.");
  await expect(main.locator(".things li").first()).toContainText("Ångrad");
  await shot(page, "staff-lists-done");

  // What is undone is as it was: the first list again makes nothing different.
  await bring(page, ROWS);
  await expect(main).toContainText("Listan stämmer med det som redan finns.");
});

test("what is no staff list is said to be none, and nothing of it is kept", async ({ as }) => {
  const page = await as("it");
  const say = async (name: string, buffer: Buffer, text: string) => {
    await page.goto("/staff-lists");
    await page.locator('input[type="file"]').setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await page.getByRole("button", { name: "Se vad som blir annorlunda" }).click();
    await expect(page.locator("#list-error")).toContainText(text);
  };
  await say("bild.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), "varken CSV eller XLSX");
  await say("trasig.xlsx", Buffer.from("PK\u0003\u0004nothing"), "skadad");
  await say("tom.csv", Buffer.from("\n\n"), "Det finns inget i filen.");
  await say("pnr.csv", Buffer.from("Nr;Namn;Enhet;Pnr\n1;A A;Ett;\n2;B B;Ett;900101-9802\n"), "Rad 3, kolumn D: Här står personnummer");
  await page.goto("/staff-lists/4711");
  await expect(page.locator("#flash")).toContainText("Listan finns inte kvar");
});

test("everyone goes out as a list and comes back without anything different", async ({ as }) => {
  test.slow();
  const page = await as("it");
  await page.goto("/staff-lists");
  await page.locator("main summary", { hasText: "Vad listan behöver ha" }).click();
  const url = await page.getByRole("link", { name: "Hämta alla som en lista" }).getAttribute("href");
  const buffer = await (await page.request.get(url!)).body();
  await page.locator('input[type="file"]').setInputFiles({ name: "alla.xlsx", mimeType: "application/octet-stream", buffer });
  await page.getByRole("button", { name: "Se vad som blir annorlunda" }).click();
  await expect(page.locator("main")).toContainText("Listan stämmer med det som redan finns.");
  await expect(page.locator("main")).not.toContainText("kunde inte läsas");
});
