import { quoteOData } from "../microsoft/odata.ts";

/** A person who is to be a member, by id or e-mail address, as Graph refers to people. */
export function bindMember(user: string): object {
  return {
    "@odata.type": "#microsoft.graph.aadUserConversationMember",
    roles: ["owner"],
    "user@odata.bind": `https://graph.microsoft.com/v1.0/users(${quoteOData(user)})`,
  };
}
