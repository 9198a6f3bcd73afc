import { definePlugin } from "../kit/define-plugin.ts";
import { createChat } from "./actions/create-chat.ts";
import { deleteChat } from "./actions/delete-chat.ts";
import { deployChat } from "./actions/deploy-chat.ts";
import { getChat } from "./actions/get-chat.ts";
import { getFiles } from "./actions/get-files.ts";
import { getPreview } from "./actions/get-preview.ts";
import { listChats } from "./actions/list-chats.ts";
import { sendMessage } from "./actions/send-message.ts";
import { v0Credential } from "./credential.ts";

export const plugin = definePlugin({
  name: "v0",
  label: "v0",
  description: "An agent that builds web apps.",
  docs: "https://v0.app/docs/api/v2",
  credential: v0Credential,
  actions: [createChat, sendMessage, getFiles, getPreview, deployChat, getChat, listChats, deleteChat],
});
