// What <swap-form> does when the answer is not the one it hoped for. The ordinary case is in gallery.spec.ts.
import { expect, type Page } from "@playwright/test";
import { test } from "./gallery";

test.beforeEach(({}, info) => test.skip(info.project.name !== "desktop", "once is enough"));

const answer = async (page: Page, gallery: string) => {
  await page.goto(`${gallery}/today.html`);
  await page.getByRole("button", { name: "Blev inte av" }).click();
};

test("it sends the button that was pressed", async ({ page, gallery }) => {
  const sent = page.waitForRequest("**/check-ins");
  await answer(page, gallery);
  expect((await sent).postData()).toBe("answer=not");
  expect((await sent).headers()["content-type"]).toContain("application/x-www-form-urlencoded");
});

test("a refusal is shown whole", async ({ page, gallery }) => {
  const body = "<!doctype html><html lang=sv><title>Nej</title><main id=main tabindex=-1><h1>Steget är avslutat</h1></main></html>";
  await page.route("**/check-ins", (route) => route.fulfill({ status: 409, contentType: "text/html; charset=utf-8", body }));
  await answer(page, gallery);
  await expect(page.getByRole("heading", { name: "Steget är avslutat" })).toBeVisible();
  await expect(page.getByRole("heading")).toHaveCount(1);
  await expect(page.locator("main")).toBeFocused();
});

test("an answer that is another page is gone to", async ({ page, gallery }) => {
  await page.route("**/check-ins", (route) => route.fulfill({ status: 303, headers: { location: "/sign-in.html" } }));
  await answer(page, gallery);
  await expect(page).toHaveURL(/sign-in\.html$/);
  await expect(page.getByRole("heading", { name: "Logga in" })).toBeVisible();
});

test("no answer: the form is sent the plain way, with the same button", async ({ page, gallery }) => {
  const plain: (string | null)[] = [];
  await page.route("**/check-ins", (route) => {
    if (!route.request().isNavigationRequest()) return route.abort();
    plain.push(route.request().postData());
    return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>ok</title>" });
  });
  await answer(page, gallery);
  await expect(page).toHaveTitle("ok");
  expect(plain).toEqual(["answer=not"]);
});

test("a new error summary gets focus", async ({ page, gallery }) => {
  const body =
    '<!doctype html><title>Fel</title><div id="check-in"><div class="ds-error-summary" tabindex="-1" autofocus>Skriv några ord</div></div>';
  await page.route("**/check-ins", (route) => route.fulfill({ status: 422, contentType: "text/html; charset=utf-8", body }));
  await answer(page, gallery);
  await expect(page.locator(".ds-error-summary")).toBeFocused();
  await expect(page).toHaveURL(/today\.html$/);
});
