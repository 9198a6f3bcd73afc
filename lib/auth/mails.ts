import type { Mail } from "./send-mail.ts";

interface Addressee {
  readonly name: string;
  readonly email: string;
}

export function verificationMail({ name, email }: Addressee, url: string): Mail {
  return {
    to: email,
    subject: "Confirm your address for Weft",
    text: `Hello ${oneLine(name)},\n\nconfirm that this is your address:\n\n${url}\n\nThe link works for an hour. If you did not sign up, ignore this mail.`,
  };
}

export function resetMail({ name, email }: Addressee, url: string): Mail {
  return {
    to: email,
    subject: "Reset your password for Weft",
    text: `Hello ${oneLine(name)},\n\nchoose a new password:\n\n${url}\n\nThe link works once, for an hour. If you did not ask for it, ignore this mail: nothing has changed.`,
  };
}

export function invitationMail({ email, workspace, by, url }: { email: string; workspace: string; by: string; url: string }): Mail {
  return {
    to: email,
    subject: `Join ${oneLine(workspace)} in Weft`,
    text: `${oneLine(by)} invites you to the workspace ${oneLine(workspace)}:\n\n${url}\n\nThe link works once, for seven days.`,
  };
}

/** A name is anybody's text: it must not bring a link or a paragraph of its own. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replace(/(?:https?:\/\/|www\.)\S*/gi, "…")
    .slice(0, 80);
}
