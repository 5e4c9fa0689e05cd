// The look itself, without a server: every component, narrow and wide, light and dark.
import { expect, type Page } from "@playwright/test";
import { axeClean, bigEnough, complaints, inTheDark, shot } from "./eyes";
import { pages, test } from "./gallery";

for (const name of pages) {
  test(`${name} is clean`, async ({ page, gallery }) => {
    const heard = complaints(page);
    await page.goto(`${gallery}/${name}.html`);
    await axeClean(page);
    await bigEnough(page);
    await shot(page, name);
    // And once more with everything unfolded.
    await page.evaluate(() => document.querySelectorAll("main details").forEach((d) => d.setAttribute("open", "")));
    await axeClean(page);
    await shot(page, `${name}-open`);
    expect(heard()).toEqual([]);
  });

  test(`${name} reflows at 320 px, as at 400 %`, async ({ page, gallery }, info) => {
    test.skip(info.project.name !== "phone", "once is enough");
    await page.setViewportSize({ width: 320, height: 256 });
    await page.goto(`${gallery}/${name}.html`);
    await axeClean(page);
    await shot(page, `${name}-320`);
  });

  test(`${name} keeps its shape in forced colours and on paper`, async ({ page, gallery }, info) => {
    test.skip(info.project.name !== "desktop", "once is enough");
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto(`${gallery}/${name}.html`);
    await shot(page, `${name}-forced`);
    await page.emulateMedia({ forcedColors: "none", media: "print" });
    await expect(page.locator(".rail")).toBeHidden();
    await shot(page, `${name}-print`);
  });
}

// Axe does not look at words inside a drawing.
test("figures inside the bar can be read", async ({ page, gallery }, info) => {
  test.skip(info.project.name !== "desktop", "once is enough");
  await page.goto(`${gallery}/week.html`);
  await figuresInsideTheBarCanBeRead(page);
  await inTheDark(page, () => figuresInsideTheBarCanBeRead(page));
});

async function figuresInsideTheBarCanBeRead(page: Page) {
  const ratios = await page.evaluate(() => {
    const pen = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true })!;
    const luminance = (colour: string) => {
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const fill = (e: Element) => luminance(getComputedStyle(e).fill);
    return [...document.querySelectorAll(".bar text")].map((text) => {
      const kind = text.getAttribute("class")!;
      const [low, high] = [fill(text), fill(document.querySelector(`.bar rect.${kind}`)!)].sort((a, b) => a - b);
      return { kind, ratio: (high + 0.05) / (low + 0.05) };
    });
  });
  expect(ratios.length).toBeGreaterThan(3);
  for (const { kind, ratio } of ratios) expect(ratio, kind).toBeGreaterThanOrEqual(4.5);
}

test("the menu of a phone opens, closes and needs no script", async ({ page, gallery }, info) => {
  test.skip(!["phone", "no-js"].includes(info.project.name), "only phones have it");
  await page.goto(`${gallery}/week.html`);
  const more = page.locator(".tabs summary");
  await more.click();
  const circle = page.locator(".tabs").getByRole("link", { name: "Kretsen" });
  await expect(circle).toBeVisible();
  await shot(page, "menu");
  if (info.project.name === "phone") await page.keyboard.press("Escape"); else await more.click();
  await expect(circle).toBeHidden();
});

test("errors are told, linked and get focus", async ({ page, gallery }) => {
  await page.goto(`${gallery}/form.html`);
  await expect(page.locator(".ds-error-summary")).toBeFocused();
  await page.getByRole("link", { name: /minst 5/ }).click();
  const minutes = page.getByLabel("Hur mycket vill du frigöra?");
  await expect(minutes).toBeFocused();
  await expect(minutes).toHaveAttribute("aria-describedby", "minutes-hint minutes-error");
});

test("a check-in swaps its own box, keeps the address and moves focus", async ({ page, gallery }, info) => {
  test.skip(info.project.name === "no-js", "that is the plain form");
  await page.goto(`${gallery}/today.html`);
  await page.getByRole("heading", { name: "God morgon, Karin" }).evaluate((h) => h.setAttribute("data-kept", ""));
  await page.getByRole("button", { name: "Gjort i dag" }).click();
  await expect(page.locator(".answered")).toBeFocused();
  await expect(page.locator("[data-kept]")).toBeVisible();
  await expect(page).toHaveURL(/today\.html$/);
});

test("every stop of the keyboard is seen and not covered", async ({ page, gallery }, info) => {
  test.skip(!["desktop", "phone"].includes(info.project.name), "once for each shape");
  await page.goto(`${gallery}/week.html`);
  await page.keyboard.press("Tab");
  await expect(page.locator(".skip")).toBeFocused();
  for (let stop = 0; stop < 40; stop++) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const e = document.activeElement!;
      if (e === document.body) return "end";
      const box = e.getBoundingClientRect();
      const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const ring = getComputedStyle(e).outlineStyle !== "none" || getComputedStyle(e).boxShadow !== "none";
      return at && (e.contains(at) || at.contains(e)) && ring ? "seen" : `hidden: ${e.outerHTML.slice(0, 90)}`;
    });
    if (seen === "end") return;
    expect(seen).toBe("seen");
  }
});
