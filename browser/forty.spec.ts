// A round from its letters to its result: forty browsers answer it in three languages, it closes, and everybody reads the same.
import { test as base, expect, axeClean, shot, Pejling } from "./pejling";
import type { Browser, BrowserContext, Locator, Page } from "@playwright/test";

const LANGUAGES = ["sv", "da", "en"] as const;
type Language = (typeof LANGUAGES)[number];

// How the pages call what is pressed and read here.
const said = {
  sv: { send: "Skicka min röst", change: "Ändra mitt svar", next: "Vidare", look: "Se om min röst räknades", counted: "Ja, din röst är räknad." },
  da: { send: "Send min stemme", change: "Ændr mit svar", next: "Videre", look: "Se, om min stemme blev talt med", counted: "Ja, din stemme er talt med." },
  en: { send: "Send my ballot", change: "Change my answer", next: "Next", look: "See whether my ballot was counted", counted: "Yes, your ballot was counted." },
};

const FORTY = 40;
const ON_PAPER = 4;
const AT_ONCE = 8;
const ROUND_LASTS_DAYS = 6;

// What each of the forty answers to the four questions; "-" is "don't know". To the third all but one answer the same.
const answersOf = (voter: number) => [
  String(1 + (voter % 5)),
  voter % 7 === 0 ? "-" : String(3 + (voter % 3)),
  voter === 17 ? "2" : "5",
  voter % 2 === 0 ? "2" : "3",
];

const MARKS = [5, 5, 5, 3];
const sum = (question: number) => {
  const marks = Array.from({ length: FORTY }, (_, voter) => answersOf(voter)[question]).filter((mark) => mark !== "-").map(Number);
  const counts = Array.from({ length: MARKS[question] }, (_, at) => marks.filter((mark) => mark === at + 1).length);
  return { answers: marks.length, mean: marks.reduce((total, mark) => total + mark, 0) / marks.length, counts };
};

const screen = (page: Page) => page.locator("#booth > [data-screen]:visible");
const is = (page: Page, name: string) => expect(screen(page)).toHaveAttribute("data-screen", name, { timeout: 30_000 });

const test = base.extend<{ house: { server: Pejling } }>({
  // A server of its own, because it is stopped and wakes up days later.
  house: async ({}, use) => {
    const house = { server: await Pejling.start() };
    await use(house);
    await house.server.stop();
  },
});

class Voter {
  private constructor(readonly language: Language, readonly context: BrowserContext, readonly page: Page) {}

  static async with(browser: Browser, language: Language, options = {}): Promise<Voter> {
    const context = await browser.newContext({ locale: language, viewport: { width: 360, height: 740 }, ...options });
    return new Voter(language, context, await context.newPage());
  }

  button(name: keyof (typeof said)["sv"]): Locator {
    return screen(this.page).getByRole("button", { name: said[this.language][name] });
  }

  async fromLink(link: string, answers: string[]) {
    await this.page.goto(link);
    await is(this.page, "before");
    await screen(this.page).locator("[data-go]").click();
    await this.answer(answers);
  }

  async answer(answers: string[]) {
    for (const [at, mark] of answers.entries()) {
      await expect(screen(this.page).locator(".steps-of")).toContainText(String(at + 1));
      await screen(this.page).locator(`[data-scale]:visible button[value="${mark}"]`).click();
    }
    await is(this.page, "send");
  }

  async send(then = "sent"): Promise<string> {
    await this.button("send").click();
    await is(this.page, then);
    return then === "sent" ? (await screen(this.page).locator(".code").first().textContent())! : "";
  }

  async isCounted(code = "") {
    await is(this.page, "closed");
    await screen(this.page).getByRole("textbox").fill(code);
    await this.button("look").click();
    await expect(screen(this.page).getByRole("status")).toHaveText(said[this.language].counted, { timeout: 30_000 });
  }
}

// The ways in which one of the forty may come to the box; every other simply answers. Each gives what the voter is looked up by later.
type Way = (browser: Browser, voter: Voter, link: string, answers: string[]) => Promise<string>;
const other = (answers: string[]) => answers.map((mark) => (mark === "1" ? "2" : "1"));

const goesOnElsewhere: Way = async (browser, first, link, answers) => {
  await first.fromLink(link, other(answers));
  const code = await first.send();
  await first.context.close();
  const second = await Voter.with(browser, first.language);
  await second.page.goto(link);
  await is(second.page, "code");
  await screen(second.page).getByRole("textbox").fill(code.toLowerCase().replaceAll("-", " "));
  await second.button("next").click();
  await is(second.page, "before");
  await screen(second.page).locator("[data-go]").click();
  await second.answer(answers);
  expect(await second.send()).toBe(code);
  await second.context.close();
  return code;
};

// The same before anything is answered.
const goesOnAtOnce: Way = async (browser, first, link, answers) => {
  await first.page.goto(link);
  await is(first.page, "before");
  const elsewhere = screen(first.page).locator("[data-elsewhere]");
  // It shows once the ballot is drawn.
  await expect(elsewhere).toBeVisible({ timeout: 30_000 });
  const code = (await elsewhere.locator(".code").textContent())!;
  const second = await Voter.with(browser, first.language);
  await second.page.goto(link);
  await is(second.page, "code");
  await screen(second.page).getByRole("textbox").fill(code);
  await second.button("next").click();
  await is(second.page, "before");
  await screen(second.page).locator("[data-go]").click();
  await second.answer(answers);
  expect(await second.send()).toBe(code);
  await second.context.close();
  return code;
};

const losesTheWayThere: Way = async (_, voter, link, answers) => {
  await voter.fromLink(link, answers);
  await voter.context.setOffline(true);
  await voter.button("send").click();
  await expect(screen(voter.page).getByRole("alert")).not.toBeEmpty();
  await voter.context.setOffline(false);
  return voter.send();
};

const losesTheWayBack: Way = async (_, voter, link, answers) => {
  await voter.fromLink(link, answers);
  let lost = 0;
  await voter.page.route("**/b/*/*/*", async (route) => {
    if (lost++) return route.continue();
    expect((await route.fetch()).status()).toBe(204);
    await route.abort("connectionreset");
  });
  await voter.button("send").click();
  await expect(screen(voter.page).getByRole("alert")).not.toBeEmpty();
  return voter.send();
};

const changesTheirMind: Way = async (_, voter, link, answers) => {
  await voter.fromLink(link, other(answers));
  const code = await voter.send();
  await voter.button("change").click();
  await voter.answer(answers);
  expect(await voter.send()).toBe(code);
  return code;
};

const opensThePageTwice: Way = async (_, voter, link, answers) => {
  await voter.page.goto(link);
  await is(voter.page, "before");
  await voter.page.reload();
  await voter.fromLink(link, answers);
  return voter.send();
};

const answersAndGoes: Way = async (_, voter, link, answers) => {
  await voter.fromLink(link, answers);
  return voter.send();
};

const ways: Record<number, Way> = {
  0: goesOnElsewhere, 1: goesOnElsewhere, 2: goesOnAtOnce,
  3: losesTheWayThere, 4: losesTheWayBack, 5: changesTheirMind, 6: opensThePageTwice,
};

// A slip, by the link of its square: one screen after the other, and no code in the end.
async function bySquare(voter: Voter, link: string, answers: string[]) {
  await voter.fromLink(link, answers);
  await voter.send("sent-slip");
}

// A slip, by its code typed into a form, without JavaScript.
async function byForm(voter: Voter, url: string, code: string, answers: string[]) {
  const { page } = voter;
  await page.goto(`${url}/slip`);
  await page.getByRole("textbox").fill(code);
  await page.locator("main button").click();
  for (const [at, mark] of answers.entries()) await page.locator(`input[name="a${at}"][value="${mark}"]`).check();
  await page.locator("main button").click();
  await expect(page.locator("fieldset")).toHaveCount(0);
  await page.goto(`${url}/slip`);
  await page.getByRole("textbox").fill(code);
  await page.locator("main button").click();
  // Used once.
  await expect(page.locator("fieldset")).toHaveCount(0);
  await expect(page.locator(".ds-validation-message")).toBeVisible();
}

async function signedIn(browser: Browser, server: Pejling, role: string, language: Language): Promise<Page> {
  const context = await browser.newContext({ locale: language, viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(`${server.url}/demo`);
  await page.locator("main li", { hasText: server.person(role).name }).getByRole("button").click();
  return page;
}

test("forty browsers answer, the round closes, and manager and team read the same", async ({ browser, house }) => {
  test.skip(test.info().project.name !== "phone", "it brings its own forty browsers");
  test.setTimeout(600_000);
  let { server } = house;

  // Every letter holds a link of its own; those without an address get a slip.
  let links: string[] = [];
  await expect(async () => {
    links = (await server.letters()).flatMap(({ body }) => /http\S+\/b\/\d+#[\w-]{86}/.exec(body) ?? []);
    expect(links.length).toBeGreaterThanOrEqual(FORTY - ON_PAPER);
  }).toPass({ timeout: 60_000 });
  const [address, fragment] = links[0].split("#");
  const round = address.split("/").pop()!;
  const hr = await signedIn(browser, server, "hr", "sv");
  await hr.goto(`${server.url}/rounds/${round}`);
  await hr.getByLabel("Antal").fill(String(ON_PAPER));
  await hr.getByRole("button", { name: "Gör korten och visa dem" }).click();
  const slips = (await hr.locator(".slip-code").allInnerTexts()).map((code) => code.replaceAll(" ", ""));
  expect(slips).toHaveLength(ON_PAPER);

  // The forty, a few at a time. Each keeps their browser, to come back with.
  const voters: Voter[] = [];
  const codes: string[] = [];
  const vote = async (number: number) => {
    const language = LANGUAGES[number % LANGUAGES.length];
    const answers = answersOf(number);
    const paper = number - (FORTY - ON_PAPER);
    const voter = await Voter.with(browser, language, { javaScriptEnabled: paper < 2 });
    voters[number] = voter;
    if (paper >= 2) await byForm(voter, server.url, slips[paper], answers);
    else if (paper >= 0) await bySquare(voter, `${address}#s${slips[paper]}${fragment.slice(43)}`, answers);
    else codes[number] = await (ways[number] ?? answersAndGoes)(browser, voter, links[number], answers);
  };
  const waiting = Array.from({ length: FORTY }, (_, number) => number);
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) await vote(number);
  }));
  expect(new Set(codes).size).toBe(FORTY - ON_PAPER);

  // Nobody reads anything before it closes.
  await hr.goto(`${server.url}/results`);
  await expect(hr.getByRole("heading", { name: "Blev det annorlunda?" })).toHaveCount(0);

  // A week later it has closed, for everybody in the same moment.
  server = house.server = await server.daysLater(ROUND_LASTS_DAYS + 1, round);
  const manager = await signedIn(browser, server, "manager", "sv");
  const employee = await signedIn(browser, server, "employee", "sv");
  await expect(async () => {
    await manager.goto(`${server.url}/results`);
    await expect(manager.getByRole("heading", { name: "Blev det annorlunda?" })).toBeVisible({ timeout: 100 });
  }).toPass({ timeout: 30_000 });
  const told = (await server.letters()).filter(({ body }) => body.includes(`/results/${round}/`));
  expect(told.length).toBeGreaterThan(links.length);
  expect(new Set(told.map(({ created_at }) => created_at)).size).toBe(1);

  const read = async (page: Page) => {
    await page.goto(`${server.url}/results`);
    const part = page.locator("section", { has: page.getByRole("heading", { name: "Blev det annorlunda?" }) });
    await part.getByRole("link").click();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Svaren");
    // The leader has a form besides, for what is agreed.
    return page.evaluate(() => {
      document.getElementById("agree")?.remove();
      return document.querySelector("main")!.innerText;
    });
  };
  const [one, another] = await Promise.all([read(manager), read(employee)]);
  expect(another).toBe(one);
  await manager.reload();
  await axeClean(manager);
  await shot(manager, "result-of-forty");

  // What is shown is what the forty answered; of what nearly all answered alike only that.
  expect(one).toContain(`${FORTY} av 45 svarade`);
  const { questions } = await (await manager.request.get(`${address}/questions`)).json();
  const card = (question: number) => manager.locator("main details.measure").filter({ has: manager.getByRole("heading", { name: questions[question].texts.sv }) });
  for (const question of [0, 1, 3]) {
    const { answers, mean: of, counts } = sum(question);
    await expect(card(question).locator("summary")).toContainText(of.toFixed(1).replace(".", ","));
    await card(question).locator("summary").click();
    await expect(card(question)).toContainText(String(answers));
    expect(await card(question).locator("table tbody tr td:last-child").allInnerTexts()).toEqual(counts.map(String));
  }
  await expect(card(2)).toContainText("Nästan alla svarade 4 eller 5.");
  await expect(card(2).locator("svg, table")).toHaveCount(0);

  // The counts: nothing twice, nothing lost.
  await hr.context().close();
  const again = await signedIn(browser, server, "hr", "sv");
  await again.goto(`${server.url}/rounds/${round}`);
  await shot(again, "round-of-forty");
  const counted = again.getByRole("region", { name: "När omgången stängde" });
  await expect(counted.getByRole("definition")).toHaveText([String(FORTY), String(FORTY - ON_PAPER), `${ON_PAPER} gjorda, 0 inte använda`]);

  // Each finds their ballot among the counted: in the browser they used, and with the code in any other.
  for (const number of [3, 4, 5, FORTY - ON_PAPER]) {
    await voters[number].page.goto(number < links.length && number < FORTY - ON_PAPER ? links[number] : address);
    await voters[number].page.reload();
    await voters[number].isCounted();
  }
  const elsewhere = await Voter.with(browser, "da");
  for (const number of [0, 7, 17]) {
    await elsewhere.page.goto(address);
    await elsewhere.isCounted(codes[number]);
  }
  await Promise.all(browser.contexts().map((context) => context.close()));
});
