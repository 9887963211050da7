"""What is the same person, event or story across documents, and because of what evidence."""
