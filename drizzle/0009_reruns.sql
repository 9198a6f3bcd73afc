ALTER TABLE "workflow_hooks" ADD COLUMN "reused_from" text;--> statement-breakpoint
ALTER TABLE "workflow_waits" ADD COLUMN "node" text;--> statement-breakpoint
ALTER TABLE "workflow_waits" ADD COLUMN "kind" text;--> statement-breakpoint
ALTER TABLE "workflow_waits" ADD COLUMN "reused" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "rerun_of" text;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "rerun_from" text;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "pins" json;