import { googleApi } from "../google/api.ts";

/** The Google Sheets API. */
export const sheets = googleApi("Google Sheets", "https://sheets.googleapis.com");
