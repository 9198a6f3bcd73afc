/** The workspace every installation starts with; the first migration inserts it. By itself, so that the HTTP server's bundle takes no database along. */
export const DEFAULT_WORKSPACE_ID = "wsp_default";
