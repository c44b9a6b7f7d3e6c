"""What can be wrong with what was executed: the codes of the executors, each with its manual page."""
