export { parseExpressionOnce, parseTemplateOnce } from "./cache.ts";
export { freeNames } from "./rename-names.ts";
export { canonicalConfig, walkValues } from "./values.ts";
