import { z } from "zod";

export const limit = z.int().min(1).max(1_000).optional().meta({ label: "At most", default: 100, example: 3 });

export const siteId = z.string().meta({
  label: "Site",
  help: "Its id.",
  example: "580e63e98c9a982ac9b8b741",
  options: { action: "listSites", list: "sites", value: "id", label: "displayName" },
});

export const collectionId = z.string().meta({ label: "Collection", help: "Its id.", example: "580e63fc8c9a982ac9b8b745" });

export const itemId = z.string().meta({ label: "Item", help: "Its id.", example: "580e64008c9a982ac9b8b754" });

export const cmsLocaleId = z
  .string()
  .optional()
  .meta({ label: "Locale", help: "The id of a locale; the primary one when left out.", example: "653ad57de882f528b32e810e" });

export const live = z
  .boolean()
  .optional()
  .meta({ label: "On the live site", help: "At once, without publishing the site.", default: false, example: true });

/** What an item can be given besides its fields. */
export const itemFields = {
  isDraft: z
    .boolean()
    .optional()
    .meta({ label: "As a draft", help: "Left out when the site is published.", default: false, example: false }),
  isArchived: z.boolean().optional().meta({ label: "Archived", default: false, example: false }),
  cmsLocaleId,
  live,
};

const domain = z.object({ id: z.string(), url: z.string().optional(), lastPublished: z.string().nullish() });

export const site = z.object({
  id: z.string(),
  workspaceId: z.string().optional(),
  displayName: z.string().optional(),
  shortName: z.string().optional(),
  previewUrl: z.string().optional(),
  timeZone: z.string().optional(),
  customDomains: z.array(domain).optional(),
  createdOn: z.string().optional(),
  lastUpdated: z.string().optional(),
  lastPublished: z.string().nullish(),
});

export const published = z.object({ customDomains: z.array(domain).optional(), publishToWebflowSubdomain: z.boolean().optional() });

export const collection = z.object({
  id: z.string(),
  displayName: z.string().optional(),
  singularName: z.string().optional(),
  slug: z.string().optional(),
  createdOn: z.string().optional(),
  lastUpdated: z.string().optional(),
});

export const item = z.object({
  id: z.string(),
  cmsLocaleId: z.string().nullish(),
  isDraft: z.boolean().optional(),
  isArchived: z.boolean().optional(),
  createdOn: z.string().optional(),
  lastUpdated: z.string().optional(),
  lastPublished: z.string().nullish(),
  fieldData: z.any().meta({ typeParameter: true, label: "Fields", help: "By their slugs; name and slug are always there." }),
});

export const submission = z.object({
  id: z.string(),
  displayName: z.string().optional(),
  siteId: z.string().optional(),
  workspaceId: z.string().optional(),
  dateSubmitted: z.string().optional(),
  formResponse: z.any().meta({ typeParameter: true, label: "Answers", help: "By the names of the form's fields." }),
});
