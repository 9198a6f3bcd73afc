import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { bucket, file } from "../fields.ts";

/** Makes an address by which anybody can download a file for some time. */
export const createSignedUrl = defineAction({
  name: "createSignedUrl",
  label: "Make a link to a file",
  description: "Makes an address by which anybody can download a file for some time.",
  input: z.strictObject({
    bucket,
    path: file,
    expiresIn: z.int().min(1).meta({ label: "Good for", help: "In seconds.", example: 3600 }),
    download: z.string().optional().meta({
      label: "Saved as",
      help: "The name a browser saves the file under; shown in the browser when left out.",
      example: "cat.png",
    }),
  }),
  output: z.object({ signedUrl: z.string().meta({ label: "Address" }) }),
});
