"""Results as JSON documents with published shapes, and as text for people."""
