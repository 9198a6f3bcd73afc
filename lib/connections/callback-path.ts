/** Where authorization servers send people back to. */
export const CALLBACK_PATH = "/api/oauth/callback";
