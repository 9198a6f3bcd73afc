import { graphApi } from "../microsoft/api.ts";

/** Teams in Microsoft Graph. */
export const teams = graphApi("Microsoft Teams");
