import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { privateMetadata, publicMetadata, unsafeMetadata, user, userId } from "../fields.ts";

/** Merges values into a user's metadata; null takes one away. */
export const updateUserMetadata = defineAction({
  name: "updateUserMetadata",
  label: "Update a user's metadata",
  description: "Merges values into a user's metadata; null takes one away.",
  input: z.strictObject({
    user_id: userId,
    public_metadata: publicMetadata,
    private_metadata: privateMetadata,
    unsafe_metadata: unsafeMetadata,
  }),
  output: user,
});
