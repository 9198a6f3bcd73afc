export * from "./connections.ts";
export * from "./keys.ts";
export * from "./log.ts";
export * from "./runs.ts";
export * from "./triggers.ts";
export * from "./variables.ts";
export * from "./workflows.ts";
export * from "./workspaces.ts";
