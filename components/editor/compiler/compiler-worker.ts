import { registry } from "../../../plugins/registry.generated.ts";
import type { Question, Reply } from "./protocol.ts";
import { createServiceLoader } from "./service-loader.ts";
import { createWorkerCompiler } from "./worker-compiler.ts";

const answer = createWorkerCompiler(createServiceLoader(registry));

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker's messages go to the page that made it.
  const reply = (message: Reply): void => self.postMessage(message);
  answer(data).then(
    (gives) => reply({ id: data.id, ok: true, gives }),
    (error: unknown) => reply({ id: data.id, ok: false, message: error instanceof Error ? error.message : String(error) }),
  );
});
