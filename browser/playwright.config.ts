import { defineConfig } from "@playwright/test";

// Debian's chromium; as root it must be told not to sandbox, and it is told to speak to nobody.
const chromium = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
};
const phone = { width: 360, height: 800 };
const desktop = { width: 1280, height: 800 };

// Light and dark alike: whoever looks with axeClean looks in both. Every journey runs in each of these; what is only for some says so with test.skip and the project's name.
export default defineConfig({
  testDir: ".",
  outputDir: "test-results",
  // Of a long log one reads the end: there "dot" tells what failed, and why.
  reporter: process.env.CI ? "dot" : "list",
  workers: 2,
  // Two browsers and two servers share two cores with whatever else the machine does. Slow is not wrong; what is wrong stays wrong.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: !!process.env.CI,
  // Once more where a busy machine may be to blame: what passes then is reported as flaky, and is to be mended.
  retries: process.env.CI ? 1 : 0,
  use: { launchOptions: chromium, reducedMotion: "reduce", locale: "sv-SE", timezoneId: "Europe/Stockholm" },
  projects: [
    { name: "phone", use: { viewport: phone, hasTouch: true } },
    { name: "desktop", use: { viewport: desktop } },
    { name: "no-js", use: { viewport: phone, javaScriptEnabled: false } },
  ],
});
