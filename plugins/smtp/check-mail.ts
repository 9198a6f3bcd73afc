import { fatal } from "../kit/failure.ts";

/** Headers that the mail's own fields make, or that say how to read it. */
const OWN =
  /^(from|sender|to|cc|bcc|reply-to|subject|date|message-id|in-reply-to|mime-version|content-.*|return-path|received|dkim-signature)$/i;
const NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,78}$/;
// oxlint-disable-next-line no-control-regex -- they are what must not be there
const CONTROL = /[\u0000-\u0008\u000A-\u001F\u007F]/;

/** Throws a FatalError when a text that becomes a header would begin another one, or a header of one's own would replace one of the mail's. */
export function checkMail(
  texts: Readonly<Record<string, string | readonly string[] | undefined>>,
  headers: Readonly<Record<string, string>> = {},
): void {
  for (const [field, value] of Object.entries(texts)) {
    const parts = typeof value === "string" ? [value] : (value ?? []);
    if (parts.some((part) => CONTROL.test(part))) throw refuse(`${field} holds a line break or another control character`);
  }
  for (const [name, value] of Object.entries(headers)) {
    if (!NAME.test(name)) throw refuse(`"${name.slice(0, 40)}" is not the name of a header`);
    if (OWN.test(name)) throw refuse(`the header ${name} is made from the mail's own fields`);
    if (CONTROL.test(value)) throw refuse(`the header ${name} holds a line break or another control character`);
  }
}

function refuse(what: string): Error {
  return fatal(`The mail was not sent: ${what}.`, { name: "InvalidInput" });
}
