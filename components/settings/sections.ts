/** The sections of the settings, in order; each is a page. */
export const SETTINGS_SECTIONS = [
  "profile",
  "security",
  "workspace",
  "members",
  "keys",
  "connections",
  "variables",
  "ai",
  "audit",
] as const;
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

export function isSettingsSection(text: string): text is SettingsSection {
  return SETTINGS_SECTIONS.some((section) => section === text);
}
