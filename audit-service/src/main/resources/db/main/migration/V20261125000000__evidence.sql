-- When an incident was closed, so that those of a period are found. Null while it is open, and for what was closed before
-- this column was there.
alter table incident add closed_at timestamptz;

create index log_checkpoint_by_time on log_checkpoint (published_at);
create index break_glass_step_by_time on break_glass_step (happened_at);
