import { defineCredential } from "../kit/define-credential.ts";

export const stripeCredential = defineCredential("stripe", {
  token: {
    label: "Secret key",
    help: "A secret or restricted key from dashboard.stripe.com/apikeys; one that begins with sk_test_ moves no money.",
    env: "STRIPE_SECRET_KEY",
  },
  baseUrl: { label: "Base URL", help: "For a proxy or a mock of the API.", env: "STRIPE_BASE_URL", secret: false, optional: true },
});
