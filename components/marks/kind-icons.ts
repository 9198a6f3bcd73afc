import {
  Bot,
  Braces,
  CalendarClock,
  CircleX,
  Clapperboard,
  Code,
  CornerDownLeft,
  Database,
  FileText,
  Flame,
  Globe,
  HardDrive,
  Hand,
  Hash,
  Hourglass,
  Mail,
  MessageSquare,
  Play,
  Radio,
  RefreshCw,
  Repeat,
  ShieldCheck,
  Sparkles,
  Split,
  StickyNote,
  Table2,
  TextCursorInput,
  Users,
  Webhook,
  Workflow,
} from "lucide-react";
import type { LucideIcon } from "lucide-react";

/** Icons of the built-in kinds. A `Map`, so that a kind called `constructor` has none. */
const kindIcons: ReadonlyMap<string, LucideIcon> = new Map<string, LucideIcon>([
  ["trigger", Play],
  ["trigger.manual", Play],
  ["trigger.http", Webhook],
  ["trigger.schedule", CalendarClock],
  ["trigger.event", Radio],
  ["code", Code],
  ["control.if", Split],
  ["control.switch", TextCursorInput],
  ["control.forEach", Repeat],
  ["control.repeat", RefreshCw],
  ["control.sleep", Hourglass],
  ["control.approval", Hand],
  ["control.waitForEvent", Webhook],
  ["control.call", Workflow],
  ["control.set", Braces],
  ["control.return", CornerDownLeft],
  ["control.fail", CircleX],
  ["note", StickyNote],
]);

/** Icons of services that are a thing rather than a brand, or whose brand gives no mark away. */
const serviceIcons: ReadonlyMap<string, LucideIcon> = new Map<string, LucideIcon>([
  ["ai", Bot],
  ["slack", Hash],
  ["openai", Sparkles],
  ["http", Globe],
  ["documents", FileText],
  ["smtp", Mail],
  ["outlook", Mail],
  ["teams", Users],
  ["twilio", MessageSquare],
  ["postgres", Database],
  ["s3", HardDrive],
  ["firecrawl", Flame],
  ["fal", Clapperboard],
  ["superagent", ShieldCheck],
  ["googleSheets", Table2],
]);

/** The icon of a built-in kind, or of a service without a mark of its own. */
export function iconOf(kind: string): LucideIcon | undefined {
  return kindIcons.get(kind) ?? serviceIcons.get(kind.split(".")[0] ?? "");
}
