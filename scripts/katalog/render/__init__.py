"""Catalogue -> text: pages for readers and reference pages for writers. Nothing here touches the disk."""
