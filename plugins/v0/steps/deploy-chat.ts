import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { v0 } from "../api.ts";
import type { DeployChatInput, DeployChatOutput } from "../types.generated.ts";

/** Puts what was built online. */
export async function deployChat({ chatId }: DeployChatInput, options: StepOptions = {}): Promise<DeployChatOutput> {
  "use step";
  return v0.send({ method: "POST", path: path`/chats/${chatId}/deploy`, timeout: "2m" }, options);
}
