/** How a listed function or method may be called. */
export interface CallRule {
  /** The most arguments it may be given. */
  readonly max: number;
  /** The argument that is an arrow function or a listed function; no other argument may be one. */
  readonly callback?: number;
  /** What the callback argument may be besides: nothing else by default. */
  readonly otherwise?: "value" | "null-or-list";
}

/** What an expression may do with a listed global. */
export interface GlobalRule {
  /** `String(x)`. */
  readonly call?: CallRule;
  /** `new Date(x)`. */
  readonly construct?: CallRule;
  /** `Math.max(…)`. */
  readonly functions?: ReadonlyMap<string, CallRule>;
  /** `Math.PI`. */
  readonly constants?: ReadonlySet<string>;
  /** The global is itself a value: `undefined`, `NaN`. */
  readonly value?: true;
  /** Its properties are the workspace's variables: `env.REGION`. */
  readonly variables?: true;
}

/** How a workspace's variable is called. */
export const VARIABLE_NAME = /^[A-Z][A-Z0-9_]{0,99}$/;

const values = (max: number): CallRule => ({ max });
const any: CallRule = { max: Number.POSITIVE_INFINITY };
const each: CallRule = { max: 1, callback: 0 };

function list(names: string, rule: CallRule): [string, CallRule][] {
  return names.split(" ").map((name) => [name, rule]);
}

const words = (names: string): ReadonlySet<string> => new Set(names.split(" "));

/** The globals an expression may name, and what it may do with each. */
export const globals: ReadonlyMap<string, GlobalRule> = new Map<string, GlobalRule>([
  ["undefined", { value: true }],
  ["env", { variables: true }],
  ["NaN", { value: true }],
  ["Infinity", { value: true }],
  ["String", { call: values(1), functions: new Map(list("fromCharCode fromCodePoint", any)) }],
  [
    "Number",
    {
      call: values(1),
      functions: new Map([...list("isFinite isInteger isNaN isSafeInteger parseFloat", values(1)), ...list("parseInt", values(2))]),
      constants: words("EPSILON MAX_SAFE_INTEGER MIN_SAFE_INTEGER MAX_VALUE MIN_VALUE POSITIVE_INFINITY NEGATIVE_INFINITY NaN"),
    },
  ],
  ["Boolean", { call: values(1) }],
  ["Array", { functions: new Map([...list("isArray", values(1)), ...list("of", any), ...list("from", { max: 2, callback: 1 })]) }],
  [
    "Object",
    {
      functions: new Map([
        ...list("keys values entries fromEntries", values(1)),
        ...list("hasOwn is", values(2)),
        ...list("groupBy", { max: 2, callback: 1 }),
      ]),
    },
  ],
  ["JSON", { functions: new Map([...list("parse", values(1)), ...list("stringify", { max: 3, callback: 1, otherwise: "null-or-list" })]) }],
  [
    "Math",
    {
      functions: new Map([
        ...list(
          "abs acos acosh asin asinh atan atanh cbrt ceil clz32 cos cosh exp expm1 floor fround log log10 log1p log2 round sign sin sinh sqrt tan tanh trunc",
          values(1),
        ),
        ...list("atan2 imul pow", values(2)),
        ...list("random", values(0)),
        ...list("hypot max min", any),
      ]),
      constants: words("E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2"),
    },
  ],
  [
    "Date",
    { construct: values(7), functions: new Map([...list("now", values(0)), ...list("parse", values(1)), ...list("UTC", values(7))]) },
  ],
  ["URL", { construct: values(2), functions: new Map(list("canParse parse", values(2))) }],
  ["encodeURIComponent", { call: values(1) }],
  ["decodeURIComponent", { call: values(1) }],
  ["encodeURI", { call: values(1) }],
  ["decodeURI", { call: values(1) }],
  ["isNaN", { call: values(1) }],
  ["isFinite", { call: values(1) }],
  ["parseFloat", { call: values(1) }],
  ["parseInt", { call: values(2) }],
]);

/** The methods an expression may call on a value: of strings, arrays, numbers, dates and URLs, and pure, all of them. */
export const methods: ReadonlyMap<string, CallRule> = new Map<string, CallRule>([
  // Arrays, with a function for each element
  ...list("every filter find findIndex findLast findLastIndex flatMap map some", each),
  ...list("reduce reduceRight", { max: 2, callback: 0 }),
  ...list("toSorted", each),
  // Arrays and strings
  ...list("at", values(1)),
  ...list("concat toSpliced", any),
  ...list("includes indexOf lastIndexOf slice with", values(2)),
  ...list("flat join", values(1)),
  ...list("entries keys toReversed values", values(0)),
  // Strings
  ...list("isWellFormed toLowerCase toUpperCase toWellFormed trim trimEnd trimStart", values(0)),
  ...list("charAt charCodeAt codePointAt normalize repeat toLocaleLowerCase toLocaleUpperCase", values(1)),
  ...list("endsWith padEnd padStart split startsWith substring", values(2)),
  ...list("localeCompare", values(3)),
  ...list("replace replaceAll", { max: 2, callback: 1, otherwise: "value" }),
  // Numbers, and what every value has
  ...list("toExponential toFixed toPrecision toString", values(1)),
  ...list("toLocaleString", values(2)),
  ...list("valueOf", values(0)),
  // Dates
  ...list(
    "getDate getDay getFullYear getHours getMilliseconds getMinutes getMonth getSeconds getTime getTimezoneOffset getUTCDate getUTCDay getUTCFullYear getUTCHours getUTCMilliseconds getUTCMinutes getUTCMonth getUTCSeconds toDateString toISOString toJSON toTimeString toUTCString",
    values(0),
  ),
  ...list("toLocaleDateString toLocaleTimeString", values(2)),
  // The parameters of a URL
  ...list("get getAll", values(1)),
  ...list("has", values(2)),
]);

/** Properties that lead out of the data, to functions that make functions. Never readable, in any spelling. */
export const forbiddenProperties: ReadonlySet<string> = words(
  "constructor prototype __proto__ __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__",
);

/** What to use in place of methods that people reach for and that change their object or run code from text. */
export const replacements: ReadonlyMap<string, string> = new Map([
  ["sort", "Use `toSorted`, which leaves the array as it is."],
  ["reverse", "Use `toReversed`, which leaves the array as it is."],
  ["splice", "Use `toSpliced`, which leaves the array as it is."],
  ["push", "Write `[...list, item]`."],
  ["unshift", "Write `[item, ...list]`."],
  ["pop", "Use `at(-1)` for the last element and `slice(0, -1)` for the rest."],
  ["shift", "Use `at(0)` for the first element and `slice(1)` for the rest."],
  ["fill", "Use `map`."],
  ["forEach", "Use `map`, or a `control.forEach` node to run steps for each item."],
  ["assign", "Write `{ ...a, ...b }`."],
  ["match", "Use `includes`, `startsWith` or `split`; for regular expressions use a `code` node."],
  ["matchAll", "Use `split`; for regular expressions use a `code` node."],
  ["search", "Use `indexOf`; for regular expressions use a `code` node."],
  ["test", "Use `includes` or `startsWith`; for regular expressions use a `code` node."],
  ["substr", "Use `slice`."],
  ["hasOwnProperty", "Use `Object.hasOwn(value, name)`."],
  ["log", "Values can be looked at in the run; nothing needs printing."],
]);
