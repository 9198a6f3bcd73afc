ALTER TABLE "runs" ADD COLUMN "variables" json;--> statement-breakpoint
ALTER TABLE "versions" ADD COLUMN "variables" json DEFAULT '[]'::json NOT NULL;