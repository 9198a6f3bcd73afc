import { settingsText } from "../text/settings.ts";

const { roles, roleHelp } = settingsText.members;

/** The roles as a choice, the most powerful first. */
export const ROLE_OPTIONS = (["owner", "editor", "viewer"] as const).map((role) => ({
  value: role,
  label: roles[role],
  help: roleHelp[role],
}));
