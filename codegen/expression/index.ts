export { parseExpressionOnce, parseTemplateOnce } from "./cache.ts";
export { freeNames } from "./rename-names.ts";
export { canonicalConfig, canonicalValue, walkValues } from "./values.ts";
