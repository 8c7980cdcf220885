"""What people enter: strategies, offers, decisions, statements; who may see and change it, and its history."""
