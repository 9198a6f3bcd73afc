import { errorResponse } from "../api/error-response.ts";
import { withApiHeaders } from "../api/headers.ts";
import { runningServer } from "../running-server.ts";

/** Signing in and out, under `/api/auth`: Better Auth's own paths, bodies and failures (`{ code, message }`), called by its own client. */
export async function answerAuth(request: Request): Promise<Response> {
  try {
    const auth = await runningServer().auth();
    const answer = await auth.handle(request);
    return withApiHeaders(new Response(answer.body, answer));
  } catch (error) {
    return errorResponse(error, request);
  }
}
