"""What people enter, on every page: read it, fill it in, release it, have it back."""
