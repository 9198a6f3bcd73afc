import { describe, expect, it } from "vitest";
import { providerChoices } from "../../../lib/ai/provider-choices.ts";
import type { AiSettings } from "../../../lib/api/ai-schemas.ts";
import { beginModelDraft, chooseProvider, dropsKey, modelChanges } from "./model-draft.ts";

const nothing = { inputTokens: 0, outputTokens: 0, dollars: null, requests: 0, unpriced: 0 };
const unset: AiSettings = {
  ready: false,
  missing: "No language model is set.",
  source: null,
  provider: null,
  providerLabel: null,
  model: null,
  baseUrl: null,
  hasKey: false,
  credentialSource: null,
  price: null,
  limits: { tokensPerDay: null, tokensPerMonth: null, dollarsPerDay: null, dollarsPerMonth: null },
  today: nothing,
  month: nothing,
  providers: providerChoices(),
};
const openai: AiSettings = {
  ...unset,
  source: "workspace",
  provider: "openai",
  providerLabel: "OpenAI",
  model: "gpt-5.4-mini",
  hasKey: true,
  credentialSource: "workspace",
  price: { input: 0.25, output: 2 },
};

describe("modelChanges", () => {
  it("sends nothing of an untouched form", () => {
    expect(modelChanges(beginModelDraft(unset), unset)).toEqual({ changes: {}, problems: {} });
    expect(modelChanges(beginModelDraft(openai), openai)).toEqual({ changes: {}, problems: {} });
  });

  it("sends only what was typed", () => {
    const draft = { ...beginModelDraft(openai), model: " gpt-5.4 ", key: " sk-2 " };
    expect(modelChanges(draft, openai).changes).toEqual({ model: "gpt-5.4", apiKey: "sk-2" });
  });

  it("goes back to the provider's usual model when the field is emptied, and takes a key away only when told so", () => {
    expect(modelChanges({ ...beginModelDraft(openai), model: "" }, openai).changes).toEqual({ model: null });
    expect(modelChanges({ ...beginModelDraft(openai), key: "" }, openai).changes).toEqual({});
    expect(modelChanges({ ...beginModelDraft(openai), key: null }, openai).changes).toEqual({ apiKey: null });
  });

  it("begins anew with another provider, and forgets that when one goes back", () => {
    const draft = chooseProvider("anthropic", openai);
    expect(modelChanges({ ...draft, key: "sk-ant" }, openai)).toEqual({
      changes: { provider: "anthropic", apiKey: "sk-ant" },
      problems: {},
    });
    expect(chooseProvider("openai", openai)).toEqual(beginModelDraft(openai));
  });

  it("gives back to the environment with a null and no key or address", () => {
    const draft = { ...chooseProvider("environment", openai), key: "sk-typed-before" };
    expect(modelChanges(draft, openai).changes).toEqual({ provider: null });
  });

  it("takes two prices or none", () => {
    const draft = beginModelDraft(openai);
    expect(modelChanges({ ...draft, inputPrice: "$1,000.5", outputPrice: "0" }, openai).changes).toEqual({
      price: { input: 1000.5, output: 0 },
    });
    expect(modelChanges({ ...draft, inputPrice: "", outputPrice: "" }, openai).changes).toEqual({ price: null });
    expect(modelChanges({ ...draft, outputPrice: "" }, openai)).toEqual({
      changes: {},
      problems: { outputPrice: "Give both prices, or none." },
    });
    expect(modelChanges({ ...draft, inputPrice: "cheap", outputPrice: "10001" }, openai)).toEqual({
      changes: {},
      problems: { inputPrice: "This is no amount.", outputPrice: "This is no amount." },
    });
  });

  it("wants an address of a server that has none of its own, and one that a browser could open", () => {
    const draft = chooseProvider("custom", unset);
    expect(modelChanges(draft, unset).problems).toEqual({
      baseUrl: "Say where the server answers, for example http://127.0.0.1:1234/v1.",
    });
    for (const baseUrl of ["127.0.0.1:1234", "file:///etc/passwd", "javascript:alert(1)"]) {
      expect(modelChanges({ ...draft, baseUrl }, unset).problems.baseUrl).toBe("This is no address: it begins with http:// or https://.");
    }
    expect(modelChanges({ ...draft, baseUrl: " http://127.0.0.1:1234/v1 " }, unset)).toEqual({
      changes: { provider: "custom", baseUrl: "http://127.0.0.1:1234/v1" },
      problems: {},
    });
  });
});

describe("dropsKey", () => {
  it("is told of another provider or address, and of nothing else", () => {
    const draft = beginModelDraft(openai);
    expect(dropsKey({ ...draft, model: "gpt-5.4" }, openai)).toBe(false);
    expect(dropsKey({ ...draft, baseUrl: "https://proxy.example.com/v1" }, openai)).toBe(true);
    expect(dropsKey(chooseProvider("groq", openai), openai)).toBe(true);
  });
});
