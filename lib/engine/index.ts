export type * from "./contract.ts";
export { SDK_VERSION } from "./sdk.ts";
export { startEngine } from "./start-engine.ts";
