import { formatCost, formatCount } from "../runs/format.ts";

/** What the editor says where a model can be asked to write something. */
export const assistText = {
  notConfigured: {
    title: "This asks a language model",
    settings: "Open the AI settings",
  },
  loading: "Loading",
  asking: "Waiting for the model",
  writing: "The model is writing",
  answered: "The answer is here.",
  stop: "Stop",
  close: "Close",
  discard: "Discard",
  asks: (model: string) => `Asks ${model}`,
  usage: (tokens: number, dollars: number | null) => `${formatCount(tokens)} tokens${dollars === null ? "" : `, ${formatCost(dollars)}`}`,
  otherAnswer: "The model answered something else than was asked for.",
  code: {
    open: "Write with AI",
    label: "Write this code",
    prompt: "What shall the code do?",
    placeholder: "Group the orders by customer and add up what each has paid",
    submit: "Write",
    accept: "Use this code",
    streamed: "Code as it comes",
    edit: "Write code",
  },
  expression: {
    open: (field: string) => `Write ${field} with AI`,
    label: "Write this expression",
    prompt: "What shall it say?",
    placeholder: "The customer's first name, or “there” when there is none",
    submit: "Write",
    accept: "Use it",
    result: "What the model wrote",
  },
  payload: {
    open: "Write with AI",
    label: "Make a test payload",
    prompt: "What shall it be like?",
    placeholder: "An order of two items by a new customer in Lyon",
    submit: "Make payload",
    filled: "Filled in below. Look at it before you run.",
    keep: "Keep it",
    putBack: "Put back what was there",
    problems: "It does not fit the trigger's input yet:",
  },
} as const;
