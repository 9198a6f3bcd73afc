import { definePlugin } from "../kit/define-plugin.ts";
import { cancelPaymentIntent } from "./actions/cancel-payment-intent.ts";
import { cancelSubscription } from "./actions/cancel-subscription.ts";
import { capturePaymentIntent } from "./actions/capture-payment-intent.ts";
import { confirmPaymentIntent } from "./actions/confirm-payment-intent.ts";
import { createCheckoutSession } from "./actions/create-checkout-session.ts";
import { createCustomer } from "./actions/create-customer.ts";
import { createInvoice } from "./actions/create-invoice.ts";
import { createInvoiceItem } from "./actions/create-invoice-item.ts";
import { createPaymentIntent } from "./actions/create-payment-intent.ts";
import { createPaymentLink } from "./actions/create-payment-link.ts";
import { createPrice } from "./actions/create-price.ts";
import { createProduct } from "./actions/create-product.ts";
import { createRefund } from "./actions/create-refund.ts";
import { createSubscription } from "./actions/create-subscription.ts";
import { deleteCustomer } from "./actions/delete-customer.ts";
import { finalizeInvoice } from "./actions/finalize-invoice.ts";
import { getBalance } from "./actions/get-balance.ts";
import { getCheckoutSession } from "./actions/get-checkout-session.ts";
import { getCustomer } from "./actions/get-customer.ts";
import { getInvoice } from "./actions/get-invoice.ts";
import { getPaymentIntent } from "./actions/get-payment-intent.ts";
import { getSubscription } from "./actions/get-subscription.ts";
import { listCustomers } from "./actions/list-customers.ts";
import { listInvoices } from "./actions/list-invoices.ts";
import { listPaymentIntents } from "./actions/list-payment-intents.ts";
import { listPrices } from "./actions/list-prices.ts";
import { listProducts } from "./actions/list-products.ts";
import { listRefunds } from "./actions/list-refunds.ts";
import { listSubscriptions } from "./actions/list-subscriptions.ts";
import { searchCustomers } from "./actions/search-customers.ts";
import { searchInvoices } from "./actions/search-invoices.ts";
import { searchPaymentIntents } from "./actions/search-payment-intents.ts";
import { searchSubscriptions } from "./actions/search-subscriptions.ts";
import { sendInvoice } from "./actions/send-invoice.ts";
import { updateCustomer } from "./actions/update-customer.ts";
import { updateSubscription } from "./actions/update-subscription.ts";
import { voidInvoice } from "./actions/void-invoice.ts";
import { stripeCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "stripe",
  label: "Stripe",
  description: "Customers, payments, checkout, invoices, subscriptions and refunds.",
  docs: "https://docs.stripe.com/api",
  credential: stripeCredential,
  actions: [
    createCustomer,
    getCustomer,
    updateCustomer,
    listCustomers,
    searchCustomers,
    deleteCustomer,
    createPaymentIntent,
    getPaymentIntent,
    confirmPaymentIntent,
    capturePaymentIntent,
    cancelPaymentIntent,
    listPaymentIntents,
    searchPaymentIntents,
    createCheckoutSession,
    getCheckoutSession,
    createPaymentLink,
    createInvoice,
    createInvoiceItem,
    finalizeInvoice,
    sendInvoice,
    voidInvoice,
    getInvoice,
    listInvoices,
    searchInvoices,
    createSubscription,
    getSubscription,
    updateSubscription,
    cancelSubscription,
    listSubscriptions,
    searchSubscriptions,
    createRefund,
    listRefunds,
    createProduct,
    listProducts,
    createPrice,
    listPrices,
    getBalance,
  ],
});
