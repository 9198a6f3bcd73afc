import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { folder, limit } from "../fields.ts";

/** Lists the folders of the mailbox. */
export const listFolders = defineAction({
  name: "listFolders",
  label: "List folders",
  description: "Lists the folders of the mailbox.",
  input: z.strictObject({
    limit,
  }),
  output: z.object({ folders: z.array(folder) }),
});
