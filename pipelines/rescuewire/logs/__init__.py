"""What a run says on standard error while it runs; its last line is the command line's, not a log line."""
