/**
 * Runs in each fresh QuickJS before the user's code: a console that prints lines, and the few functions the host calls.
 * It takes its own references first, so that nothing the user's code replaces later is called.
 */
export const PRELUDE = `(function (print) {
  "use strict";
  const { stringify, parse } = JSON;
  const text = String;
  const { slice } = String.prototype;
  const { join } = Array.prototype;
  const call = Function.prototype.call.bind(Function.prototype.call);
  const cut = (value, length) => call(slice, value, 0, length);
  const show = (value) => {
    if (typeof value === "string") return value;
    try { if (value instanceof Error) return text(value); } catch {}
    try { return stringify(value) ?? text(value); } catch {}
    try { return text(value); } catch { return "an object"; }
  };
  const printer = (level) => (...values) => {
    const shown = [];
    for (let index = 0; index < values.length; index++) shown[index] = show(values[index]);
    print(level, cut(call(join, shown, " "), 10000));
  };
  const log = printer("log");
  globalThis.console = { log, info: log, warn: printer("warn"), error: printer("error"), debug: log };
  const read = (value, name) => {
    try { return cut(text(value[name] ?? ""), 4000); } catch { return ""; }
  };
  const describe = (thrown) => {
    if (thrown === null || (typeof thrown !== "object" && typeof thrown !== "function")) {
      return stringify({ name: "Error", message: cut(text(thrown), 4000), stack: "" });
    }
    const name = read(thrown, "name") || "Error";
    let message = read(thrown, "message");
    if (message === "" && !(thrown instanceof Error)) {
      try { message = cut(stringify(thrown) ?? "", 4000); } catch { message = "an object"; }
    }
    return stringify({ name, message, stack: read(thrown, "stack") });
  };
  return { describe, stringify, parse };
})`;
