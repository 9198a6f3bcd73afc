import { defineCredential } from "../kit/define-credential.ts";

export const supabaseCredential = defineCredential("supabase", {
  url: { label: "Project URL", help: "For example https://abcdefghijklmnopqrst.supabase.co.", env: "SUPABASE_URL", secret: false },
  token: {
    label: "Secret key",
    help: "A secret key or the service_role key, from the project's API settings. It passes over row level security.",
    env: "SUPABASE_SERVICE_ROLE_KEY",
  },
  baseUrl: {
    label: "Base URL",
    help: "In place of the project's, for a proxy or a mock.",
    env: "SUPABASE_BASE_URL",
    secret: false,
    optional: true,
  },
});
