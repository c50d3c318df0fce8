"""Commands that change a record's lines or tell what should be changed: for editors and for the schedule."""
