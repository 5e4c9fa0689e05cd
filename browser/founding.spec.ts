// From nothing to a first pulse that is open and answered: the real program over an empty folder, as docs/it.md, people.md and rounds.md tell it.
// No mail server: letters lie in the queue, where their links are read.
import { test, expect, axeClean, shot } from "./pejling";
import type { Page } from "@playwright/test";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const program = resolve(process.env.PEJLING_BIN ?? join(import.meta.dirname, "../target/debug/pejling"));
const run = promisify(execFile);

const HEAD = "Anst.nr;Förnamn;Efternamn;E-post;Org.kod;Organisation;Överordnad kod;Chefens anst.nr;Befattning";
const row = (number: number, unit: string, above: string, manager: number, occupation: string) => {
  const [code, name] = unit.split(" ", 2);
  return `${number};Person;Nummer${number};p${number}@listan.example;${code};${name};${above};${manager};${occupation}`;
};
// The first leads the whole, the second one unit and the twelfth another, of ten people each; the last is HR.
const ROWS = [
  row(1, "100 Listkommun", "", 1, "Kommundirektör"),
  ...Array.from({ length: 10 }, (_, at) => row(at + 2, "110 Norr", "100", 2, "Undersköterska")),
  ...Array.from({ length: 10 }, (_, at) => row(at + 12, "120 Söder", "100", 12, "Undersköterska")),
  row(99, "100 Listkommun", "", 1, "HR-chef"),
];
const file = { name: "personal.csv", mimeType: "text/csv", buffer: Buffer.from([HEAD, ...ROWS, ""].join("\r\n"), "latin1") };

class Founded {
  private constructor(readonly data: string, readonly url: string, readonly firstLink: string, private child: ReturnType<typeof spawn>) {}

  static async here(): Promise<Founded> {
    const data = await mkdtemp(join(tmpdir(), "pejling-founding-"));
    const found = await run(program, ["found", "--data", data, "--name", "Listkommun", "--it", "Karin Hallberg <karin@listan.example>"]);
    const link = new URL(/sign-in it (\S+)/.exec(found.stdout)![1]).pathname;
    const child = spawn(program, ["serve", "--data", data, "--listen", "127.0.0.1:0"], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, PEJLING_LOG_LEVEL: "error" } });
    let said = "";
    for await (const chunk of child.stdout!) {
      said += chunk;
      const listening = /listening (\S+)\n/.exec(said);
      if (listening) return new Founded(data, listening[1], link, child);
    }
    throw new Error(`it ended without listening: ${said}`);
  }

  async sql(statements: string): Promise<Record<string, string>[]> {
    const { stdout } = await run("sqlite3", ["-json", "-cmd", ".timeout 5000", join(this.data, "pejling.db"), statements], { maxBuffer: 1 << 26 });
    return JSON.parse(stdout || "[]");
  }

  // The link in the newest letter to somebody that has one of that kind.
  async linkTo(mail: string, kind: string): Promise<string> {
    let link: string | undefined;
    await expect(async () => {
      const letters = await this.sql(`SELECT body FROM letter WHERE recipient = '${mail}' ORDER BY created_at DESC`);
      link = letters.flatMap(({ body }) => new RegExp(`http\\S+${kind}\\S+`).exec(body) ?? [])[0];
      expect(link, `a letter to ${mail} with ${kind}`).toBeDefined();
    }).toPass({ timeout: 30_000 });
    return link!;
  }

  async end() {
    const gone = once(this.child, "exit");
    if (this.child.exitCode === null && this.child.kill("SIGINT")) await gone;
    await rm(this.data, { recursive: true, force: true });
  }
}

async function signIn(page: Page, link: string) {
  await page.goto(link);
  await page.locator("form[data-confirm] button").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Hej");
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("from an empty folder to a first pulse that somebody answers", async ({ browser }, info) => {
  test.skip(info.project.name === "no-js", "ballots are made by script; every other page has a journey of its own without");
  test.setTimeout(120_000);
  const place = await Founded.here();
  const visitor = async () => (await browser.newContext({ baseURL: place.url, locale: "sv-SE", viewport: info.project.use.viewport })).newPage();
  try {
    // Who runs it comes by the link that was printed, and sees what is left to do.
    const it = await visitor();
    await signIn(it, place.firstLink);
    await it.goto("/installation");
    for (const left of ["En e-postserver", "Personerna", "Någon som är HR"]) await expect(it.locator("main")).toContainText(left);
    await axeClean(it);
    await shot(it, "founding-installation");
    await it.getByRole("link", { name: "Personallista: Personerna" }).click();
    await it.locator('input[type="file"]').setInputFiles(file);
    await button(it, "Se vad som blir annorlunda").click();
    for (const part of ["22 nya", "2 nya enheter", "3 blir chefer"]) await expect(it.locator("main summary", { hasText: part })).toBeVisible();
    await expect(it.locator("main"), "every column is understood").not.toContainText("läses inte");
    await button(it, "Ta in listan").click();
    await expect(it.locator("#flash")).toContainText("Listan är inne.");
    await it.goto("/roles");
    await it.getByLabel("E-postadress").fill("p99@listan.example");
    await it.getByRole("radio", { name: /^HR/ }).first().check();
    await button(it, "Ge rollen").click();
    await expect(it.locator("main")).toContainText("Person Nummer99");
    await it.goto("/installation");
    await expect(it.locator("main")).not.toContainText("Någon som är HR");

    // HR comes by a link of their own, as anybody does, and finds the way to the first round.
    const hr = await visitor();
    await hr.goto("/sign-in");
    await hr.getByLabel("E-postadress").first().fill("p99@listan.example");
    await button(hr, "Skicka länken").click();
    await signIn(hr, new URL(await place.linkTo("p99@listan.example", "/sign-in/")).pathname);
    await axeClean(hr);
    await shot(hr, "founding-hr");
    await hr.locator("main").getByRole("link", { name: "Öppna: Omgångar" }).click();
    await hr.getByRole("link", { name: "Planera en omgång" }).click();
    await hr.getByLabel("Namn").fill("Första pulsen");
    await hr.getByRole("radio", { name: /^Enheten och allt under den(?!, per)/ }).check();
    await hr.locator("summary", { hasText: "Hur det är att ledas här" }).click();
    const questions = hr.getByRole("group", { name: "Hur det är att ledas här" }).getByRole("checkbox");
    for (const at of [0, 1, 2]) await questions.nth(at).check();
    await hr.getByLabel("Dag i samverkan").fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
    await button(hr, "Planera omgången").click();
    await expect(hr.getByRole("heading", { level: 1 })).toHaveText("Första pulsen");
    const yesterday = new Intl.DateTimeFormat("sv-SE", { dateStyle: "long", timeZone: "Europe/Stockholm" }).format(Date.now() - 86_400_000);
    await expect(hr.locator("main"), "nothing is to be settled on a day that has gone by").not.toContainText(`avgörs ${yesterday}`);
    await shot(hr, "founding-round-planned");
    // However late it is: a round of today opens in the morning.
    const round = new URL(hr.url()).pathname.split("/").at(-1)!;
    await place.sql(`UPDATE round SET opens_at = min(opens_at, ${Date.now()}) WHERE id = ${round}; UPDATE job SET due_at = min(due_at, ${Date.now()}) WHERE subject = ${round};`);
    await expect(async () => {
      await hr.reload();
      await expect(hr.locator(".six")).toBeVisible({ timeout: 100 });
    }).toPass({ timeout: 60_000 });
    const six = await hr.locator(".six").innerText();
    await shot(hr, "founding-round-open");

    // Somebody who is asked gets a letter, needs no account, and answers.
    const asked = await visitor();
    await asked.goto(await place.linkTo("p5@listan.example", "/b/").then((link) => link.replace(/^http:\/\/[^/]+/, place.url)));
    await expect(asked.locator(".six").first()).toHaveText(six);
    await asked.locator("[data-screen]:visible").getByRole("button", { name: "Börja" }).click();
    for (let question = 1; question <= 3; question++) {
      await expect(asked.getByText(`${question} av 3`)).toBeVisible();
      await asked.locator('[data-scale]:visible button[value="4"]').click();
    }
    await asked.locator("[data-screen]:visible").getByRole("button", { name: "Skicka min röst" }).click();
    await expect(asked.locator('[data-screen="sent"]')).toBeVisible();
    const [{ ballots }] = await place.sql("SELECT COUNT(*) AS ballots FROM arrival");
    expect(Number(ballots), "it is in the box").toBe(1);
  } finally {
    await place.end();
  }
});
