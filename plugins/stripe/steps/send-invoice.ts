import { path } from "../../kit/path.ts";
import type { StepOptions } from "../../kit/step-options.ts";
import { stripe } from "../api.ts";
import type { SendInvoiceInput, SendInvoiceOutput } from "../types.generated.ts";

/** Sends an invoice to its customer by e-mail; in test mode nothing is sent. */
export async function sendInvoice({ invoice }: SendInvoiceInput, options: StepOptions = {}): Promise<SendInvoiceOutput> {
  "use step";
  return stripe.send({ method: "POST", path: path`/v1/invoices/${invoice}/send` }, options);
}
