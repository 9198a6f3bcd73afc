export const SCRUBBED = "[redacted]";

/** Keys, tokens and passwords as the services that give them out write them. */
const KEY_SHAPES: readonly RegExp[] = [
  // Blocks of PEM.
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g,
  // JSON web tokens.
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)?/g,
  // Our own, and Stripe, OpenAI, Anthropic, Resend, fal, v0 and many more: a word, and then what nobody can guess.
  /\b(?:weft|sk|pk|rk|ak|whsec|re|key|pat|phc|phx|shpat|shpss|shppa|dop_v1|fc|pplx|gsk|xai|v1|sb|sbp|sbp_v0|sess|rpa|lin_api|lin_oauth|ntn|secret|napi|npm|hf|glpat|gldt|ghp|gho|ghu|ghs|ghr|github_pat|dckr_pat|pypi|sntrys|nvapi|r8|figd|ops|tvly|csk|sm|sl)[-_][A-Za-z0-9_-]{16,}/g,
  // Slack.
  /\bxox[a-z](?:\.[a-z]+)?-[A-Za-z0-9-]{8,}/g,
  /\bxapp-[A-Za-z0-9-]{8,}/g,
  // AWS, Google, SendGrid, Airtable, Telegram, Discord, Twilio, Mailgun.
  /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\b/g,
  /\bAIza[A-Za-z0-9_-]{30,}/g,
  /\bya29\.[A-Za-z0-9_-]{16,}/g,
  /\b1\/\/0[A-Za-z0-9_-]{20,}/g,
  /\bGOCSPX-[A-Za-z0-9_-]{16,}/g,
  /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g,
  /\bpat[A-Za-z0-9]{14}\.[a-f0-9]{32,}/g,
  /\b\d{8,10}:[A-Za-z0-9_-]{35}\b/g,
  /\b[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,}/g,
  /\b(?:AC|SK)[a-f0-9]{32}\b/g,
  /\bkey-[a-f0-9]{32}\b/g,
];

/** Addresses that whoever knows may post to. */
const SECRET_PATHS: readonly RegExp[] = [
  /(https?:\/\/hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/)[^\s"'`<>{}]+/gi,
  /(https?:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/)[^\s"'`<>{}]+/gi,
  /(https?:\/\/[\w-]+\.webhook\.office\.com\/)[^\s"'`<>{}]+/gi,
  /(https?:\/\/hooks\.zapier\.com\/hooks\/)[^\s"'`<>{}]+/gi,
  /(https?:\/\/hook\.[\w-]+\.make\.com\/)[^\s"'`<>{}]+/gi,
  /(https?:\/\/api\.telegram\.org\/bot)[^\s"'`<>{}/]+/gi,
];

/** The password of an address, with or without a user; not one that an expression gives. */
const ADDRESS_PASSWORD = /(\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@"'`{}]*:)(?!\{\{)[^\s/@"'`]+(@)/gi;
const SECRET_PARAMETER =
  /([?&;#](?:[\w.-]*(?:token|secret|signature|password|passwd|api[-_]?key|access[-_]?key|apikey)|key|sig|x-amz-(?:signature|credential|security-token))=)(?!\{\{)[^\s&"'`#{}]+/gi;
/** `Authorization: Bearer …`, also within code. */
const CREDENTIALS = /\b(Bearer|Basic)(\s+)(?![\s{$])[A-Za-z0-9._~+/=-]{8,}/g;

/** A literal that code calls a secret, with the type that it says of it. */
const NAMED_LITERAL =
  /((?:secret|token|passw(?:or)?d|api[-_]?key|access[-_]?key|private[-_]?key|authorization)["']?(?:\s*:\s*\w{1,30})?\s*[:=]\s*(["'`]))(?!\$\{)[^"'`\n]{6,}(\2)/gi;

/** A text without what looks like a secret in it. */
export function scrubText(text: string): string {
  let clean = text;
  for (const shape of KEY_SHAPES) clean = clean.replace(shape, SCRUBBED);
  for (const path of SECRET_PATHS) clean = clean.replace(path, `$1${SCRUBBED}`);
  clean = clean.replace(ADDRESS_PASSWORD, `$1${SCRUBBED}$2`).replace(SECRET_PARAMETER, `$1${SCRUBBED}`);
  clean = clean.replace(CREDENTIALS, `$1$2${SCRUBBED}`).replace(NAMED_LITERAL, `$1${SCRUBBED}$3`);
  // A run of letters and digits that no word and no name has.
  return clean.replace(/[A-Za-z0-9+/_=-]{24,}/g, (run) => (isRandom(run) ? SCRUBBED : run));
}

function isRandom(run: string): boolean {
  if (/^[a-f0-9]{32,}$/i.test(run) && /\d/.test(run) && /[a-f]/i.test(run)) return true;
  const digits = run.match(/\d/g)?.length ?? 0;
  if (digits < 3 || !/[a-z]/.test(run) || !/[A-Z]/.test(run)) return false;
  return entropy(run) >= 3.9;
}

/** Bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
