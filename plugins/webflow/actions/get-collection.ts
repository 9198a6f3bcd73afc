import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { collection, collectionId } from "../fields.ts";

/** Reads a CMS collection with its fields. */
export const getCollection = defineAction({
  name: "getCollection",
  label: "Get a collection",
  description: "Reads a CMS collection with its fields.",
  input: z.strictObject({
    collection_id: collectionId,
  }),
  output: collection.extend({
    fields: z.array(
      z.object({
        id: z.string(),
        type: z.string(),
        slug: z.string().optional(),
        displayName: z.string(),
        isRequired: z.boolean(),
        isEditable: z.boolean().optional(),
        helpText: z.string().nullish(),
      }),
    ),
  }),
});
