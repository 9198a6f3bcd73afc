import { z } from "zod";
import { defineAction } from "../../kit/define-action.ts";
import { fileId } from "../fields.ts";

const people = { field: "type", is: ["user", "group"] } as const;
const FILE = "1dyUEebJaFnWa3Z4n0BFMVAXQ7mfUH11g";

/** Lets people see or change a file. */
export const shareFile = defineAction({
  name: "shareFile",
  label: "Share a file",
  description: "Lets a person, a group, a domain or everyone with the link see or change a file or folder.",
  input: z.strictObject({
    fileId,
    type: z.enum(["user", "group", "domain", "anyone"]).meta({ label: "With", help: "Anyone means everyone who has the link." }),
    role: z.enum(["reader", "commenter", "writer"]).meta({ label: "May" }),
    emailAddress: z.string().optional().meta({ label: "E-mail address", shownWhen: people }),
    domain: z
      .string()
      .optional()
      .meta({ label: "Domain", shownWhen: { field: "type", is: ["domain"] } }),
    sendNotificationEmail: z.boolean().optional().meta({ label: "Tell them", help: "By e-mail.", default: true, shownWhen: people }),
    emailMessage: z.string().optional().meta({ label: "Message", multiline: true, shownWhen: people }),
  }),
  output: z.object({
    id: z.string().meta({ label: "Permission id" }),
    type: z.string().meta({ label: "With" }),
    role: z.string().meta({ label: "May" }),
    webViewLink: z.string().nullable().meta({ label: "Address", help: "Of the file." }),
  }),
  examples: [
    { fileId: FILE, type: "anyone", role: "reader" },
    { fileId: FILE, type: "domain", role: "reader", domain: "example.com" },
    {
      fileId: FILE,
      type: "user",
      role: "writer",
      emailAddress: "ada@example.com",
      sendNotificationEmail: true,
      emailMessage: "Please have a look.",
    },
  ],
});
