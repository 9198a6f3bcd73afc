/** The shape of node ids, workflow names and container variables; reserved words are refused by `check`. */
export const IDENTIFIER = /^[a-z][A-Za-z0-9]*$/;

/** A duration as the Workflow SDK reads it: a number and a unit, for example `30s`, `10m`, `2h`, `1d`. */
export const DURATION = /^\d+(?:\.\d+)?\s*(?:ms|s|m|h|d|w)$/;
