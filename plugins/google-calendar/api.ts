import { googleApi } from "../google/api.ts";

/** The Google Calendar API. */
export const calendar = googleApi("Google Calendar", "https://www.googleapis.com");
