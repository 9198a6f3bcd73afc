/** Opens the embedded database of a folder and keeps it, for tests that kill the process: `node open-for-test.ts <folder>`. */
import { ensureDatabase } from "./embedded-postgres.ts";

const { url } = await ensureDatabase({ dataDir: process.argv[2] ?? "" });
process.send?.(url);
setInterval(() => {}, 60_000);
