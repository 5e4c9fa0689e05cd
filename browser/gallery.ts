// The gallery's pages, made by its own program and served with the product's policy: no inline style, no inline script.
import { test as base } from "@playwright/test";
import { execFileSync } from "node:child_process";
import { readFile, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";

const root = join(import.meta.dirname, "..");
const build = ["run", "--quiet", "--locked", "--manifest-path", join(root, "templates/gallery/Cargo.toml"), "--"];
export const pages = ["week", "today", "form", "parts", "sign-in"];

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const kinds: Record<string, string> = {
  ".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".woff2": "font/woff2",
};

export const test = base.extend<{}, { gallery: string }>({
  gallery: [async ({}, use) => {
    const dir = await mkdtemp(join(tmpdir(), "pejling-gallery-"));
    execFileSync("cargo", [...build, dir], { stdio: "inherit" });
    const server = createServer(async (request, answer) => {
      const path = normalize(new URL(request.url ?? "/", "http://gallery").pathname);
      const file = path.startsWith("/assets/") ? join(root, path) : join(dir, path);
      try {
        // The gallery's forms are answered with the page they stand on, as if the check-in had been taken.
        const body = request.method === "POST" ? await readFile(join(dir, "answered.html")) : await readFile(file);
        const kind = kinds[extname(request.method === "POST" ? ".html" : file)] ?? kinds[".html"];
        answer.writeHead(200, { "content-type": kind, "content-security-policy": policy }).end(body);
      } catch {
        answer.writeHead(404).end();
      }
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    server.close();
    await rm(dir, { recursive: true, force: true });
  }, { scope: "worker", timeout: 300_000 }],
});
