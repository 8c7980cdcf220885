"""What people in the sample county have entered: invented, like its numbers."""
