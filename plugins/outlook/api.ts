import { graphApi } from "../microsoft/api.ts";

/** Outlook's mail and calendar in Microsoft Graph. */
export const outlook = graphApi("Outlook");

/** Ids that stay when a message moves, and what else a call would like of its answer. */
export function prefer(wishes: { readonly contentType?: string | undefined; readonly timeZone?: string | undefined } = {}): {
  prefer: string;
} {
  const { contentType, timeZone } = wishes;
  return {
    prefer: [
      'IdType="ImmutableId"',
      ...(contentType === undefined ? [] : [`outlook.body-content-type="${contentType}"`]),
      ...(timeZone === undefined ? [] : [`outlook.timezone="${timeZone.replaceAll('"', "")}"`]),
    ].join(", "),
  };
}
