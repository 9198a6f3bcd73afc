ALTER TABLE "workflow_hooks" ADD COLUMN "child_run_id" text;--> statement-breakpoint
CREATE INDEX "workflow_hooks_child" ON "workflow_hooks" USING btree ("child_run_id") WHERE child_run_id is not null and status = 'waiting';--> statement-breakpoint
CREATE INDEX "workflow_hooks_notify" ON "workflow_hooks" USING btree ("created_at") WHERE notify_url is not null and notified_at is null;