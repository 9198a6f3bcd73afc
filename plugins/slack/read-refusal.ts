import type { HttpAnswer, Refusal } from "../kit/http.ts";

/** What Slack says of a call that it refuses; it does so with a status of 200. */
interface SlackRefusal {
  readonly error?: string;
  /** The scope that is missing. */
  readonly needed?: string;
  readonly response_metadata?: { readonly messages?: readonly string[] };
}

const STATUSES: readonly (readonly [status: number, errors: RegExp])[] = [
  [401, /^(invalid_auth|not_authed|account_inactive|token_(revoked|expired)|no_permission_for_token)$/],
  [429, /^rate_?limited$/],
  [404, /_not_found$|^no_reaction$|^no_pin$/],
  [409, /^(already_\w+|name_taken|method_deprecated_conflict|duplicate_\w+)$/],
  [
    403,
    /^(missing_scope|no_permission|access_denied|not_in_channel|is_archived|not_allowed_token_type|ekm_access_denied|org_login_required|team_access_not_granted|two_factor_setup_required|cant_(update|delete)_message|cant_\w+|restricted_action\w*|user_is_(restricted|ultra_restricted|bot)|not_authorized)$/,
  ],
  [503, /^(service_unavailable|team_added_to_org|request_timeout|internal_error|fatal_error|accesslimited)$/],
];

const HINTS: Readonly<Record<string, string>> = {
  not_in_channel: "invite the app to the channel first, with /invite",
  channel_not_found: "there is no such channel, or the app is not in it",
  users_not_found: "nobody in the workspace has this e-mail address",
  invalid_auth: "the token is wrong",
  token_revoked: "the token has been revoked; authorize the app anew",
  expired_trigger_id: "a trigger_id is good for three seconds",
  msg_too_long: "a message may have 40,000 characters",
};

/** The status that a refusal deserves, and its words with what can be done. */
export function readRefusal(body: SlackRefusal, answer: HttpAnswer): Refusal {
  const { error = "unknown_error", needed, response_metadata: { messages = [] } = {} } = body;
  const hint = needed === undefined || needed === "" ? HINTS[error] : `the app needs the scope ${needed}`;
  const said = [...(hint === undefined ? [] : [hint]), ...messages].join("; ");
  return {
    message: said === "" ? error : `${error} (${said})`,
    ...(answer.status > 299 ? {} : { status: STATUSES.find(([, errors]) => errors.test(error))?.[0] ?? 400 }),
  };
}
