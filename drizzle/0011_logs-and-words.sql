CREATE TABLE "run_words" (
	"run_id" text PRIMARY KEY NOT NULL,
	"workspace_id" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"words" "tsvector" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "workflow_events" ADD COLUMN "logs" json;--> statement-breakpoint
ALTER TABLE "workflow_hooks" ADD COLUMN "preview" text;--> statement-breakpoint
ALTER TABLE "run_words" ADD CONSTRAINT "run_words_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "run_words_words" ON "run_words" USING gin ("words");--> statement-breakpoint
CREATE INDEX "run_words_newest" ON "run_words" USING btree ("workspace_id","created_at" DESC NULLS LAST,"run_id" DESC NULLS LAST);