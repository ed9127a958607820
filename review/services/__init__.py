"""What people do in review."""
