import { definePlugin } from "../kit/define-plugin.ts";
import { request } from "./actions/request.ts";
import { httpCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "http",
  label: "HTTP",
  description: "Any HTTP API.",
  credential: httpCredential,
  actions: [request],
});
