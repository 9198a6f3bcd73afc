import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { gmail } from "../api.ts";
import { presentChange } from "../modify-labels.ts";
import type { MessageAnswer } from "../read-message.ts";
import type { TrashMessageInput, TrashMessageOutput } from "../types.generated.ts";

/** Moves an e-mail to the trash. */
export async function trashMessage({ id }: TrashMessageInput, options: StepOptions = {}): Promise<TrashMessageOutput> {
  "use step";
  return presentChange(await gmail.send<MessageAnswer>({ method: "POST", path: path`/gmail/v1/users/me/messages/${id}/trash` }, options));
}
