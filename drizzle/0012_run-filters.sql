DROP INDEX "run_words_words";--> statement-breakpoint
CREATE INDEX "runs_by_trigger" ON "runs" USING btree ("workspace_id","trigger","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "runs_by_version" ON "runs" USING btree ("version_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "run_words_words" ON "run_words" USING gin ("words") WITH (gin_pending_list_limit=256);