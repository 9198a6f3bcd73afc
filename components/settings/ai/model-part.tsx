"use client";
import { CircleAlert, CircleCheck } from "lucide-react";
import type { AiSettings } from "../../../lib/api/ai-schemas.ts";
import { useSession } from "../../shell/session-context.tsx";
import { aiSettingsText } from "../../text/ai-settings.ts";
import { Badge } from "../../ui/badge.tsx";
import { Part } from "../parts.tsx";
import { ModelForm } from "./model-form.tsx";

const { model: text } = aiSettingsText;

/** Which model is asked: a form for owners, facts for the others, and for owners too where the environment says it. */
export function ModelPart({ settings }: { readonly settings: AiSettings }) {
  const isOwner = useSession().workspace.role === "owner";
  const hasFacts = settings.provider !== null && !(isOwner && settings.source === "workspace");
  return (
    <Part
      title={text.title}
      about={text.text}
      aside={
        settings.ready ? (
          <Badge tone="good">
            <CircleCheck aria-hidden />
            {text.ready}
          </Badge>
        ) : (
          <Badge tone="warn">
            <CircleAlert aria-hidden />
            {text.notReady}
          </Badge>
        )
      }
    >
      {settings.missing === null ? null : <p className="mb-5 rounded-md bg-sunken px-3 py-2 text-sm wrap-anywhere">{settings.missing}</p>}
      {hasFacts ? <Facts settings={settings} /> : null}
      {hasFacts && isOwner ? <hr className="my-5 border-line" /> : null}
      {isOwner ? <ModelForm settings={settings} /> : null}
    </Part>
  );
}

/** What is asked now, and where each part of it comes from. */
function Facts({ settings }: { readonly settings: AiSettings }) {
  const { source, credentialSource, provider, providerLabel, model, baseUrl, hasKey, price, providers } = settings;
  const own = providers.find(({ name }) => name === provider);
  const facts = [
    { name: text.provider, value: providerLabel, isGiven: source === "environment" },
    { name: text.model, value: model ?? "–", isCode: true },
    {
      name: text.baseUrl,
      value: baseUrl ?? own?.baseUrl ?? "–",
      isCode: true,
      isGiven: baseUrl !== null && credentialSource === "environment",
    },
    {
      name: text.key,
      value: !hasKey ? text.keyNone : credentialSource === "environment" ? text.keyFromEnvironment(own?.keyVariable ?? "") : text.keyKept,
    },
    { name: text.price, value: price === null ? text.priceUnknown : text.priceOf(`$${price.input}`, `$${price.output}`) },
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1.5 text-sm max-sm:grid-cols-1 max-sm:gap-y-0">
      {facts.map(({ name, value, isCode, isGiven }) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="flex min-w-0 flex-wrap items-center gap-2 max-sm:mb-2">
            <span className={isCode ? "font-mono text-xs wrap-anywhere" : "wrap-anywhere"}>{value}</span>
            {isGiven ? <Badge>{text.fromEnvironment}</Badge> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
