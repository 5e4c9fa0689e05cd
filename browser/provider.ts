// A real provider of OpenID Connect, for journeys: oidc-provider behind https with a certificate of its own, and its own plain pages to sign in at.
// Whoever signs in with an address is that address; the password is anything.
import Provider from "oidc-provider";
import { execFile } from "node:child_process";
import { createServer, type Server } from "node:https";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { generateKeyPairSync } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const secret = "a secret of some length";

export class SignInService {
  private constructor(private server: Server, private folder: string, readonly issuer: string) {}

  // Takes a free port: only then is it known what it calls itself.
  static async start(): Promise<SignInService> {
    const folder = await mkdtemp(join(tmpdir(), "pejling-provider-"));
    const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
    await promisify(execFile)("openssl", [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost",
      "-addext", "subjectAltName=DNS:localhost", "-addext", "basicConstraints=critical,CA:FALSE", "-keyout", key, "-out", certificate,
    ]);
    const server = createServer({ key: await readFile(key), cert: await readFile(certificate) });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    return new SignInService(server, folder, `https://localhost:${address.port}`);
  }

  // What Pejling is told about it.
  async settings(): Promise<Record<string, string>> {
    const file = join(this.folder, "secret");
    await writeFile(file, secret);
    return {
      PEJLING_AUTHORITIES_FILE: join(this.folder, "certificate.pem"),
      PEJLING_SIGN_IN_ISSUER: this.issuer,
      PEJLING_SIGN_IN_CLIENT_ID: "pejling",
      PEJLING_SIGN_IN_CLIENT_SECRET_FILE: file,
      PEJLING_SIGN_IN_NAME: "kommunkontot",
      PEJLING_SIGN_IN_SCOPES: "email, groups",
      PEJLING_SIGN_IN_ROLES_CLAIM: "groups",
      PEJLING_SIGN_IN_ROLES_IT: "it-people",
    };
  }

  // From now on it knows Pejling, which is reached at `pejling`.
  serve(pejling: string, groups: (login: string) => string[]) {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const provider = new Provider(this.issuer, {
      clients: [{
        client_id: "pejling",
        client_secret: secret,
        redirect_uris: [`${pejling}/sign-in/account/back`],
        post_logout_redirect_uris: [`${pejling}/`],
        backchannel_logout_uri: `${pejling}/sign-in/account/ended`,
        backchannel_logout_session_required: true,
      }],
      claims: { openid: ["sub"], email: ["email", "email_verified"], groups: ["groups"] },
      findAccount: (_: unknown, login: string) => ({
        accountId: login,
        claims: () => ({ sub: login, email: login, email_verified: true, groups: groups(login) }),
      }),
      features: { devInteractions: { enabled: true }, backchannelLogout: { enabled: true } },
      jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "of-today" }] },
      cookies: { keys: ["a key for cookies"] },
      pkce: { required: () => true },
      // By itself it speaks with no address of this machine.
      fetch: (url: string, options: RequestInit) => fetch(url, { ...options, dispatcher: undefined } as RequestInit),
    });
    this.server.on("request", provider.callback());
  }

  async stop() {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
    await rm(this.folder, { recursive: true, force: true });
  }
}
