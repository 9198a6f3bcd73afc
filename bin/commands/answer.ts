import { userInfo } from "node:os";
import { answerRun } from "../../lib/runs/answer-run.ts";
import { withServer } from "../open-server.ts";
import { print } from "../print.ts";
import { readPayload } from "../read-text.ts";

/** `weft approve`, `weft reject`, `weft send`: answers what a run waits for at a node. */
export async function answerCommand(
  verb: "approve" | "reject" | "send",
  run: string,
  node: string,
  options: { comment?: string; data?: string },
): Promise<void> {
  const decision = {
    approved: verb === "approve",
    by: userInfo().username,
    ...(options.comment === undefined ? {} : { comment: options.comment }),
  };
  const answer = verb === "send" ? await readPayload(options.data) : decision;
  await withServer({ deliver: true }, ({ server, access }) => answerRun(server, access, { id: run, node }, answer));
  await print(`${run} ${node}: ${{ approve: "approved", reject: "rejected", send: "sent" }[verb]}`);
}
