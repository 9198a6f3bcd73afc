import { readFile } from "node:fs/promises";

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

// Prints where a process spent its time: by module, then by function (self time). `node bench/read-profile.ts x.cpuprofile [from ms] [to ms]`
const [file = "", from = "0", to = "Infinity"] = process.argv.slice(2);
// Written by Node itself.
const profile = JSON.parse(await readFile(file, "utf8")) as Profile;
const frames = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
const [modules, functions] = [new Map<string, number>(), new Map<string, number>()];
let clock = 0;
let total = 0;
for (const [index, sample] of profile.samples.entries()) {
  const ms = (profile.timeDeltas[index] ?? 0) / 1_000;
  clock += ms;
  const frame = frames.get(sample);
  if (!frame || clock < Number(from) || clock > Number(to)) continue;
  const place = nameModule(frame.url) || frame.functionName;
  if (place === "(idle)" || place === "(program)") continue;
  total += ms;
  modules.set(place, (modules.get(place) ?? 0) + ms);
  const name = `${frame.functionName || "(anonymous)"} ${nameModule(frame.url)}:${frame.lineNumber + 1}`;
  functions.set(name, (functions.get(name) ?? 0) + ms);
}
console.log(`busy ${total.toFixed(0)} ms of ${clock.toFixed(0)} ms`);
for (const table of [modules, functions]) {
  console.log("");
  for (const [name, ms] of [...table].toSorted(([, a], [, b]) => b - a).slice(0, 40))
    console.log(`${ms.toFixed(0).padStart(7)} ms ${((100 * ms) / total).toFixed(1).padStart(5)} %  ${name}`);
}

/** A package's name, or a file's path in the repository. */
function nameModule(url: string): string {
  const inPackage = /.*node_modules\/((?:@[^/]+\/)?[^/]+)(\/.*)?/.exec(url);
  if (inPackage) return `${inPackage[1]}${inPackage[2]?.replace(/.*\//, " ") ?? ""}`;
  return url.replace(new URL("..", import.meta.url).href, "").replace(/^file:\/\//, "");
}
