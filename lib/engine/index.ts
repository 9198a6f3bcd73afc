export type * from "./contract.ts";
export { type EngineOptions, startEngine } from "./start-engine.ts";
export { SDK_VERSION } from "./sdk.ts";
export type { StepContext, StepRunner } from "./step-runner.ts";
