import { z } from "zod";

/** What a workspace can choose; what it has not chosen has its default. */
export const workspaceSettingsSchema = z.object({
  /** What publishing makes of data that no type is known of. */
  looseData: z.enum(["warn", "error"]).default("warn"),
});
export type WorkspaceSettings = z.infer<typeof workspaceSettingsSchema>;
