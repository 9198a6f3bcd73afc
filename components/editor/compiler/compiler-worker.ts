import { registry } from "../../../plugins/registry.generated.ts";
import { isApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { createActionLoader } from "./action-loader.ts";
import type { Question, Reply } from "./protocol.ts";
import { createWorkerCompiler } from "./worker-compiler.ts";

/** Its maker names a worker after the workspace whose workflows it compiles. */
const workspace = self.name;

const answer = createWorkerCompiler(
  createActionLoader({
    registry,
    async showAction(kind) {
      try {
        return await api("GET /api/actions/{kind}", { params: { kind }, workspace });
      } catch (error) {
        if (isApiError(error) && error.status === 404) return undefined;
        throw error;
      }
    },
  }),
);

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- A worker's messages go to the page that made it.
  const reply = (message: Reply): void => self.postMessage(message);
  answer(data).then(
    (gives) => reply({ id: data.id, ok: true, gives }),
    (error: unknown) => reply({ id: data.id, ok: false, message: error instanceof Error ? error.message : String(error) }),
  );
});
