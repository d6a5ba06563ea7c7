"""Papers as PDF, read back as lines in their places."""
