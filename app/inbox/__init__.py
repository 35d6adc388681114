"""The inbox: a query over tasks, not a table; its pages and the deeds on a task."""
