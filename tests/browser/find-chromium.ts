import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const PLACES = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium"];

/**
 * The path of a Chromium: `CHROMIUM_PATH`, an installed one, else Debian's package where this user may install it, else Playwright's own
 * download. Throws when none can be had.
 */
export function findChromium(): string {
  const installed = findInstalled();
  if (installed) return installed;
  if (process.getuid?.() === 0 && isOnPath("apt-get")) {
    const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    execFileSync("apt-get", ["update"], { stdio: "ignore", env: environment });
    execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "ignore", env: environment });
    const package_ = findInstalled();
    if (package_) return package_;
  }
  const cli = join(createRequire(import.meta.url).resolve("playwright-core/package.json"), "..", "cli.js");
  execFileSync(process.execPath, [cli, "install", "chromium"], { stdio: "inherit" });
  return chromium.executablePath();
}

function findInstalled(): string | undefined {
  const asked = process.env["CHROMIUM_PATH"];
  const onPath = NAMES.flatMap((name) => folders().map((folder) => join(folder, name)));
  return [...(asked === undefined ? [] : [asked]), ...onPath, ...PLACES, chromium.executablePath()].find((path) => existsSync(path));
}

function isOnPath(name: string): boolean {
  return folders().some((folder) => existsSync(join(folder, name)));
}

function folders(): string[] {
  return (process.env["PATH"] ?? "").split(delimiter).filter(Boolean);
}
