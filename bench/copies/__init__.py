"""Wire copies made to order: who finds the copies, and who takes another story of the same event for one."""
