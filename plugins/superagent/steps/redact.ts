import { decodeBase64 } from "../../kit/base64.ts";
import { fatal } from "../../kit/failure.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import type { Completion } from "../answer.ts";
import { readCompletion } from "../answer.ts";
import { superagent, TIMEOUT } from "../api.ts";
import type { RedactInput, RedactOutput } from "../types.generated.ts";

/** Takes personal data out of a text or a PDF. */
export async function redact({ file, ...input }: RedactInput, options: StepOptions = {}): Promise<RedactOutput> {
  "use step";
  const body = file === undefined ? { json: input } : { multipart: withFile(file, input) };
  const answer = await superagent.send<Completion<string> & { redacted_pdf?: string }>(
    { path: "/redact", ...body, timeout: TIMEOUT },
    options,
  );
  const { content, about } = readCompletion(answer);
  // Nobody must take the text as it was for a redacted one.
  if (typeof content !== "string") throw fatal("Superagent answered without a text.", { name: "MalformedAnswer" });
  return { redacted: content, redacted_pdf: answer.redacted_pdf?.replace(/^data:[^,]*,/, "") ?? null, ...about };
}

function withFile(file: string, { text, entities, rewrite }: Omit<RedactInput, "file">): FormData {
  const form = new FormData();
  form.set("text", text);
  if (entities !== undefined) form.set("entities", JSON.stringify(entities));
  if (rewrite !== undefined) form.set("rewrite", String(rewrite));
  form.set("file", new File([decodeBase64(file, "file")], "document.pdf", { type: "application/pdf" }));
  return form;
}
