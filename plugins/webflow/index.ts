import { definePlugin } from "../kit/define-plugin.ts";
import { createItem } from "./actions/create-item.ts";
import { deleteItem } from "./actions/delete-item.ts";
import { getCollection } from "./actions/get-collection.ts";
import { getItem } from "./actions/get-item.ts";
import { getSite } from "./actions/get-site.ts";
import { getSubmission } from "./actions/get-submission.ts";
import { listCollections } from "./actions/list-collections.ts";
import { listForms } from "./actions/list-forms.ts";
import { listItems } from "./actions/list-items.ts";
import { listSites } from "./actions/list-sites.ts";
import { listSubmissions } from "./actions/list-submissions.ts";
import { publishItems } from "./actions/publish-items.ts";
import { publishSite } from "./actions/publish-site.ts";
import { updateItem } from "./actions/update-item.ts";
import { webflowCredential } from "./credential.ts";

export const plugin = definePlugin({
  name: "webflow",
  label: "Webflow",
  description: "Sites, CMS items and form submissions.",
  docs: "https://developers.webflow.com/data/reference",
  credential: webflowCredential,
  actions: [
    listSites,
    getSite,
    publishSite,
    listCollections,
    getCollection,
    listItems,
    getItem,
    createItem,
    updateItem,
    deleteItem,
    publishItems,
    listForms,
    listSubmissions,
    getSubmission,
  ],
});
