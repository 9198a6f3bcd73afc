import type { StepOptions } from "../../kit/step-options.ts";
import { teams } from "../api.ts";
import { bindMember } from "../bind-member.ts";
import type { CreateChatInput, CreateChatOutput } from "../types.generated.ts";

/** Opens a chat with people of the organization; with one person it is the chat that exists already. */
export async function createChat({ users, topic }: CreateChatInput, options: StepOptions = {}): Promise<CreateChatOutput> {
  "use step";
  const { id } = await teams.send<{ id: string }>({ path: "/me", query: { $select: "id" } }, options);
  const members = [id, ...users].map(bindMember);
  const json = users.length === 1 ? { chatType: "oneOnOne", members } : { chatType: "group", topic, members };
  return teams.send({ path: "/chats", json }, options);
}
