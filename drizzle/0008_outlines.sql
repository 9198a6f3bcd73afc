ALTER TABLE "shares" ADD COLUMN "source" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "graph_hash" text;--> statement-breakpoint
ALTER TABLE "workflows" ADD COLUMN "former_names" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "workflows" ADD COLUMN "outline" json;--> statement-breakpoint
CREATE INDEX "workflows_former_names" ON "workflows" USING gin ("former_names");