// The directory: IT makes an access token, a directory comes in with it, IT gives its group a role, and the token is removed.
import { axeClean, expect, shot, test } from "./pejling";

test("a directory is let in by a token that is shown once, and locked out again", async ({ as, pejling, request }, { project }) => {
  const page = await as("it");
  const main = page.locator("main");
  // Several projects share a server.
  const name = `Entra ID ${project.name}`;
  await page.goto("/scim");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Katalogen");
  await axeClean(page);
  await shot(page, "scim");

  await page.getByRole("button", { name: "Skapa en åtkomstnyckel" }).click();
  await expect(page.locator("#name-error")).toContainText("Skriv vilken katalog den är till");
  await axeClean(page);
  await page.getByLabel("Vilken katalog den är till").fill(name);
  await page.getByRole("button", { name: "Skapa en åtkomstnyckel" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Åtkomstnyckel till ${name}`);
  const token = await page.getByLabel("Åtkomstnyckel", { exact: true }).inputValue();
  const address = await page.locator("dd", { hasText: "/scim/v2" }).innerText();
  expect(token).toMatch(/^[\w-]{43}$/);
  await axeClean(page);
  await shot(page, "scim-token");

  await page.getByRole("link", { name: "Tillbaka till katalogen" }).click();
  await expect(main).not.toContainText(token);
  const row = page.locator("#tokens ~ ul li", { hasText: name });
  await expect(row).toContainText("Inte använd än");

  // The directory comes in.
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/scim+json" };
  const send = (path: string, data: object) => request.post(`${address}${path}`, { headers, data: JSON.stringify(data) });
  const user = await send("/Users", { userName: `${project.name}@katalogen.example`, name: { givenName: "Kim", familyName: "Katalog" } });
  expect(user.status()).toBe(201);
  const group = await send("/Groups", { displayName: `HR ${project.name}`, members: [{ value: (await user.json()).id }] });
  expect(group.status()).toBe(201);

  await page.reload();
  await expect(row).toContainText("Senast använd");
  const groups = page.locator("#groups ~ form", { hasText: `HR ${project.name}` });
  await expect(groups).toContainText("En medlem");
  await groups.getByLabel(`Roll för HR ${project.name}`).selectOption("HR");
  await groups.getByRole("button", { name: `Spara rollen för HR ${project.name}` }).click();
  await expect(page.locator("#flash")).toContainText("Sparat");
  await expect(groups.getByLabel(`Roll för HR ${project.name}`)).toHaveValue("hr");
  await axeClean(page);
  await shot(page, "scim-used");

  await page.getByRole("button", { name: `Ta bort åtkomstnyckeln ${name}` }).click();
  await expect(page.locator("#flash")).toContainText("Åtkomstnyckeln gäller inte längre.");
  await expect(row).toHaveCount(0);
  expect((await request.get(`${address}/Users`, { headers })).status()).toBe(401);
  expect(pejling.log()).not.toContain(token);
  expect(pejling.log()).not.toContain("katalogen.example");
});
