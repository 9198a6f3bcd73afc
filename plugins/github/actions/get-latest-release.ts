import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { release, repository } from "../fields.ts";

/** Reads the newest release that is neither a draft nor a pre-release. */
export const getLatestRelease = defineAction({
  name: "getLatestRelease",
  label: "Get the latest release",
  description: "Reads the newest release that is neither a draft nor a pre-release.",
  input: z.strictObject(repository),
  output: release,
});
