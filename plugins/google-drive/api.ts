import { googleApi } from "../google/api.ts";

/** The Google Drive API, uploads included. */
export const drive = googleApi("Google Drive", "https://www.googleapis.com");

/** Shared drives are drives too. */
export const everyDrive = { supportsAllDrives: true };
