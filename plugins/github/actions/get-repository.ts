import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { repository, repositoryData } from "../fields.ts";

/** Reads one repository. */
export const getRepository = defineAction({
  name: "getRepository",
  label: "Get a repository",
  description: "Reads one repository.",
  input: z.strictObject(repository),
  output: repositoryData,
});
