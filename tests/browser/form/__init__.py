"""The form: its engine beside the command's, and the page in a browser."""
