import { readFile } from "node:fs/promises";

/** Milliseconds of processor time that a process has used so far, to 10 ms; NaN where there is no /proc. Unlike a clock's, it hardly depends on who else is busy. */
export async function cpuTime(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The command's name, in parentheses, may hold spaces; user and system time are the 12th and 13th fields after it.
  const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
