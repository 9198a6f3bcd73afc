insert into workspaces (id, name) values ('wsp_default', 'Default') on conflict do nothing;
--> statement-breakpoint
-- Every transition updates its run's row without touching an index: leave room for that on the page.
alter table runs set (fillfactor = 70);
--> statement-breakpoint
alter table run_steps set (fillfactor = 80);
