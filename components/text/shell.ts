/** Texts of the frame around every page. */
export const shellText = {
  skip: "Skip to content",
  nav: { label: "Workspace", workflows: "Workflows", runs: "Runs", templates: "Templates", settings: "Settings" },
  workspaces: { label: "Switch workspace", create: "New workspace", role: { owner: "Owner", editor: "Editor", viewer: "Viewer" } },
  account: {
    label: "Account",
    guest: "Guest",
    profile: "Profile and security",
    signIn: "Sign in",
    signUp: "Sign up",
    signOut: "Sign out",
    keep: "You are a guest on this browser.",
    keepHint: "Sign up to keep this workspace and open it elsewhere.",
  },
  theme: { label: "Theme", system: "System", light: "Light", dark: "Dark" },
  menu: "Menu",
} as const;
