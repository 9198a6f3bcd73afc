/** The floors: which part may import which. A broken floor or a cycle is an error. */
module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "codegen-stands-alone",
      comment: "The compiler imports itself, zod and ts-morph.",
      severity: "error",
      from: { path: "^codegen/", pathNot: "\\.test\\.ts$|^codegen/(testing/|write-fixtures\\.ts)" },
      to: { pathNot: "^(codegen/|node_modules/(zod|ts-morph|@ts-morph)/)" },
    },
    {
      name: "codegen-browser-part",
      comment: "schema, check, expression and diagnostics run in a browser: no ts-morph, no Node API.",
      severity: "error",
      from: { path: "^codegen/(schema|check|expression|diagnostics|ir|lower)/", pathNot: "\\.test\\.ts$" },
      to: { pathNot: "^(codegen/(schema|check|expression|diagnostics|ir|lower)/|codegen/(catalog|invariant)\\.ts|node_modules/zod/)" },
    },
    {
      name: "steps-are-exportable",
      comment:
        "A step is copied into a user's project: its own folder, its vendor's, the kit, and libraries that a project can install; no service's own kit.",
      severity: "error",
      from: { path: "^plugins/([^/]+)/steps/", pathNot: "\\.test\\.ts$" },
      to: {
        pathNot:
          "^(plugins/$1/|plugins/(kit|google|microsoft)/|node_modules/(zod|workflow|@workflow|ai|@ai-sdk|pg|@types|nodemailer|cheerio|turndown|csv-parse|read-excel-file|unpdf|feedsmith|aws4fetch)/)|^(node:)?crypto$",
      },
    },
    {
      name: "stores-own-the-database",
      comment: "Only lib/*/store.ts and the engine's own world speak SQL.",
      severity: "error",
      from: { pathNot: "^(lib/[^/]+/store\\.ts|lib/db/|lib/engine/|drizzle\\.config\\.ts|bench/|tests/)|\\.test\\.ts$" },
      to: { path: "^lib/db/", pathNot: "^lib/db/index\\.ts$" },
    },
    {
      name: "app-never-sees-drizzle",
      severity: "error",
      from: { path: "^(app|components)/" },
      to: { path: "node_modules/(drizzle-orm|pg)/|^lib/db/" },
    },
    {
      name: "server-never-imports-the-ui",
      severity: "error",
      from: { path: "^(codegen|lib|plugins|bin)/" },
      to: { path: "^(app|components)/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(\\.next|codegen/fixtures)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
