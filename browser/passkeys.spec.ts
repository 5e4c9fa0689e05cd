// Passkeys, in a browser with an authenticator of its own: made, used, removed.
import type { CDPSession, Page } from "@playwright/test";
import { createServer, type AddressInfo } from "node:net";
import { Pejling, axeClean, expect, shot, test as base } from "./pejling";
import { bigEnough, complaints } from "./eyes";

// Browsers have no keys for addresses that are numbers: here people reach it by a name.
const test = base.extend<{}, { pejling: Pejling }>({
  pejling: [async ({}, use) => {
    const port = await freePort();
    const house = await Pejling.start({ PEJLING_ADDRESS: `http://localhost:${port}` }, port);
    await use(house);
    await house.stop();
  }, { scope: "worker", timeout: 130_000 }],
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

// A phone's own lock, which opens when `verified`.
async function device(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  // Browsers ask about keys only in the window that has the attention.
  await page.bringToFront();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true,
  } as const;
  return { cdp, ...(await cdp.send("WebAuthn.addVirtualAuthenticator", { options })) };
}

async function make(page: Page, name: string) {
  await settings(page);
  await page.getByLabel("Vad den ska heta").fill(name);
  await page.getByRole("button", { name: "Gör en lösennyckel här" }).click();
}

// Whoever was just signed in is on their own first page before they go on.
async function settings(page: Page) {
  await page.waitForURL((url) => !url.pathname.startsWith("/demo"));
  await page.goto("/settings");
  await expect(page.getByRole("heading", { level: 1, name: "Inställningar" })).toBeVisible();
}

async function signOut(page: Page) {
  await page.goto("/settings");
  await page.locator("form[action='/sign-out'] button").click();
  await page.waitForURL((url) => !url.pathname.startsWith("/settings"));
}

test("a passkey is made, signs in, and lets nobody in once it is removed", async ({ page, as, pejling }, info) => {
  test.skip(info.project.name === "no-js", "only scripts reach passkeys");
  const heard = complaints(page);
  const { cdp, authenticatorId } = await device(page);
  await as("hr");
  const name = `Jobbtelefonen ${info.project.name}`;
  await make(page, name);
  await expect(page.getByRole("status").first()).toContainText("Lösennyckeln är klar");
  const row = page.getByRole("listitem").filter({ hasText: name });
  await expect(row).toBeVisible();
  await axeClean(page);
  await bigEnough(page);
  await shot(page, "settings-passkeys");
  const { credentials } = await cdp.send("WebAuthn.getCredentials", { authenticatorId });
  expect(credentials).toHaveLength(1);
  expect(credentials[0].isResidentCredential, "it names its owner by itself").toBe(true);

  await signOut(page);
  await page.goto("/settings");
  await expect(page.getByRole("heading", { level: 1, name: "Logga in" })).toBeVisible();
  await axeClean(page);
  await bigEnough(page);
  await shot(page, "sign-in-passkey");
  await page.getByRole("button", { name: "Logga in med lösennyckel" }).click();
  await expect(page).toHaveURL(/\/settings$/);
  await expect(page.getByRole("main")).toContainText("med lösennyckel");
  await expect(page.getByRole("main")).toContainText(await pejling.mailOf("hr"));

  await row.getByRole("button", { name: `Ta bort ${name}` }).click();
  await expect(page.getByRole("status").first()).toContainText("släpper inte in någon längre");
  await expect(row).toHaveCount(0);
  await signOut(page);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Logga in med lösennyckel" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lösennyckeln släppte inte in dig" })).toBeVisible();
  await axeClean(page);
  await shot(page, "sign-in-passkey-refused");
  expect(heard().filter((line) => !line.includes("422"))).toEqual([]);
});

test("a device that does not know who holds it opens nothing, and the page says so", async ({ page, as }, info) => {
  test.skip(info.project.name === "no-js", "only scripts reach passkeys");
  const { cdp, authenticatorId } = await device(page);
  await as("manager");
  await make(page, `Datorn ${info.project.name}`);
  await expect(page.getByRole("status").first()).toContainText("Lösennyckeln är klar");
  await signOut(page);
  await cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified: false });
  await page.goto("/sign-in");
  const button = page.getByRole("button", { name: "Logga in med lösennyckel" });
  await button.click();
  await expect(page.getByText("Det blev ingenting av det.").first()).toBeVisible();
  await expect(button).toBeEnabled();
  await axeClean(page);
  await page.goto("/settings");
  await expect(page.getByRole("heading", { level: 1, name: "Logga in" })).toBeVisible();
});

test("what a browser answered for somebody else, or to another question, makes no key and opens nothing", async ({ page, as }, info) => {
  test.skip(info.project.name !== "phone", "the answers are the same everywhere");
  await device(page);
  await as("manager");
  // The form is sent with an answer to a question that nobody asked this browser.
  const answers = await page.evaluate(async () => {
    const bytes = (text: string) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const text = (buffer: ArrayBuffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
    const { publicKey } = await (await fetch("/settings/passkeys/question", { method: "POST" })).json();
    publicKey.challenge = new Uint8Array(32);
    publicKey.user.id = bytes(publicKey.user.id);
    publicKey.excludeCredentials = [];
    const made = (await navigator.credentials.create({ publicKey })) as any;
    const { response } = made;
    const answer = JSON.stringify({
      clientDataJSON: text(response.clientDataJSON), authenticatorData: text(response.getAuthenticatorData()), publicKey: text(response.getPublicKey()),
    });
    const send = async (url: string, body: Record<string, string>) => (await fetch(url, { method: "POST", body: new URLSearchParams(body) })).status;
    return [await send("/settings/passkeys", { answer, name: "x" }), await send("/settings/passkeys", { answer: "{}", name: "x" }), await send("/sign-in/passkey", { answer })];
  });
  expect(answers).toEqual([422, 422, 422]);
  await page.goto("/settings");
  await expect(page.getByRole("button", { name: "Ta bort x" })).toHaveCount(0);
});

test("without scripts there is no button that does nothing", async ({ page, as }, info) => {
  test.skip(info.project.name !== "no-js", "with scripts there is one");
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Logga in med lösennyckel" })).toBeHidden();
  await as("hr");
  await settings(page);
  await expect(page.getByRole("heading", { name: "Lösennycklar" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Gör en lösennyckel här" })).toBeHidden();
});
