import { answerAuth } from "../../../../lib/auth/answer-auth.ts";

export const [GET, POST, PUT, PATCH, DELETE] = Array.from({ length: 5 }, () => answerAuth);
