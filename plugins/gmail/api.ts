import { googleApi } from "../google/api.ts";

/** The Gmail API. */
export const gmail = googleApi("Gmail", "https://gmail.googleapis.com");
