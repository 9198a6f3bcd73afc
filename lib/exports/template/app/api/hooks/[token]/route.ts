import { answerWait, showWait } from "../../../../server/waits.ts";

interface Context {
  params: Promise<{ token: string }>;
}

/** What an approval asks, as a page for a browser and as JSON for everyone else. Looking changes nothing. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  return showWait(request, (await params).token);
}

/** The answer of a person, or the event that a run waits for: once. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerWait(request, (await params).token);
}
