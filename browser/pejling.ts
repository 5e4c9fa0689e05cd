// The product for a journey: a server of its own on a free port, in demo mode, with data that are thrown away.
//
//   import { test, expect, axeClean, shot } from "./pejling";
//   test("a manager checks in", async ({ as }) => {
//     const page = await as("manager");
//     …
//   });
import { test as base, expect, type Page } from "@playwright/test";
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

export { expect };
export { axeClean, shot } from "./eyes";

const program = resolve(process.env.PEJLING_BIN ?? join(import.meta.dirname, "../target/debug/pejling"));
const startWithin = 120_000;

export type Person = { role: string; name: string; url: string };
export type Letter = { recipient: string; body: string; created_at: number };

export class Pejling {
  readonly people: Person[] = [];
  url = "";
  private said = "";
  private readonly handedOut = new Set<string>();

  // `address` is where people reach it, when that is not where it listens.
  private constructor(private child: ChildProcess, private data: string, private address?: string) {}

  // In a new folder; `settings` are variables of its environment.
  static async start(settings: Record<string, string> = {}, port = 0): Promise<Pejling> {
    return Pejling.over(await mkdtemp(join(tmpdir(), "pejling-browser-")), `127.0.0.1:${port}`, settings);
  }

  // Reads what the program says at start: `listening URL`, and `sign-in ROLE NAME URL` for each person of the demo.
  private static async over(data: string, listen: string, settings: Record<string, string> = {}): Promise<Pejling> {
    const env = { ...process.env, PEJLING_SIGN_IN_PASSWORD: "true", ...settings };
    const child = spawn(program, ["serve", "--demo", "--data", data, "--listen", listen], { stdio: ["ignore", "pipe", "pipe"], env });
    const server = new Pejling(child, data, settings.PEJLING_ADDRESS);
    await new Promise<void>((ready, failed) => {
      const late = setTimeout(() => failed(new Error(`no answer within ${startWithin} ms\n${server.said}`)), startWithin);
      const hear = (chunk: Buffer) => {
        server.said += chunk;
        if (!server.read()) return;
        clearTimeout(late);
        // The people's lines may come in more than one piece.
        setTimeout(ready, 100);
      };
      child.stdout!.on("data", hear);
      child.stderr!.on("data", hear);
      child.on("error", failed);
      child.on("exit", (code) => failed(new Error(`${program} ended with ${code}\n${server.said}`)));
    });
    return server;
  }

  // True once the address and at least one person are known.
  private read(): boolean {
    this.people.length = 0;
    for (const line of this.said.split("\n").slice(0, -1)) {
      const listening = /^listening (\S+)$/.exec(line);
      if (listening) this.url = this.address ?? listening[1];
      const person = /^sign-in (\S+) (.+) (\S+)$/.exec(line);
      if (person) this.people.push({ role: person[1], name: person[2], url: person[3] });
    }
    return this.url !== "" && this.people.length > 0;
  }

  person(role: string): Person {
    const found = this.people.find((p) => p.role === role);
    if (!found) throw new Error(`nobody of the demo is ${role}; there are ${this.people.map((p) => p.role).join(", ")}`);
    return found;
  }

  // The address of the demo's person of a role.
  async mailOf(role: string): Promise<string> {
    const [{ mail }] = JSON.parse(await this.sql(`SELECT mail FROM person JOIN persona ON persona.person = person.id WHERE role = '${role}'`));
    return mail;
  }

  // Everything the program has written, for journeys that look for what must not be there.
  log(): string { return this.said; }
  folder(): string { return this.data; }

  // The letters of a demo, which nobody carries: they lie in the queue.
  async letters(): Promise<Letter[]> {
    return JSON.parse((await this.sql("SELECT recipient, body, created_at FROM letter")) || "[]");
  }

  // The link in an invitation, each handed out once: nobody else opens it. Invitations come one by one after the start, and those of people who
  // can be signed in as are left to the journeys that sign in.
  async ballotLink(): Promise<string> {
    let unused: string | undefined;
    await expect(async () => {
      const open = await this.sql("SELECT body FROM letter WHERE body LIKE '%/b/%' AND recipient NOT IN (SELECT mail FROM person WHERE id IN (SELECT person FROM persona))");
      const links = (JSON.parse(open || "[]") as Letter[]).flatMap(({ body }) => /http\S+\/b\/\d+#[\w-]{86}/.exec(body) ?? []);
      unused = links.find((link) => !this.handedOut.has(link));
      expect(unused, "an invitation that nobody has opened").toBeDefined();
    }).toPass({ timeout: 60_000 });
    this.handedOut.add(unused!);
    return unused!;
  }

  // The same data and the same address, days later: while the program is off, a round's times and its work are moved into the past. The
  // program itself knows no other clock than the machine's.
  async daysLater(days: number, round: string): Promise<Pejling> {
    await this.end();
    const by = days * 24 * 60 * 60 * 1000;
    await this.sql(
      `UPDATE round SET opens_at = opens_at - ${by}, draws_end_at = draws_end_at - ${by}, closes_at = closes_at - ${by} WHERE id = ${round};
       UPDATE job SET due_at = due_at - ${by} WHERE subject = ${round};`,
    );
    return Pejling.over(this.data, new URL(this.url).host);
  }

  // A round that is planned for today opens in the morning, however early or late it is when a journey is run.
  async inTheMorning(round: string) {
    await this.sql(
      `UPDATE round SET opens_at = min(opens_at, ${Date.now()}) WHERE id = ${round};
       UPDATE job SET due_at = min(due_at, ${Date.now()}) WHERE subject = ${round};`,
    );
  }

  // Everybody who is signed in came two hours ago.
  async longAgo() {
    await this.sql(`UPDATE session SET proven_at = proven_at - ${2 * 60 * 60 * 1000};`);
  }

  private async sql(statements: string): Promise<string> {
    const args = ["-json", "-cmd", ".timeout 5000", join(this.data, "pejling.db"), statements];
    return (await promisify(execFile)("sqlite3", args, { maxBuffer: 1 << 26 })).stdout;
  }

  private async end() {
    this.child.removeAllListeners("exit");
    const gone = new Promise((done) => this.child.once("exit", done));
    if (this.child.exitCode === null && this.child.kill("SIGINT")) await gone;
  }

  async stop() {
    await this.end();
    await rm(this.data, { recursive: true, force: true });
  }
}

type Journey = { as: (role: string) => Promise<Page> };
type House = { pejling: Pejling };

export const test = base.extend<Journey, House>({
  // One server for all journeys of a worker: sign in as people whose things the journey does not share.
  pejling: [async ({}, use) => {
    const server = await Pejling.start();
    await use(server);
    await server.stop();
  }, { scope: "worker", timeout: startWithin + 10_000 }],

  baseURL: async ({ pejling }, use) => use(pejling.url),

  // A page signed in as the demo's person of that role: by the demo's own page, where a link is always fresh. The links that are
  // printed at start work once.
  as: async ({ page, pejling }, use) => {
    await use(async (role) => {
      const { name } = pejling.person(role);
      await page.goto(`${pejling.url}/demo`);
      await page.locator("main li", { hasText: name }).getByRole("button").click();
      return page;
    });
  },
});
